package cn.anxun.app.feature.inspection;

import android.content.res.Resources;
import android.util.TypedValue;
import android.view.View;
import cn.anxun.app.R;
import cn.anxun.core.codelist.CodeList;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Chips of a group that stand for values. */
final class Choices {
  private Choices() {}

  /** The values of a code list with their words. */
  static Map<String, String> of(View view, List<CodeList.Item> items) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (CodeList.Item item : items) {
      choices.put(item.value(), Words.of(view.getContext(), item));
    }
    return choices;
  }

  /**
   * Shows these values with some of them chosen.
   *
   * @param choices what each is called, by value
   * @param tapped is told the value of the chip that was tapped
   */
  static void show(
      ChipGroup group,
      Map<String, String> choices,
      Collection<String> chosen,
      Consumer<String> tapped) {
    group.setSaveEnabled(false);
    if (!choices.equals(group.getTag())) {
      group.setTag(new LinkedHashMap<>(choices));
      group.removeAllViews();
      choices.forEach((value, label) -> group.addView(chip(group, value, label)));
    }
    for (int i = 0; i < group.getChildCount(); i++) {
      Chip chip = (Chip) group.getChildAt(i);
      String value = (String) chip.getTag();
      chip.setChecked(chosen.contains(value));
      chip.setOnClickListener(view -> tapped.accept(value));
    }
  }

  private static Chip chip(ChipGroup group, String value, String label) {
    Chip chip = new Chip(group.getContext());
    chip.setId(View.generateViewId());
    chip.setSaveEnabled(false);
    chip.setCheckable(true);
    chip.setTag(value);
    chip.setText(label);
    fit(chip, label);
    return chip;
  }

  /** Makes letters smaller where the widest screen is too narrow for one line, which a chip has. */
  private static void fit(Chip chip, String label) {
    Resources resources = chip.getResources();
    float room =
        resources.getDisplayMetrics().widthPixels
            - resources.getDimension(R.dimen.inspection_chip_margins);
    float width = chip.getPaint().measureText(label);
    if (width > room) {
      chip.setTextSize(TypedValue.COMPLEX_UNIT_PX, chip.getTextSize() * room / width);
    }
  }
}
