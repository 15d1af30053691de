package cn.anxun.app.feature.hazards;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.entry.CloseOutApproved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Listed;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.Voided;

/** What a form calls its fields, their values and what is wrong with them. */
final class FormWords {
  private final Context context;
  private final StepForm form;

  FormWords(Context context, StepForm form) {
    this.context = context;
    this.form = form;
  }

  /** The field's name, without a word on whether it must be filled in. */
  String name(String field) {
    if (field.equals(StepForm.DATE)) {
      return context.getString(R.string.hazards_form_date);
    } else if (field.equals(StepForm.CORRECTED)) {
      return context.getString(R.string.hazards_form_new);
    } else if (form.step() == HazardStep.CORRECT && field.equals(Corrected.FIELD.name())) {
      return context.getString(R.string.hazards_form_field);
    } else if (field.equals(Voided.DUPLICATE_OF.name())) {
      return context.getString(R.string.hazards_form_duplicate_number);
    }
    return form.step() == HazardStep.LIST && field.equals(Listed.AUTHORITY.name())
        ? context.getString(R.string.hazards_authority)
        : Labels.field(context, field);
  }

  String label(FormField field) {
    String name = name(field.name());
    return field.required() ? context.getString(R.string.hazards_form_required, name) : name;
  }

  /** A value that may be chosen. */
  String choice(String field, String value) {
    return form.step() == HazardStep.CORRECT && field.equals(Corrected.FIELD.name())
        ? correctable(value)
        : Labels.code(
            context,
            "hazard",
            form.codeField(field),
            form.names().value(form.codeField(field), value));
  }

  private String correctable(String field) {
    return field.equals(StepForm.DATE)
        ? Labels.field(context, StepForm.DATE)
        : Labels.field(context, field);
  }

  /** What the corrected field says now. */
  String old() {
    String field = form.value(Corrected.FIELD.name());
    return context.getString(
        R.string.hazards_form_old,
        new FieldWords(context, form.names()).of(field, form.old(field)));
  }

  String decision(String field, boolean yes) {
    int word;
    if (field.equals(MajorConfirmed.CONFIRMED.name())) {
      word = yes ? R.string.hazards_confirmed : R.string.hazards_not_confirmed;
    } else if (field.equals(CloseOutApproved.APPROVED.name())) {
      word = yes ? R.string.hazards_approved : R.string.hazards_not_approved;
    } else {
      word = yes ? R.string.hazards_passed : R.string.hazards_not_passed;
    }
    return context.getString(word);
  }

  String problem(FormField field, FormProblem problem) {
    String name = name(field.name());
    if (problem instanceof FormProblem.Missing) {
      return context.getString(R.string.hazards_form_missing, name);
    } else if (problem instanceof FormProblem.NotANumber) {
      return context.getString(R.string.hazards_form_number, name);
    } else if (problem instanceof FormProblem.TooLong) {
      return context.getString(R.string.hazards_form_too_long, name);
    } else if (problem instanceof FormProblem.NotLater late) {
      return context.getString(R.string.hazards_form_later, Dates.full(context, late.deadline()));
    } else if (problem instanceof FormProblem.NoSuchNumber unknown) {
      return context.getString(R.string.hazards_form_no_such_number, unknown.number());
    }
    return context.getString(R.string.hazards_form_unchanged);
  }
}
