package cn.anxun.app.feature.tally;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.indicator.Reportable;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A total that is being filled in.
 *
 * @param indicator the id of what is reported; "" while it is not chosen
 * @param quantity as typed; "" while it is not
 */
record TallyDraft(String unit, Period period, String indicator, String quantity, String evidence) {

  TallyDraft withUnit(String changed) {
    return new TallyDraft(changed, period, indicator, quantity, evidence);
  }

  TallyDraft with(Period changed) {
    return new TallyDraft(unit, changed, indicator, quantity, evidence);
  }

  TallyDraft withIndicator(String changed) {
    return new TallyDraft(unit, period, changed, quantity, evidence);
  }

  TallyDraft withQuantity(String changed) {
    return new TallyDraft(unit, period, indicator, changed, evidence);
  }

  TallyDraft withEvidence(String changed) {
    return new TallyDraft(unit, period, indicator, quantity, changed);
  }

  /** What is reported, as the ledger keeps it, but for the quantity. */
  Fields fields(Reportable measure) {
    Fields.Builder fields = Fields.builder();
    fields.set(TallyReported.FROM, period.from()).set(TallyReported.UNTIL, period.until());
    if (!unit.trim().isEmpty()) {
      fields.set(RecordFields.UNIT, unit.trim());
    }
    if (!evidence.trim().isEmpty()) {
      fields.set(TallyReported.EVIDENCE, evidence.trim());
    }
    measure.write(fields);
    return fields.build();
  }

  Fields fields(Reportable measure, BigDecimal amount) {
    return fields(measure).toBuilder().set(TallyReported.QUANTITY, amount).build();
  }

  String write() {
    return JsonText.write(
        Json.members()
            .put("unit", unit)
            .put("from", period.from().toString())
            .put("until", period.until().toString())
            .put("indicator", indicator)
            .put("quantity", quantity)
            .put("evidence", evidence)
            .build());
  }

  /** Empty where another version wrote something that cannot be read. */
  static Optional<TallyDraft> read(String content) {
    try {
      return JsonText.read(content) instanceof Json.Members draft
          ? Optional.of(
              new TallyDraft(
                  text(draft, "unit"),
                  new Period(
                      LocalDate.parse(text(draft, "from")), LocalDate.parse(text(draft, "until"))),
                  text(draft, "indicator"),
                  text(draft, "quantity"),
                  text(draft, "evidence")))
          : Optional.empty();
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(Json.Members draft, String name) {
    return draft.get(name) instanceof Json.Text text ? text.value() : "";
  }
}
