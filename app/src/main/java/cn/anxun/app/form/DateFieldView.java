package cn.anxun.app.form;

import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.json.Json;
import java.time.LocalDate;

/** A day; a tap opens the calendar. */
final class DateFieldView implements FieldView {
  private final View view;
  private final FormField field;
  private final TextView value;

  DateFieldView(View view, FormField field, FieldViews.Answers answers) {
    this.view = view;
    this.field = field;
    this.value = view.findViewById(R.id.form_value);
    TextView name = view.findViewById(R.id.form_label);
    name.setText(FieldViews.label(view.getContext(), field));
    view.findViewById(R.id.form_pad).setVisibility(View.GONE);
    view.findViewById(R.id.form_number_row)
        .setOnClickListener(tap -> answers.chooseDay(field.name()));
  }

  @Override
  public View view() {
    return view;
  }

  @Override
  public void show(Filled filled, String active) {
    value.setText(
        filled.fields().raw(field.name()) instanceof Json.Text day
            ? Dates.full(view.getContext(), LocalDate.parse(day.value()))
            : view.getContext().getString(R.string.form_unset));
  }
}
