package cn.anxun.app.feature.hazards;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.record.Names;
import cn.anxun.app.ui.Labels;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** A chip for each part of the filter; it says what holds, and a tap asks for another. */
final class FilterChips {
  private final Context context;
  private final Map<HazardFilter.Part, Chip> chips = new EnumMap<>(HazardFilter.Part.class);

  FilterChips(ChipGroup group, Consumer<HazardFilter.Part> ask) {
    context = group.getContext();
    for (HazardFilter.Part part : HazardFilter.Part.values()) {
      Chip chip = new Chip(context);
      chip.setTag(part.name());
      chip.setCheckable(true);
      chip.setOnClickListener(
          view -> {
            chip.setChecked(!chip.isChecked());
            ask.accept(part);
          });
      group.addView(chip);
      chips.put(part, chip);
    }
  }

  void show(HazardFilter filter, Names names) {
    chips.forEach(
        (part, chip) -> {
          String value = filter.value(part);
          boolean set = !value.isEmpty() && part != HazardFilter.Part.SORT;
          String name = context.getString(name(part));
          String said = label(context, part, value, names);
          boolean shown = set || part == HazardFilter.Part.SORT;
          chip.setText(shown ? context.getString(R.string.hazards_filter_set, name, said) : name);
          chip.setContentDescription(context.getString(R.string.hazards_filter_set, name, said));
          chip.setChecked(set);
        });
  }

  static int name(HazardFilter.Part part) {
    return switch (part) {
      case STANDING -> R.string.hazards_filter_state;
      case LEVEL -> R.string.hazards_filter_level;
      case DIVISION -> R.string.hazards_filter_division;
      case UNIT -> R.string.hazards_filter_unit;
      case INDUSTRY -> R.string.hazards_filter_industry;
      case SPAN -> R.string.hazards_filter_span;
      case SORT -> R.string.hazards_filter_sort;
    };
  }

  /** What people call a value of the part. */
  static String label(Context context, HazardFilter.Part part, String value, Names names) {
    if (value.isEmpty()) {
      return context.getString(R.string.hazards_all);
    }
    return switch (part) {
      case STANDING -> context.getString(standing(HazardFilter.Standing.valueOf(value)));
      case SPAN -> context.getString(span(HazardFilter.Span.valueOf(value)));
      case SORT -> context.getString(sort(HazardFilter.Sort.valueOf(value)));
      case LEVEL -> Labels.code(context, "hazard", "level", value);
      case INDUSTRY -> Labels.code(context, "hazard", "industry", value);
      case DIVISION -> names.division(value);
      case UNIT -> names.unit(value);
    };
  }

  private static int standing(HazardFilter.Standing standing) {
    return switch (standing) {
      case ALL -> R.string.hazards_all;
      case OPEN -> R.string.hazards_state_open;
      case OVERDUE -> R.string.hazards_state_overdue;
      case RECTIFIED -> R.string.hazards_state_rectified;
      case CLOSED -> R.string.hazards_state_closed;
    };
  }

  private static int span(HazardFilter.Span span) {
    return switch (span) {
      case ALL -> R.string.hazards_all;
      case MONTH -> R.string.hazards_span_month;
      case QUARTER -> R.string.hazards_span_quarter;
      case YEAR -> R.string.hazards_span_year;
      case LAST_YEAR -> R.string.hazards_span_last_year;
    };
  }

  private static int sort(HazardFilter.Sort sort) {
    return switch (sort) {
      case LATEST -> R.string.hazards_sort_latest;
      case DEADLINE -> R.string.hazards_sort_deadline;
      case SITE -> R.string.hazards_sort_site;
      case NUMBER -> R.string.hazards_sort_number;
    };
  }
}
