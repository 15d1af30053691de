package cn.anxun.app.feature.hazards;

import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into a form, and says what is wrong with it by field. */
final class StepCheck {
  private final StepForm form;
  private final @Nullable LocalDate currentDeadline;
  private final Map<String, FormProblem> problems = new LinkedHashMap<>();

  /**
   * Checks it.
   *
   * @param currentDeadline the one that holds; null for none
   */
  StepCheck(StepForm form, @Nullable LocalDate currentDeadline) {
    this.form = form;
    this.currentDeadline = currentDeadline;
    for (FormField field : form.fields()) {
      check(field);
    }
  }

  /** What is wrong, by the name of the field; empty where it may be saved. */
  Map<String, FormProblem> problems() {
    return problems;
  }

  private void check(FormField field) {
    String typed = form.value(field.name()).trim();
    if (typed.isEmpty()) {
      if (field.required()) {
        problems.put(field.name(), new FormProblem.Missing());
      }
      return;
    }
    if (field.control() == FormField.Control.NUMBER && !number(typed).isPresent()) {
      problems.put(field.name(), new FormProblem.NotANumber());
    }
    Field<?> of = kind().field(form.codeField(field.name()));
    if (of != null && of.maxLength() > 0 && typed.length() > of.maxLength()) {
      problems.put(field.name(), new FormProblem.TooLong());
    }
    if (form.step() == HazardStep.EXTEND && of == Extended.DEADLINE) {
      checkLater(field.name(), LocalDate.parse(typed));
    }
    if (field.name().equals(StepForm.CORRECTED)) {
      checkChanged();
    }
  }

  private void checkLater(String field, LocalDate day) {
    LocalDate current = currentDeadline;
    if (current != null && !day.isAfter(current)) {
      problems.put(field, new FormProblem.NotLater(current));
    }
  }

  private void checkChanged() {
    String field = form.value(Corrected.FIELD.name());
    if (StepForm.typed(form.old(field)).equals(form.value(StepForm.CORRECTED).trim())) {
      problems.put(StepForm.CORRECTED, new FormProblem.Unchanged());
    }
  }

  private Kind kind() {
    return form.step() == HazardStep.CORRECT ? form.target().kind() : form.step().kind();
  }

  /** The day on which it happened. */
  LocalDate date(LocalDate today) {
    String typed = form.value(StepForm.DATE);
    return typed.isEmpty() ? today : LocalDate.parse(typed);
  }

  /**
   * What the entry is to say; of one that is edited, with everything that the form leaves alone.
   */
  Fields fields() {
    Fields.Builder fields =
        form.step() == HazardStep.REWRITE ? form.target().fields().toBuilder() : Fields.builder();
    for (FormField field : form.fields()) {
      boolean own =
          !field.name().equals(StepForm.DATE) && !field.name().equals(Voided.DUPLICATE_OF.name());
      if (own) {
        fields.raw(field.name(), value(field.control(), form.value(field.name())));
      }
    }
    return fields.build();
  }

  /** What a corrected field is to say; null to clear it. */
  @Nullable Json corrected() {
    String field = form.value(Corrected.FIELD.name());
    return value(form.control(form.target().kind(), field), form.value(StepForm.CORRECTED));
  }

  private static @Nullable Json value(FormField.Control control, String typed) {
    String said = typed.trim();
    if (said.isEmpty()) {
      return null;
    }
    return switch (control) {
      case NUMBER -> number(said).map(Json::of).orElse(null);
      case FLAG -> said.equals("true") ? Json.TRUE : null;
      case DECISION -> Json.of(said.equals("true"));
      default -> Json.of(said);
    };
  }

  /** A number as a person types it: with commas, or full-width digits. */
  private static Optional<BigDecimal> number(String typed) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (c >= '０' && c <= '９') {
        plain.append((char) (c - '０' + '0'));
      } else if (c != ',' && c != '，' && c != ' ') {
        plain.append(c);
      }
    }
    try {
      BigDecimal number = new BigDecimal(plain.toString());
      boolean fits = number.signum() >= 0 && number.stripTrailingZeros().scale() <= 4;
      return fits ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
