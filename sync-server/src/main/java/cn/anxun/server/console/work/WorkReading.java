package cn.anxun.server.console.work;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.work.WorkList.Alike;
import cn.anxun.server.console.work.WorkList.Group;
import cn.anxun.server.console.work.WorkList.Item;
import cn.anxun.server.console.work.WorkList.Same;
import cn.anxun.server.console.work.WorkList.Waiting;
import cn.anxun.server.storage.BureauLedger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what waits for a decision. */
final class WorkReading {
  private final BureauLedger ledger;
  private final LedgerState state;
  private final Directory directory;
  private final Principal person;
  private final Names names;
  private final Texts texts;

  /** All records that count, by their subjects. */
  private final Map<String, FoldedRecord> records = new HashMap<>();

  WorkReading(
      BureauLedger ledger, LedgerState state, Directory directory, Principal person, Texts texts) {
    this.ledger = ledger;
    this.state = state;
    this.directory = directory;
    this.person = person;
    this.names = Names.at(state, texts);
    this.texts = texts;
    for (List<FoldedRecord> list : state.records().values()) {
      list.forEach(record -> records.put(record.subject(), record));
    }
  }

  WorkList read() {
    List<Alike> doubles = new ArrayList<>();
    Map<Notice.Type, List<Item>> others = new TreeMap<>();
    for (Notice notice : state.notices()) {
      if (notice.type() == Notice.Type.SUSPECTED_DOUBLE) {
        alike(notice).ifPresent(doubles::add);
      } else {
        others.computeIfAbsent(notice.type(), type -> new ArrayList<>()).add(item(notice));
      }
    }
    List<Group> groups = new ArrayList<>();
    others.forEach(
        (type, items) -> {
          String key = "console.work." + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
          groups.add(new Group(texts.text(key), texts.text(key + "-help"), items));
        });
    return new WorkList(doubles, groups, inbox());
  }

  private Optional<Alike> alike(Notice notice) {
    List<String> subjects =
        notice.entryIds().stream()
            .map(id -> ledger.find(id).map(entry -> entry.entry().subject()).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    List<FoldedRecord> alike =
        subjects.stream().map(records::get).filter(Objects::nonNull).toList();
    if (alike.size() < 2) {
      return Optional.empty();
    }
    String type = alike.get(0).type();
    List<Same> same = new ArrayList<>();
    for (FoldedRecord record : alike) {
      String others =
          alike.stream()
              .map(FoldedRecord::subject)
              .filter(subject -> !subject.equals(record.subject()))
              .collect(Collectors.joining(" "));
      same.add(
          new Same(
              record.subject(),
              Links.record(record.subject()),
              words(record),
              mayMerge(type) ? "/work/merge/" + record.subject() : "",
              others));
    }
    return Optional.of(new Alike(names.type(type), same));
  }

  private boolean mayMerge(String type) {
    boolean mergeable =
        type.equals(SiteRegistered.KIND.recordType()) || type.equals(Inspected.KIND.recordType());
    return mergeable && person.role().mayAmendOthers() && person.may(Permission.PUSH);
  }

  private Item item(Notice notice) {
    String subject = notice.subject();
    String text = Optional.ofNullable(records.get(subject)).map(this::words).orElse(subject);
    String field = notice.field().isEmpty() ? "" : names.field(notice.field()) + " · ";
    return new Item(Links.record(subject), field + text);
  }

  /** The record in one line: its name or what was found, its number, its day. */
  private String words(FoldedRecord record) {
    List<String> parts = new ArrayList<>();
    parts.add(record.fields().text(SiteRegistered.NAME));
    parts.add(record.fields().text(HazardFound.DESCRIPTION));
    parts.add(record.fields().text(PaperIssued.PAPER));
    parts.add(record.fields().text(PaperIssued.PAPER_NO));
    parts.add(site(record));
    parts.add(record.fields().text(RecordFields.NUMBER));
    parts.add(Days.text(record.date(), texts));
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .distinct()
        .collect(Collectors.joining(" · "));
  }

  private String site(FoldedRecord record) {
    String site = record.fields().text(RecordFields.SITE);
    return Optional.ofNullable(records.get(state.site(site)))
        .map(found -> found.fields().text(SiteRegistered.NAME))
        .orElse("");
  }

  private List<Waiting> inbox() {
    if (!person.may(Permission.ADMINISTER)) {
      return List.of();
    }
    return directory.inbox().listUndecided(person.bureau()).stream().map(this::waiting).toList();
  }

  private Waiting waiting(Inbox.Item item) {
    Optional<WrittenEntry> entry = read(item);
    return new Waiting(
        item.id(),
        entry.map(read -> texts.text("console.kind." + read.entry().kind().name())).orElse(""),
        directory.accounts().displayName(item.account()),
        item.device(),
        Days.text(item.receivedAt(), texts),
        entry.map(read -> read.entry().fields().text(HazardFound.DESCRIPTION)).orElse(""));
  }

  private static Optional<WrittenEntry> read(Inbox.Item item) {
    try {
      return Optional.of(EntryJson.read(item.bytes()));
    } catch (EntryRejectedException e) {
      return Optional.empty();
    }
  }

  /** The last entry of a subject, which a merge goes after. */
  Optional<String> last(String subject) {
    List<LedgerEntry> entries = ledger.listSubject(subject, ledger.lastSeq());
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1).id());
  }
}
