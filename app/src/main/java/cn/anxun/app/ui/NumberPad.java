package cn.anxun.app.ui;

import android.content.Context;
import android.util.AttributeSet;
import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import cn.anxun.app.R;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Types a number without the keyboard: digits, +10, +50, +100, clear, and back by one tap. The
 * number is spoken as it changes.
 */
public final class NumberPad extends LinearLayout {
  /** As core's fields allow: 12 digits, 4 decimals. */
  private static final int MOST_DIGITS = 12;

  private static final int MOST_DECIMALS = 4;

  private final TextView shown;
  private final TextView label;
  private final View point;
  private final Deque<String> before = new ArrayDeque<>();
  private String typed = "";
  private Consumer<String> changed = text -> {};

  public NumberPad(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    setOrientation(VERTICAL);
    LayoutInflater.from(context).inflate(R.layout.ui_number_pad, this, true);
    shown = findViewById(R.id.ui_pad_value);
    label = findViewById(R.id.ui_pad_label);
    point = findViewById(R.id.ui_pad_point);
    int[] digits = {
      R.id.ui_pad_0, R.id.ui_pad_1, R.id.ui_pad_2, R.id.ui_pad_3, R.id.ui_pad_4,
      R.id.ui_pad_5, R.id.ui_pad_6, R.id.ui_pad_7, R.id.ui_pad_8, R.id.ui_pad_9
    };
    for (int digit = 0; digit < digits.length; digit++) {
      String text = String.valueOf(digit);
      findViewById(digits[digit]).setOnClickListener(tap -> type(text));
    }
    findViewById(R.id.ui_pad_plus_10).setOnClickListener(tap -> add(10));
    findViewById(R.id.ui_pad_plus_50).setOnClickListener(tap -> add(50));
    findViewById(R.id.ui_pad_plus_100).setOnClickListener(tap -> add(100));
    findViewById(R.id.ui_pad_clear).setOnClickListener(tap -> change(""));
    findViewById(R.id.ui_pad_undo).setOnClickListener(tap -> undo());
    point.setOnClickListener(tap -> type("."));
    show();
  }

  /** What the number is of, and whether it may have decimals. */
  public void ask(CharSequence of, boolean decimals) {
    label.setText(of);
    point.setVisibility(decimals ? VISIBLE : INVISIBLE);
  }

  /** The number as it was typed, "" for none; forgets what was typed before another number. */
  public void setNumber(String number) {
    if (!number.equals(typed)) {
      before.clear();
      typed = number;
      show();
    }
  }

  /** "" where it was cleared. */
  public void onChanged(Consumer<String> listener) {
    changed = listener;
  }

  private void type(String key) {
    String next = typed.equals("0") && !key.equals(".") ? key : typed + key;
    int at = next.indexOf('.');
    boolean fits =
        at < 0
            ? next.length() <= MOST_DIGITS
            : next.indexOf('.', at + 1) < 0 && next.length() - at - 1 <= MOST_DECIMALS;
    if (fits) {
      change(next.startsWith(".") ? "0" + next : next);
    }
  }

  private void add(int more) {
    String sum = number(typed).add(BigDecimal.valueOf(more)).toPlainString();
    if (sum.length() <= MOST_DIGITS) {
      change(sum);
    }
  }

  private void undo() {
    String last = before.poll();
    if (last != null) {
      typed = last;
      show();
      changed.accept(typed);
    }
  }

  private void change(String next) {
    if (!next.equals(typed)) {
      before.push(typed);
      typed = next;
      show();
      changed.accept(typed);
    }
  }

  private static BigDecimal number(String text) {
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  private void show() {
    shown.setText(
        typed.isEmpty()
            ? "—"
            : typed.endsWith(".") ? typed : Numbers.grouped(new BigDecimal(typed)));
    shown.setContentDescription(
        typed.isEmpty() ? getContext().getString(R.string.ui_pad_empty) : shown.getText());
  }
}
