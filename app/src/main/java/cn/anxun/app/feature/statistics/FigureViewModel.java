package cn.anxun.app.feature.statistics;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.record.NameBook;
import cn.anxun.app.record.Names;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** Reads the records behind a figure in the background, each time the screen comes up. */
@HiltViewModel
public final class FigureViewModel extends ViewModel {
  private final FigureRecords records;
  private final NameBook book;
  private final Executor background;
  private final MutableLiveData<FigureState> state =
      new MutableLiveData<>(new FigureState(true, false, List.of(), Names.NONE));

  @Inject
  FigureViewModel(FigureRecords records, NameBook book, @Background Executor background) {
    this.records = records;
    this.book = book;
    this.background = background;
  }

  LiveData<FigureState> state() {
    return state;
  }

  void read(Destination.Figure asked) {
    background.execute(
        () -> {
          try {
            state.postValue(
                new FigureState(false, false, records.list(asked), book.names(records.today())));
          } catch (StoreException e) {
            state.postValue(new FigureState(false, true, List.of(), Names.NONE));
          }
        });
  }
}
