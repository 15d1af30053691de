package cn.anxun.app.feature.wiped;

import android.net.Uri;
import cn.anxun.app.account.WipeProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the screen shows.
 *
 * @param files the sealed ones, for the share sheet
 */
record WipedState(At at, WipeProgress.Report report, List<Uri> files) {
  WipedState {
    files = Collections.unmodifiableList(new ArrayList<>(files));
  }

  /** Where it stands. */
  enum At {
    /** It is being cleared. */
    BUSY,
    DONE,
    /** The disk would not; to be tried again. */
    FAILED
  }
}
