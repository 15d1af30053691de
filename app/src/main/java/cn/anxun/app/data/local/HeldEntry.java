package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import cn.anxun.core.ledger.Stamp;

/** That an entry is held, without its bytes. */
record HeldEntry(@NonNull String id, @NonNull String subject, long seq) {
  boolean isUnsent() {
    return seq == Stamp.UNSENT;
  }
}
