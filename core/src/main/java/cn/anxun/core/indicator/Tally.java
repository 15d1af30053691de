package cn.anxun.core.indicator;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A unit's own total (汇总报送), read.
 *
 * @param unit who reports it; "" where it is not stated
 * @param measured the record type it counts
 * @param field the field it sums; "" for records
 * @param where the coded fields that hold for all it counts
 * @param claims {@code where}, and what the report itself says of its unit, division, industry,
 *     site kind, campaign and project
 */
record Tally(
    FoldedRecord record,
    String unit,
    String measured,
    String field,
    BigDecimal quantity,
    Period period,
    Map<String, Json> where,
    Map<String, Json> claims) {
  static final String TYPE = "tally";

  private static final List<Field<?>> OWN =
      List.of(
          RecordFields.UNIT,
          RecordFields.DIVISION,
          RecordFields.INDUSTRY,
          RecordFields.SITE_KIND,
          RecordFields.CAMPAIGN,
          RecordFields.PROJECT);

  /** Empty where the report lacks what it must have. */
  static Optional<Tally> read(FoldedRecord record) {
    Fields fields = record.fields();
    BigDecimal quantity = fields.find(TallyReported.QUANTITY).orElse(null);
    var from = fields.find(TallyReported.FROM).orElse(null);
    var until = fields.find(TallyReported.UNTIL).orElse(null);
    String measured = fields.text(TallyReported.MEASURED);
    if (quantity == null
        || from == null
        || until == null
        || until.isBefore(from)
        || measured.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Json> where =
        fields.raw(TallyReported.WHERE.name()) instanceof Json.Members members
            ? members.values()
            : Map.of();
    return Optional.of(
        new Tally(
            record,
            fields.text(RecordFields.UNIT),
            measured,
            fields.text(TallyReported.MEASURED_FIELD),
            quantity,
            new Period(from, until),
            where,
            claims(fields, where)));
  }

  private static Map<String, Json> claims(Fields fields, Map<String, Json> where) {
    Map<String, Json> claims = new LinkedHashMap<>();
    for (Field<?> own : OWN) {
      Json value = fields.raw(own.name());
      if (value != null) {
        claims.put(own.name(), value);
      }
    }
    for (Map.Entry<String, Json> stated : where.entrySet()) {
      if (!(stated.getValue() instanceof Json.Null)) {
        claims.put(stated.getKey(), stated.getValue());
      }
    }
    return claims;
  }

  /**
   * Whether both report the same thing for the same days, so that the later one replaces the
   * earlier.
   */
  boolean isSameReport(Tally other) {
    return isOfSameKind(other) && period.equals(other.period) && claims.equals(other.claims);
  }

  boolean isLaterThan(Tally other) {
    int byDate = record.date().compareTo(other.record.date());
    return byDate != 0 ? byDate > 0 : record.subject().compareTo(other.record.subject()) > 0;
  }

  /**
   * Whether both may count the same thing twice: the same days in part, and no field that tells
   * what they count apart.
   */
  boolean overlaps(Tally other) {
    return isOfSameKind(other) && overlaps(other.period) && !isToldApart(other);
  }

  boolean overlaps(Period other) {
    return !period.from().isAfter(other.until()) && !period.until().isBefore(other.from());
  }

  private boolean isOfSameKind(Tally other) {
    return unit.equals(other.unit) && measured.equals(other.measured) && field.equals(other.field);
  }

  private boolean isToldApart(Tally other) {
    for (Map.Entry<String, Json> claim : claims.entrySet()) {
      Json theirs = other.claims.get(claim.getKey());
      if (theirs != null && !Objects.equals(theirs, claim.getValue())) {
        return true;
      }
    }
    return false;
  }
}
