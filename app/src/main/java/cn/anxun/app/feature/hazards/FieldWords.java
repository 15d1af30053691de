package cn.anxun.app.feature.hazards;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.record.Names;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what a field holds. */
final class FieldWords {
  private static final String HAZARD = "hazard";

  private final Context context;
  private final Names names;

  FieldWords(Context context, Names names) {
    this.context = context;
    this.names = names;
  }

  /** The value as a person reads it; a word for nothing where it is unset. */
  String of(String field, @Nullable Json value) {
    if (value instanceof Json.Text text) {
      return text(field, text.value());
    } else if (value instanceof Json.Num number) {
      return NumberFormat.getInstance().format(number.value());
    } else if (value instanceof Json.Flag flag) {
      return context.getString(flag.value() ? R.string.hazards_yes : R.string.hazards_no);
    } else if (value instanceof Json.Items items) {
      List<String> each = new ArrayList<>();
      for (Json item : items.values()) {
        each.add(of(field, item));
      }
      return String.join("、", each);
    }
    return value == null || value instanceof Json.Null
        ? context.getString(R.string.hazards_nothing)
        : JsonText.write(value);
  }

  private String text(String field, String value) {
    if (value.isEmpty()) {
      return context.getString(R.string.hazards_nothing);
    }
    if (value.length() == 10 && value.charAt(4) == '-') {
      try {
        return Dates.full(context, LocalDate.parse(value));
      } catch (DateTimeException e) {
        return value;
      }
    }
    return Labels.code(context, HAZARD, field, names.value(field, value));
  }
}
