package cn.anxun.app.feature.unlock;

import android.content.Context;
import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;

/** What is said of a PIN. */
final class PinMessages {
  private PinMessages() {}

  static void show(TextView view, PinState state) {
    String text = text(view.getContext(), state);
    view.setText(text);
    view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }

  private static String text(Context context, PinState state) {
    int number = (int) state.number();
    return switch (state.at()) {
      case ASKING, DONE -> "";
      case BUSY -> context.getString(R.string.unlock_busy);
      case NOT_SIX -> context.getString(R.string.unlock_not_six);
      case UNLIKE -> context.getString(R.string.unlock_unlike);
      case WRONG -> context.getString(R.string.unlock_wrong, number);
      case WAIT -> context.getString(R.string.unlock_wait, number);
      case WITHDRAWN -> context.getString(R.string.unlock_withdrawn);
      case LEASE_OVER -> context.getString(R.string.unlock_lease_over);
    };
  }
}
