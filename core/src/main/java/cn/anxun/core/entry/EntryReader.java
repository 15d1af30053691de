package cn.anxun.core.entry;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.Recurring;
import cn.anxun.core.text.Instants;
import cn.anxun.core.text.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes an entry of parsed JSON, checking its header and every field that its kind knows. */
final class EntryReader {
  private static final int MAX_TEXTS = 200;
  private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9:/._-]{1,64}");
  private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private EntryReader() {}

  static Entry entry(Json.Members members) throws EntryRejectedException {
    Entry entry = unchecked(members);
    if (entry instanceof UnknownEntry) {
      return entry;
    }
    Map<String, Json> open = part(members, "public");
    boolean redacted = members.get("personal") instanceof Json.Null;
    for (Field<?> field : entry.kind().fields().values()) {
      if (open.containsKey(field.name())
          && PersonalFields.contain(entry.kind(), entry.fields(), field.name())) {
        throw rejected(EntryProblem.Code.PERSONAL_IN_PUBLIC, field.name());
      }
      check(field, entry.fields().raw(field.name()), redacted);
    }
    return entry;
  }

  /** With a header that is as it should be, and fields that say whatever they say. */
  static Entry unchecked(Json.Members members) throws EntryRejectedException {
    Header header = header(members);
    String kindName = matching(members, "kind", KIND, EntryProblem.Code.WRONG_TYPE);
    Map<String, Json> values = new LinkedHashMap<>();
    Map<String, Json> open = part(members, "public");
    Map<String, Json> personal = part(members, "personal");
    open.forEach((name, value) -> values.put(name, Recurring.value(value)));
    for (Map.Entry<String, Json> member : personal.entrySet()) {
      if (values.putIfAbsent(member.getKey(), member.getValue()) != null) {
        throw rejected(EntryProblem.Code.PERSONAL_IN_PUBLIC, member.getKey());
      }
    }
    Fields fields = new Fields(values);
    return Kinds.find(kindName)
        .map(kind -> kind.entry(header, fields))
        .orElseGet(() -> new UnknownEntry(kindName, header, fields));
  }

  private static Header header(Json.Members members) throws EntryRejectedException {
    String id = text(members, "id");
    if (!EntryIds.isValid(id)) {
      throw rejected(EntryProblem.Code.BAD_ID, "id");
    }
    String subject = matching(members, "subject", SUBJECT, EntryProblem.Code.BAD_ID);
    Json after = members.get("after");
    if (after != null
        && !(after instanceof Json.Null)
        && !(after instanceof Json.Text text && EntryIds.isValid(text.value()))) {
      throw rejected(EntryProblem.Code.BAD_ID, "after");
    }
    Instant at = Instants.find(text(members, "at")).orElse(null);
    if (at == null) {
      throw rejected(EntryProblem.Code.BAD_DATE, "at");
    }
    LocalDate businessDate =
        Field.date("businessDate").read(Json.of(text(members, "businessDate"))).orElse(null);
    if (businessDate == null) {
      throw rejected(EntryProblem.Code.BAD_DATE, "businessDate");
    }
    if (businessDate.getYear() < 2000 || businessDate.getYear() > 2099) {
      throw rejected(EntryProblem.Code.YEAR_OUT_OF_RANGE, "businessDate", businessDate.getYear());
    }
    String author = matching(members, "author", ACCOUNT, EntryProblem.Code.BAD_ID);
    String device = matching(members, "device", ACCOUNT, EntryProblem.Code.BAD_ID);
    return new Header(
        id,
        subject,
        after instanceof Json.Text text ? text.value() : null,
        at,
        businessDate,
        author,
        device,
        attachments(members.get("attachments")));
  }

  private static List<Attachment> attachments(@Nullable Json json) throws EntryRejectedException {
    List<Attachment> attachments = new ArrayList<>();
    if (json == null || json instanceof Json.Null) {
      return attachments;
    }
    if (!(json instanceof Json.Items items)) {
      throw rejected(EntryProblem.Code.WRONG_TYPE, "attachments");
    }
    if (items.values().size() > EntryJson.MAX_ATTACHMENTS) {
      throw rejected(EntryProblem.Code.TOO_MANY, "attachments", EntryJson.MAX_ATTACHMENTS);
    }
    for (Json item : items.values()) {
      if (!(item instanceof Json.Members members)) {
        throw rejected(EntryProblem.Code.WRONG_TYPE, "attachments");
      }
      String sha256 = matching(members, "sha256", SHA256, EntryProblem.Code.BAD_ID);
      Optional<String> original =
          members.get("original") == null
              ? Optional.empty()
              : Optional.of(matching(members, "original", SHA256, EntryProblem.Code.BAD_ID));
      if (!(members.get("bytes") instanceof Json.Num size)
          || size.value().signum() <= 0
          || size.value().compareTo(BigDecimal.valueOf(EntryJson.MAX_ATTACHMENT_BYTES)) > 0
          || size.value().stripTrailingZeros().scale() > 0) {
        throw rejected(EntryProblem.Code.OUT_OF_RANGE, "attachments.bytes");
      }
      attachments.add(
          new Attachment(
              sha256,
              size.value().longValueExact(),
              shortText(members, "type"),
              shortText(members, "role"),
              original));
    }
    return attachments;
  }

  private static void check(Field<?> field, @Nullable Json value, boolean redacted)
      throws EntryRejectedException {
    if (value == null) {
      if (field.required() && !(redacted && field.personal())) {
        throw rejected(EntryProblem.Code.MISSING, field.name());
      }
      return;
    }
    if (field.required() && value instanceof Json.Text text && text.value().trim().isEmpty()) {
      throw rejected(EntryProblem.Code.MISSING, field.name());
    }
    switch (field.type()) {
      case TEXT, CODE, REFERENCE -> checkLength(field, value);
      case CODES, REFERENCES -> {
        List<Json> items = value instanceof Json.Items several ? several.values() : List.of(value);
        if (items.size() > MAX_TEXTS) {
          throw rejected(EntryProblem.Code.TOO_MANY, field.name(), MAX_TEXTS);
        }
        for (Json item : items) {
          checkLength(field, item);
        }
      }
      case DATE -> {
        if (!field.read(value).isPresent()) {
          throw rejected(EntryProblem.Code.BAD_DATE, field.name());
        }
      }
      default -> {
        if (!field.read(value).isPresent()) {
          throw rejected(
              value instanceof Json.Num
                  ? EntryProblem.Code.OUT_OF_RANGE
                  : EntryProblem.Code.WRONG_TYPE,
              field.name());
        }
      }
    }
  }

  private static void checkLength(Field<?> field, Json value) throws EntryRejectedException {
    if (!(value instanceof Json.Text text)) {
      throw rejected(EntryProblem.Code.WRONG_TYPE, field.name());
    }
    if (text.value().length() > field.maxLength()) {
      throw rejected(EntryProblem.Code.TOO_LONG, field.name(), field.maxLength());
    }
  }

  private static Map<String, Json> part(Json.Members members, String name)
      throws EntryRejectedException {
    Json part = members.get(name);
    if (part == null || part instanceof Json.Null) {
      return Map.of();
    }
    if (!(part instanceof Json.Members values)) {
      throw rejected(EntryProblem.Code.WRONG_TYPE, name);
    }
    return values.values();
  }

  private static String text(Json.Members members, String name) throws EntryRejectedException {
    Json value = members.get(name);
    if (value == null || value instanceof Json.Null) {
      throw rejected(EntryProblem.Code.MISSING, name);
    }
    if (!(value instanceof Json.Text text)) {
      throw rejected(EntryProblem.Code.WRONG_TYPE, name);
    }
    return text.value();
  }

  private static String shortText(Json.Members members, String name) throws EntryRejectedException {
    String text = text(members, name);
    if (text.length() > 64) {
      throw rejected(EntryProblem.Code.TOO_LONG, "attachments." + name, 64);
    }
    return text;
  }

  private static String matching(
      Json.Members members, String name, Pattern form, EntryProblem.Code otherwise)
      throws EntryRejectedException {
    String text = text(members, name);
    if (!form.matcher(text).matches()) {
      throw rejected(otherwise, name);
    }
    return text;
  }

  static EntryRejectedException rejected(EntryProblem.Code code, String field, Object... details) {
    Object[] arguments = new Object[details.length + 1];
    arguments[0] = FieldLabels.chinese(field);
    System.arraycopy(details, 0, arguments, 1, details.length);
    return new EntryRejectedException(
        new EntryProblem(code, field, Texts.CHINESE.text("entry." + code.wire(), arguments)));
  }
}
