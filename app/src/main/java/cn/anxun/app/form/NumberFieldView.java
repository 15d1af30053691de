package cn.anxun.app.form;

import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.ui.NumberPad;
import cn.anxun.app.ui.Numbers;
import cn.anxun.core.entry.Field;
import cn.anxun.core.json.Json;
import java.math.BigDecimal;

/** A number; a tap opens the pad below it. */
final class NumberFieldView implements FieldView {
  private final View view;
  private final FormField field;
  private final TextView value;
  private final View row;
  private final NumberPad pad;

  NumberFieldView(View view, FormField field, FieldViews.Answers answers) {
    this.view = view;
    this.field = field;
    this.row = view.findViewById(R.id.form_number_row);
    this.value = view.findViewById(R.id.form_value);
    this.pad = view.findViewById(R.id.form_pad);
    String label = FieldViews.label(view.getContext(), field);
    TextView name = view.findViewById(R.id.form_label);
    name.setText(label);
    row.setOnClickListener(tap -> answers.activate(field.name()));
    row.setTag(field.name());
    pad.ask(label, field.field().type() == Field.Type.DECIMAL);
    pad.onChanged(
        typed ->
            answers.set(
                field.name(),
                typed.isEmpty() ? null : Json.of(new BigDecimal(typed).stripTrailingZeros())));
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Filled filled, String active) {
    boolean isActive = active.equals(field.name());
    BigDecimal number =
        filled.fields().raw(field.name()) instanceof Json.Num num ? num.value() : null;
    row.setVisibility(isActive ? View.GONE : View.VISIBLE);
    pad.setVisibility(isActive ? View.VISIBLE : View.GONE);
    pad.setNumber(number == null ? "" : number.toPlainString());
    value.setText(
        number == null
            ? view.getContext().getString(R.string.form_unset)
            : Numbers.grouped(number));
  }
}
