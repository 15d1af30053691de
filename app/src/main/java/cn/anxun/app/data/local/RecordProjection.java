package cn.anxun.app.data.local;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PublicityHeld;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.ledger.Reduction;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a folded record. */
final class RecordProjection {
  private static final Map<String, Field<String>> KINDS =
      Map.of(
          HazardFound.KIND.recordType(), HazardFound.CATEGORY,
          Inspected.KIND.recordType(), Inspected.CHECK,
          SiteRegistered.KIND.recordType(), RecordFields.SITE_KIND,
          DrillHeld.KIND.recordType(), DrillHeld.CONTENT,
          TrainingHeld.KIND.recordType(), TrainingHeld.AUDIENCE,
          PublicityHeld.KIND.recordType(), PublicityHeld.ACTIVITY,
          EnforcementTaken.KIND.recordType(), EnforcementTaken.ACTION,
          TallyReported.KIND.recordType(), TallyReported.MEASURED,
          PaperIssued.KIND.recordType(), PaperIssued.PAPER);
  private static final String[] ABOUT = {PaperIssued.ANSWERS.name(), HazardFound.INSPECTION.name()};
  private static final String[] TITLES = {"name", "description", "note"};
  private static final String[] LEVELS = {"level", "grade", "risk_level"};
  private static final String[] QUANTITIES = {"participants", "attendees", "quantity"};
  private static final int MAX_TITLE = 200;

  private final PinyinInitials pinyin;

  RecordProjection(PinyinInitials pinyin) {
    this.pinyin = pinyin;
  }

  /**
   * The row of a record.
   *
   * @param unsent how many of its entries the server has not
   */
  RecordRow row(Reduction reduction, int unsent) {
    FoldedRecord record = reduction.record();
    Fields fields = record.fields();
    String title = title(fields);
    Field<String> kind = KINDS.get(record.type());
    return new RecordRow(
        record.subject(),
        record.type(),
        text(fields, RecordFields.NUMBER.name()),
        record.date(),
        title,
        search(record.type(), title, fields),
        text(fields, RecordFields.SITE.name()),
        first(fields, ABOUT),
        text(fields, RecordFields.DIVISION.name()),
        text(fields, RecordFields.INDUSTRY.name()),
        text(fields, RecordFields.SITE_KIND.name()),
        text(fields, RecordFields.UNIT.name()),
        kind == null ? null : text(fields, kind.name()),
        first(fields, LEVELS),
        text(fields, "state"),
        date(fields, "first_deadline"),
        date(fields, "current_deadline"),
        date(fields, "review_due_on"),
        date(fields, "rectified_on"),
        date(fields, "closed_on"),
        fields.raw("extensions") instanceof Json.Num count ? count.value().intValue() : 0,
        fields.raw("listed") instanceof Json.Flag flag && flag.value(),
        text(fields, "transferred_to"),
        text(fields, HazardFound.RESPONSIBLE_UNIT.name()),
        text(fields, Inspected.AUTHORITY.name()),
        text(fields, SiteRegistered.CREDIT_CODE.name()),
        first(fields, QUANTITIES),
        reduction.author(),
        unsent,
        marks(record),
        text(fields, SiteRegistered.ADDRESS.name()),
        degrees(fields, "lat"),
        degrees(fields, "lon"));
  }

  /** As texts are compared in a search: NFKC, lower case. */
  static String comparable(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static String title(Fields fields) {
    String title = first(fields, TITLES);
    if (title == null) {
      return "";
    }
    return title.length() > MAX_TITLE
        ? title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, MAX_TITLE)))
        : title;
  }

  private String search(String type, String title, Fields fields) {
    StringBuilder search = new StringBuilder(title);
    String number = text(fields, RecordFields.NUMBER.name());
    if (number != null) {
      search.append('\n').append(number).append('\n').append(number.replace("-", ""));
    }
    if (type.equals(SiteRegistered.KIND.recordType())) {
      append(search, text(fields, SiteRegistered.CREDIT_CODE.name()));
      append(search, text(fields, SiteRegistered.ADDRESS.name()));
      append(search, pinyin.of(title));
    }
    return comparable(search.toString());
  }

  private static void append(StringBuilder search, @Nullable String text) {
    if (text != null) {
      search.append('\n').append(text);
    }
  }

  private static @Nullable String marks(FoldedRecord record) {
    if (record.marks().isEmpty()) {
      return null;
    }
    StringBuilder names = new StringBuilder();
    for (Mark mark : record.marks()) {
      names.append(names.length() == 0 ? "" : ",").append(mark.name());
    }
    return names.toString();
  }

  private static @Nullable String first(Fields fields, String... names) {
    for (String name : names) {
      String text = text(fields, name);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String text(Fields fields, String name) {
    Json value = fields.raw(name);
    if (value instanceof Json.Text text) {
      return text.value().isEmpty() ? null : text.value();
    }
    return value instanceof Json.Num num ? num.value().stripTrailingZeros().toPlainString() : null;
  }

  private static @Nullable Double degrees(Fields fields, String name) {
    return fields.raw(RecordFields.POINT.name()) instanceof Json.Members point
            && point.get(name) instanceof Json.Num degrees
        ? degrees.value().doubleValue()
        : null;
  }

  private static @Nullable LocalDate date(Fields fields, String name) {
    String text = text(fields, name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      // A day that this version cannot read does not sort; the record itself shows what was said.
      return null;
    }
  }
}
