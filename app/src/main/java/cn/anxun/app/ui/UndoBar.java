package cn.anxun.app.ui;

import android.view.View;
import cn.anxun.app.R;
import com.google.android.material.snackbar.Snackbar;

/** Says what was done and offers to take it back: in place of asking beforehand. */
public final class UndoBar {
  /** How long it stays, in milliseconds: long enough to read it in the rain. */
  public static final int SHOWN_MILLIS = 8000;

  private UndoBar() {}

  public static void show(View anchor, CharSequence done, Runnable undo) {
    Snackbar.make(anchor, done, SHOWN_MILLIS)
        .setTextMaxLines(5)
        .setAction(R.string.ui_undo, view -> undo.run())
        .show();
  }
}
