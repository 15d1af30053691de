package cn.anxun.app.record;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.ui.Labels;

/** Says in a sentence why something could not be recorded. */
public final class FailureWords {
  private FailureWords() {}

  public static String of(Context context, Exception failure) {
    if (failure instanceof RecordRejectedException rejected) {
      return Labels.problem(context, rejected.problem());
    }
    boolean full =
        failure instanceof StoreException store && store.reason() == StoreException.Reason.FULL;
    return context.getString(full ? R.string.ui_disk_full : R.string.ui_unreadable);
  }
}
