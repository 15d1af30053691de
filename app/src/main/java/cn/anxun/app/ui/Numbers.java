package cn.anxun.app.ui;

import android.content.Context;
import cn.anxun.core.indicator.Figure;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as an office writes them: 2,399 and 99.83 %. */
public final class Numbers {
  private static final String RATE = "%";

  private Numbers() {}

  /** With commas, and as many decimals as it has. */
  public static String grouped(BigDecimal value) {
    int decimals = Math.max(0, value.scale());
    DecimalFormat format =
        new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  /** With commas. */
  public static String grouped(long value) {
    return grouped(BigDecimal.valueOf(value));
  }

  /** A figure with its unit, such as 2,395 个; "/" where it has no value. */
  public static String of(Context context, Figure figure) {
    return isDefined(figure)
        ? value(figure) + ' ' + Labels.unit(context, figure.unit())
        : figure.printed();
  }

  /** A figure without its unit. */
  public static String value(Figure figure) {
    return isDefined(figure) ? grouped(new BigDecimal(figure.printed())) : figure.printed();
  }

  public static boolean isRate(Figure figure) {
    return figure.unit().equals(RATE);
  }

  /** Whether it has a value: a rate of nothing has none. */
  public static boolean isDefined(Figure figure) {
    return figure.exact().isDefined();
  }
}
