package cn.anxun.app.form;

import android.content.Context;
import android.text.TextUtils;
import android.view.ContextThemeWrapper;
import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.entry.Field;
import cn.anxun.core.json.Json;
import com.google.android.material.chip.Chip;
import com.google.android.material.chip.ChipGroup;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of a code list as chips; a value that the list lacks has a chip too. */
final class CodeFieldView implements FieldView {
  private final View view;
  private final FormField field;
  private final CodeList list;
  private final FieldViews.Answers answers;
  private final ChipGroup chips;
  private Set<String> chosen = new LinkedHashSet<>();

  CodeFieldView(View view, FormField field, CodeList list, FieldViews.Answers answers) {
    this.view = view;
    this.field = field;
    this.list = list;
    this.answers = answers;
    this.chips = view.findViewById(R.id.form_chips);
    TextView label = view.findViewById(R.id.form_label);
    label.setText(FieldViews.label(view.getContext(), field));
    for (CodeList.Item item : list.listOffered()) {
      add(item.value(), Labels.code(view.getContext(), item));
    }
  }

  private Chip add(String value, String label) {
    Context context = view.getContext();
    Chip chip = new Chip(new ContextThemeWrapper(context, R.style.Theme_Anxun));
    chip.setText(label);
    chip.setTag(value);
    chip.setEllipsize(TextUtils.TruncateAt.END);
    chip.setCheckable(true);
    chip.setOnClickListener(tap -> choose(value));
    chips.addView(chip);
    return chip;
  }

  private boolean isSeveral() {
    return field.field().type() == Field.Type.CODES;
  }

  private void choose(String value) {
    Set<String> next = new LinkedHashSet<>(isSeveral() ? chosen : Set.of());
    if (chosen.contains(value)) {
      next.remove(value);
    } else {
      next.add(value);
    }
    answers.set(field.name(), json(next));
  }

  private @Nullable Json json(Set<String> values) {
    List<String> list = new ArrayList<>(values);
    if (list.isEmpty()) {
      return null;
    }
    return isSeveral() ? Json.texts(list) : Json.of(list.get(0));
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Filled filled, String active) {
    chosen = texts(filled.fields().raw(field.name()));
    Set<String> missing = new LinkedHashSet<>(chosen);
    for (int i = 0; i < chips.getChildCount(); i++) {
      Chip chip = (Chip) chips.getChildAt(i);
      String value = String.valueOf(chip.getTag());
      chip.setChecked(chosen.contains(value));
      missing.remove(value);
    }
    for (String value : missing) {
      add(value, Labels.code(view.getContext(), list, value)).setChecked(true);
    }
  }

  private static Set<String> texts(@Nullable Json value) {
    Set<String> texts = new LinkedHashSet<>();
    if (value instanceof Json.Text text) {
      texts.add(text.value());
    } else if (value instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Text text) {
          texts.add(text.value());
        }
      }
    }
    return texts;
  }
}
