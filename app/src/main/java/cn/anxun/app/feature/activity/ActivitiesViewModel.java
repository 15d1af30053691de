package cn.anxun.app.feature.activity;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.form.FormReferences;
import cn.anxun.core.recordkind.RecordKindDefinition;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** Knows the office's own kinds. */
@HiltViewModel
public final class ActivitiesViewModel extends ViewModel {
  private final FormReferences references;
  private final Executor background;
  private final MutableLiveData<List<RecordKindDefinition>> kinds =
      new MutableLiveData<>(List.of());

  @Inject
  ActivitiesViewModel(FormReferences references, @Background Executor background) {
    this.references = references;
    this.background = background;
  }

  LiveData<List<RecordKindDefinition>> kinds() {
    return kinds;
  }

  void read() {
    background.execute(() -> kinds.postValue(new ArrayList<>(references.read().kinds().values())));
  }
}
