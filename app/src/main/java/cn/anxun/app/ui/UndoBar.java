package cn.anxun.app.ui;

import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import com.google.android.material.snackbar.Snackbar;

/** Says what was done and offers to take it back: in place of asking beforehand. */
public final class UndoBar {
  /** How long it stays, in milliseconds: long enough to read it in the rain. */
  public static final int SHOWN_MILLIS = 8000;

  private UndoBar() {}

  public static void show(View anchor, CharSequence done, Runnable undo) {
    bar(anchor, done, undo).show();
  }

  /**
   * As {@link #show}, above the button at the bottom of the screen, which stays free; it goes with
   * the screen.
   */
  public static void showAbove(View button, CharSequence done, Runnable undo) {
    Snackbar bar = bar(button, done, undo).setAnchorView(button);
    button.addOnAttachStateChangeListener(
        new View.OnAttachStateChangeListener() {
          @Override
          public void onViewAttachedToWindow(View view) {}

          @Override
          public void onViewDetachedFromWindow(View view) {
            view.removeOnAttachStateChangeListener(this);
            bar.dismiss();
          }
        });
    bar.show();
  }

  private static Snackbar bar(View anchor, CharSequence done, Runnable undo) {
    Snackbar bar =
        Snackbar.make(anchor, done, SHOWN_MILLIS)
            .setTextMaxLines(5)
            .setAction(R.string.ui_undo, view -> undo.run());
    TextView action = bar.getView().findViewById(com.google.android.material.R.id.snackbar_action);
    action.setMinWidth(anchor.getResources().getDimensionPixelSize(R.dimen.target));
    // While it waits for an earlier bar to slide out, nothing else would keep it from being
    // collected.
    anchor.setTag(R.id.ui_undo_bar, bar);
    return bar;
  }
}
