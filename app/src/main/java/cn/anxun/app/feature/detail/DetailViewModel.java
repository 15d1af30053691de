package cn.anxun.app.feature.detail;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.device.Background;
import cn.anxun.app.paper.PaperBook;
import cn.anxun.app.record.NameBook;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timelines;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.ledger.FoldedRecord;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** Reads one record in the background. */
@HiltViewModel
public final class DetailViewModel extends ViewModel {
  private final Timelines timelines;
  private final Records records;
  private final Recorder recorder;
  private final NameBook book;
  private final PaperBook papers;
  private final Executor background;
  private final MutableLiveData<DetailState> state =
      new MutableLiveData<>(new DetailState(true, false, Optional.empty(), "", 0, Names.NONE));

  @Inject
  DetailViewModel(
      Timelines timelines,
      Records records,
      Recorder recorder,
      NameBook book,
      PaperBook papers,
      @Background Executor background) {
    this.timelines = timelines;
    this.records = records;
    this.recorder = recorder;
    this.book = book;
    this.papers = papers;
    this.background = background;
  }

  LiveData<DetailState> state() {
    return state;
  }

  void read(String subject) {
    background.execute(
        () -> {
          try {
            Optional<FoldedRecord> record = record(subject);
            String site = record.map(this::site).orElse("");
            int photos = records.listPhotos(subject).size();
            state.postValue(
                new DetailState(false, false, record, site, photos, book.names(recorder.today())));
          } catch (StoreException e) {
            state.postValue(new DetailState(false, true, Optional.empty(), "", 0, Names.NONE));
          }
        });
  }

  /** A visit with what its papers say of it. */
  private Optional<FoldedRecord> record(String subject) {
    Optional<FoldedRecord> record = timelines.record(subject, recorder.today());
    boolean visit =
        record.filter(read -> read.type().equals(Inspected.KIND.recordType())).isPresent();
    return visit ? record.map(papers::told) : record;
  }

  private String site(FoldedRecord record) {
    return records
        .findSite(record.fields().text(RecordFields.SITE))
        .map(item -> item.record().title())
        .orElse("");
  }
}
