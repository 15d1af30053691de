package cn.anxun.app.chart;

import android.content.Context;
import androidx.annotation.ColorInt;
import androidx.annotation.ColorRes;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;

/** What a colour stands for; every mark says the same in words. */
public enum Tone {
  PLAIN(R.color.primary),
  SECOND(R.color.secondary),
  GOOD(R.color.good),
  WAITING(R.color.chart_waiting),
  DANGER(R.color.danger);

  private final @ColorRes int color;

  Tone(@ColorRes int color) {
    this.color = color;
  }

  /** The colour by day or night. */
  public @ColorInt int color(Context context) {
    return ContextCompat.getColor(context, color);
  }
}
