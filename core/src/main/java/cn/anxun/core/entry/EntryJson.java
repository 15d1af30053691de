package cn.anxun.core.entry;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonMembers;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The JSON form of an entry: {@code {id, kind, subject, after, at, businessDate, author, device,
 * public{…}, attachments[…], personal{…}}}. Reading checks every known field against its kind;
 * unknown members and kinds are kept.
 */
public final class EntryJson {
  public static final int MAX_BYTES = 64 * 1024;
  public static final int MAX_ATTACHMENTS = 100;
  public static final long MAX_ATTACHMENT_BYTES = 200L << 20;

  private EntryJson() {}

  /**
   * Reads an entry and checks it.
   *
   * @throws EntryRejectedException where it may not be accepted; names the first field that is
   *     wrong
   */
  public static WrittenEntry read(byte[] bytes) throws EntryRejectedException {
    requireSize(bytes);
    return new WrittenEntry(EntryReader.entry(members(bytes)), bytes);
  }

  /**
   * The same of bytes that were read before, within the limits of {@link JsonText#read(byte[])}.
   *
   * @param json what they say
   */
  public static WrittenEntry read(byte[] bytes, Json json) throws EntryRejectedException {
    requireSize(bytes);
    return new WrittenEntry(EntryReader.entry(members(json)), bytes);
  }

  private static void requireSize(byte[] bytes) throws EntryRejectedException {
    if (bytes.length > MAX_BYTES) {
      throw EntryReader.rejected(EntryProblem.Code.TOO_LARGE, "", MAX_BYTES / 1024);
    }
  }

  /**
   * Reads what this very device recorded, be it by the rules of an earlier version that this one
   * would not accept any more: every field as it stands, so that a person can mend it.
   *
   * @throws EntryRejectedException where not even the header can be read
   */
  public static WrittenEntry readRecorded(byte[] bytes) throws EntryRejectedException {
    return new WrittenEntry(EntryReader.unchecked(members(bytes)), bytes);
  }

  private static Json.Members members(byte[] bytes) throws EntryRejectedException {
    try {
      return members(JsonText.read(bytes));
    } catch (JsonSyntaxException e) {
      throw EntryReader.rejected(EntryProblem.Code.NOT_JSON, "", String.valueOf(e.getMessage()));
    }
  }

  private static Json.Members members(Json json) throws EntryRejectedException {
    if (json instanceof Json.Members members) {
      return members;
    }
    throw EntryReader.rejected(EntryProblem.Code.NOT_JSON, "", "");
  }

  /**
   * The id that these bytes give, be they an acceptable entry or not, so that what is refused can
   * be named; empty where there is none.
   */
  public static Optional<String> findId(byte[] bytes) {
    try {
      JsonText.check(bytes);
      JsonMembers.Span id = JsonMembers.ofObject(bytes).get("id");
      return id != null && JsonText.read(id.of(bytes)) instanceof Json.Text text
          ? Optional.of(text.value())
          : Optional.empty();
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes the entry and keeps the bytes. Personal fields stand in the last member, which a
   * redaction replaces by null.
   */
  public static WrittenEntry write(Entry entry) {
    Header header = entry.header();
    Json.MembersBuilder open = Json.members();
    Json.MembersBuilder personal = Json.members();
    entry
        .fields()
        .values()
        .forEach(
            (name, value) -> {
              boolean erasable = PersonalFields.contain(entry.kind(), entry.fields(), name);
              (erasable ? personal : open).put(name, value);
            });
    Json.MembersBuilder json =
        Json.members()
            .put("id", header.id())
            .put("kind", entry.kind().name())
            .put("subject", header.subject())
            .put("after", header.after())
            .put("at", header.at().toString())
            .put("businessDate", header.businessDate().toString())
            .put("author", header.author())
            .put("device", header.device())
            .put("public", open.build());
    if (!header.attachments().isEmpty()) {
      json.put("attachments", attachments(header.attachments()));
    }
    Json.Members named = personal.build();
    if (!named.values().isEmpty()) {
      json.put("personal", named);
    }
    return new WrittenEntry(entry, JsonText.bytes(json.build()));
  }

  private static Json attachments(List<Attachment> attachments) {
    List<Json> items = new ArrayList<>();
    for (Attachment attachment : attachments) {
      Json.MembersBuilder item =
          Json.members()
              .put("sha256", attachment.sha256())
              .put("bytes", attachment.bytes())
              .put("type", attachment.type())
              .put("role", attachment.role());
      attachment.original().ifPresent(original -> item.put("original", original));
      items.add(item.build());
    }
    return Json.items(items);
  }
}
