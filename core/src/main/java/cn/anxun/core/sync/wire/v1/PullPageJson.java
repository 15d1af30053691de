package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonMembers;
import cn.anxun.core.json.JsonMembers.Span;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.ledger.StampJson;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.SyncLimits;
import cn.anxun.core.sync.wire.v1.MalformedMessageException.Fault;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"entries":[{seq, author, role, device, at, entry}…], "cursor", "more", "headSeq", "head",
 * "reset"?}}: entries in their own bytes, with the server's stamps.
 */
public final class PullPageJson {
  /** The most entries of one page. */
  public static final int MAX_ENTRIES = SyncLimits.PAGE_ENTRIES;

  private PullPageJson() {}

  public static byte[] write(PullPage page) {
    Entries entries = new Entries();
    for (LedgerEntry entry : page.entries()) {
      entries.add(entry.seq(), StampJson.write(entry.stamp()), entry.written().bytes());
    }
    return entries.page(page);
  }

  /** The entries of a page, put together of the bytes that are held of them. */
  public static final class Entries {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    private int count;

    public Entries() {
      utf8(out, "{\"entries\":[");
    }

    /**
     * Adds an entry.
     *
     * @param stamp as {@link StampJson} writes it
     * @param bytes the entry's own
     */
    public void add(long seq, String stamp, byte[] bytes) {
      String stamped = "{\"seq\":" + seq + ',' + stamp.substring(1, stamp.length() - 1);
      utf8(out, (count > 0 ? "," : "") + stamped + ",\"entry\":");
      out.write(bytes, 0, bytes.length);
      utf8(out, "}");
      count++;
    }

    public int count() {
      return count;
    }

    /** As many bytes as there are by now. */
    public long bytes() {
      return out.size();
    }

    /**
     * The whole page; after it nothing can be added.
     *
     * @param page all that it says besides its entries
     */
    public byte[] page(PullPage page) {
      Json.MembersBuilder rest =
          Json.members()
              .put("cursor", page.cursor())
              .put("more", page.more())
              .put("headSeq", page.headSeq())
              .put("head", page.head());
      if (page.reset() != PullPage.Reset.NONE) {
        rest.put("reset", wire(page.reset()));
      }
      utf8(out, "]," + JsonText.write(rest.build()).substring(1));
      return out.toByteArray();
    }
  }

  /**
   * Reads a page. An entry that this version cannot read is kept as an unknown one, in its bytes,
   * so that it blocks nothing and a newer version can read it.
   */
  public static PullPage read(byte[] body) throws MalformedMessageException {
    return read(body, cursor -> {});
  }

  /**
   * The same.
   *
   * @param after takes the cursor of the page after this one, if there is one, before the entries
   *     are read
   */
  public static PullPage read(byte[] body, Consumer<String> after)
      throws MalformedMessageException {
    try {
      Json page = tree(body);
      Map<String, Span> members = members(body, new Span(0, body.length), "");
      Span array = members.get("entries");
      if (array == null) {
        throw new MalformedMessageException(Fault.MISSING, "entries", null);
      }
      if (body[array.from()] != '[') {
        throw new MalformedMessageException(Fault.WRONG_TYPE, "entries", null);
      }
      MessageReader whole =
          page == null
              ? MessageReader.of(JsonMembers.replace(body, array, new byte[] {'0'}))
              : MessageReader.of(page, "");
      PullPage bare = rest(whole);
      bare.after().ifPresent(after);
      List<Json> items = page == null ? List.of() : whole.items("entries");
      List<Span> spans = JsonMembers.ofArray(body, array);
      List<LedgerEntry> entries = new ArrayList<>(spans.size());
      for (int i = 0; i < spans.size(); i++) {
        entries.add(entry(body, spans.get(i), page == null ? null : items.get(i)));
      }
      return bare.with(entries);
    } catch (JsonSyntaxException e) {
      throw new MalformedMessageException(Fault.NOT_JSON, "", e);
    }
  }

  /**
   * All that the page says; null where it is JSON but beyond the limits of reading: then an entry
   * is, and the others can be read one by one.
   */
  private static @Nullable Json tree(byte[] body) {
    try {
      return JsonText.read(body);
    } catch (JsonSyntaxException e) {
      JsonText.check(body);
      return null;
    }
  }

  /** What a page says besides its entries. */
  private static PullPage rest(MessageReader page) throws MalformedMessageException {
    return new PullPage(
        List.of(),
        page.text("cursor"),
        page.is("more"),
        page.whole("headSeq"),
        page.text("head"),
        reset(page));
  }

  /**
   * One entry with its stamp.
   *
   * @param item where it stands in the page
   * @param read what it says; null where it was not read yet
   */
  private static LedgerEntry entry(byte[] page, Span item, @Nullable Json read)
      throws MalformedMessageException {
    Span span = members(page, item, "entries").get("entry");
    if (span == null) {
      throw new MalformedMessageException(Fault.MISSING, "entries.entry", null);
    }
    byte[] bytes = span.of(page);
    MessageReader json =
        MessageReader.of(read == null ? JsonText.read(frame(page, item, span)) : read, "entries");
    Optional<Role> role = Role.find(json.text("role"));
    Stamp stamp =
        new Stamp(
            json.whole("seq"),
            json.text("author"),
            role.orElse(Role.INSPECTOR),
            json.text("device"),
            json.instant("at"));
    if (!role.isPresent()) {
      return AcceptedEntries.readUnknown(bytes, stamp);
    }
    Json entry = read == null ? null : json.raw("entry");
    return entry == null
        ? AcceptedEntries.read(bytes, stamp)
        : AcceptedEntries.read(bytes, entry, stamp);
  }

  /** The item without its entry. */
  private static byte[] frame(byte[] page, Span item, Span entry) {
    Span inItem = new Span(entry.from() - item.from(), entry.to() - item.from());
    return JsonMembers.replace(item.of(page), inItem, new byte[] {'0'});
  }

  static String wire(PullPage.Reset reset) {
    return reset.name().toLowerCase(Locale.ROOT);
  }

  static PullPage.Reset reset(MessageReader page) throws MalformedMessageException {
    String reset = page.textOrEmpty("reset");
    return switch (reset) {
      case "" -> PullPage.Reset.NONE;
      case "epoch" -> PullPage.Reset.EPOCH;
      case "scope" -> PullPage.Reset.SCOPE;
      default -> throw page.wrong("reset");
    };
  }

  private static Map<String, Span> members(byte[] json, Span span, String path)
      throws MalformedMessageException {
    int at = span.from();
    while (at < span.to() && json[at] <= ' ') {
      at++;
    }
    if (at == span.to() || json[at] != '{') {
      throw new MalformedMessageException(
          path.isEmpty() ? Fault.NOT_JSON : Fault.WRONG_TYPE, path, null);
    }
    return JsonMembers.ofObject(json, span);
  }

  private static void utf8(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes, 0, bytes.length);
  }
}
