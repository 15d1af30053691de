package cn.anxun.app.record;

import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SpokenNumber;
import cn.anxun.core.entry.WrittenEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the entries of one transaction: their numbers, what each follows, their bytes. */
final class EntryWriter {
  private static final Set<String> NUMBERED =
      Set.of("site", "inspection", "hazard", "drill", "training");

  private final RoomPhoneStore store;
  private final Author author;
  private final Instant now;
  private final Map<String, String> lastBySubject = new HashMap<>();

  EntryWriter(RoomPhoneStore store, Author author, Instant now) {
    this.store = store;
    this.author = author;
    this.now = now;
  }

  WrittenEntry write(Recording.Said said) throws EntryRejectedException {
    Header header =
        new Header(
            said.id(),
            said.subject(),
            after(said),
            now,
            said.date(),
            author.account(),
            author.device(),
            withOriginals(said.attachments()));
    lastBySubject.put(said.subject(), said.id());
    return checked(said.kind().entry(header, numbered(said.kind(), said.date(), said.fields())));
  }

  /** The entry as its bytes say, which are checked as the server checks them. */
  static WrittenEntry checked(Entry entry) throws EntryRejectedException {
    return EntryJson.read(EntryJson.write(entry).bytes());
  }

  /** What a form that was kept half filled in has forgotten, the photos' own table has not. */
  private List<Attachment> withOriginals(List<Attachment> attachments) {
    List<Attachment> named = new ArrayList<>(attachments.size());
    for (Attachment each : attachments) {
      named.add(
          each.original().isPresent()
              ? each
              : new Attachment(
                  each.sha256(),
                  each.bytes(),
                  each.type(),
                  each.role(),
                  store.findOriginal(each.sha256())));
    }
    return named;
  }

  private @Nullable String after(Recording.Said said) {
    if (said.id().equals(said.subject())) {
      return null;
    }
    String last = lastBySubject.get(said.subject());
    return last != null ? last : store.findLast(said.subject()).orElse(null);
  }

  private Fields numbered(Kind kind, LocalDate date, Fields fields) {
    int year = date.getYear();
    boolean isNumbered =
        kind.effect() == Kind.Effect.OPENS
            && NUMBERED.contains(kind.recordType())
            && year >= 2000
            && year <= 2099;
    if (!isNumbered) {
      return fields;
    }
    int count = store.nextCount(year + "-" + author.letters());
    return fields.toBuilder()
        .set(RecordFields.NUMBER, new SpokenNumber(year, author.letters(), count).toString())
        .build();
  }
}
