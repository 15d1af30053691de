package cn.anxun.server.console.record;

import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.FieldWords;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.record.RecordPage.Conflict;
import cn.anxun.server.console.record.RecordPage.Fact;
import cn.anxun.server.console.record.RecordPage.Said;
import cn.anxun.server.console.record.RecordPage.Side;
import cn.anxun.server.console.record.RecordPage.Step;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.storage.BureauLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a record's page from the ledger. */
final class RecordReading {
  private static final Set<String> WARNING = Set.of("overdue", "review_overdue", "days_over");
  private static final Set<String> NOT_SHOWN = Set.of(RecordFields.POINT.name(), "month");

  private final BureauLedger ledger;
  private final LedgerState state;
  private final Directory directory;
  private final Predicate<String> arrived;
  private final Principal person;
  private final Names names;
  private final Texts texts;
  private final PublicFields open;
  private final FieldWords words;

  /**
   * @param arrived whether the file of this hash is here
   */
  RecordReading(
      BureauLedger ledger,
      LedgerState state,
      Directory directory,
      Predicate<String> arrived,
      Principal person,
      Texts texts) {
    this.ledger = ledger;
    this.state = state;
    this.directory = directory;
    this.arrived = arrived;
    this.person = person;
    this.names = Names.at(state, texts);
    this.texts = texts;
    this.open = new PublicFields(ledger);
    this.words = new FieldWords(state, texts);
  }

  /** The record of this subject; empty where nothing was said of it. */
  Optional<RecordPage> find(String subject) {
    List<LedgerEntry> entries = ledger.listSubject(subject, state.cutoff().seq());
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Optional<FoldedRecord> record = record(subject);
    PhotoReading photos = photos(record);
    List<Said> said = entries.stream().map(entry -> said(entry, record, photos)).toList();
    List<Step> steps = new ArrayList<>();
    record.ifPresent(
        found ->
            Steps.open(person, found)
                .forEach(
                    kind ->
                        steps.add(
                            new Step(
                                texts.text("console.do." + kind.name()),
                                "/record/" + subject + "/say/" + kind.name()))));
    return Optional.of(
        new RecordPage(
            subject,
            record.map(found -> names.type(found.type())).orElse(""),
            record.map(found -> found.fields().text(RecordFields.NUMBER)).orElse(""),
            record.map(this::facts).orElse(List.of()),
            record.flatMap(found -> RecordPlace.of(open.of(found), texts)),
            record.map(found -> FieldWords.marks(texts, found.marks())).orElse(""),
            steps,
            conflicts(subject),
            said,
            entries.get(entries.size() - 1).id()));
  }

  /** The record as it counts; empty where it was voided or merged. */
  Optional<FoldedRecord> record(String subject) {
    return PublicFields.find(state, List.of(subject)).stream().findFirst();
  }

  private List<Fact> facts(FoldedRecord record) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(texts.text("console.date"), Days.text(record.date(), texts), false));
    for (Map.Entry<String, Json> field : open.of(record).values().entrySet()) {
      boolean says = !Json.FALSE.equals(field.getValue()) && !NOT_SHOWN.contains(field.getKey());
      if (says) {
        facts.add(
            new Fact(
                names.field(field.getKey()),
                value(record.type(), field.getKey(), field.getValue()),
                WARNING.contains(field.getKey())));
      }
    }
    return facts;
  }

  private String value(String type, String field, Json value) {
    return words.of(type, field, value);
  }

  /** A link shows figures; people in photos are not for whoever has it. */
  private List<Photo> shown(PhotoReading photos, LedgerEntry entry) {
    return person.readOnly() ? List.of() : photos.of(entry, person.may(Permission.PULL));
  }

  private PhotoReading photos(Optional<FoldedRecord> record) {
    return new PhotoReading(record, words, this::name, arrived, texts);
  }

  private Said said(LedgerEntry entry, Optional<FoldedRecord> record, PhotoReading photos) {
    Entry what = entry.entry();
    String type = what.kind().recordType();
    List<Fact> facts = new ArrayList<>();
    open.of(entry)
        .values()
        .forEach(
            (field, value) -> {
              if (!NOT_SHOWN.contains(field)) {
                facts.add(new Fact(names.field(field), value(type, field, value), false));
              }
            });
    RecordPlace.of(open.of(entry), texts)
        .ifPresent(
            place ->
                facts.add(
                    new Fact(
                        names.field(RecordFields.POINT.name()),
                        texts.text("console.place.brief", place.wgs84(), place.how()),
                        place.mock())));
    boolean counts = record.filter(found -> found.entryIds().contains(what.id())).isPresent();
    return new Said(
        what.id(),
        texts.text("console.kind." + what.kind().name()),
        Days.text(what.header().businessDate(), texts),
        name(entry.stamp().author()),
        Days.text(entry.stamp().at(), texts),
        entry.seq(),
        facts,
        shown(photos, entry),
        counts && mayAmend(entry) ? "/record/" + what.subject() + "/amend/" + what.id() : "",
        counts ? "" : texts.text("console.without-effect"));
  }

  /** One's own entries, and as a supervisor everybody's. */
  private boolean mayAmend(LedgerEntry entry) {
    return person.may(Permission.PUSH)
        && (person.role().mayAmendOthers() || entry.stamp().author().equals(person.account()));
  }

  private String name(String account) {
    return directory.accounts().displayName(account);
  }

  private List<Conflict> conflicts(String subject) {
    if (!person.role().mayAmendOthers() || !person.may(Permission.PUSH)) {
      return List.of();
    }
    List<Conflict> conflicts = new ArrayList<>();
    for (Notice notice : state.notices()) {
      if (notice.type() == Notice.Type.CONFLICT && notice.subject().equals(subject)) {
        List<Side> sides = new ArrayList<>();
        for (String id : notice.entryIds()) {
          ledger.find(id).flatMap(this::side).ifPresent(sides::add);
        }
        conflicts.add(new Conflict(notice.field(), names.field(notice.field()), sides));
      }
    }
    return conflicts;
  }

  private Optional<Side> side(LedgerEntry entry) {
    if (!(entry.entry() instanceof Corrected corrected)) {
      return Optional.empty();
    }
    Json value = corrected.fields().find(Corrected.NEW).orElse(Json.NULL);
    return Optional.of(
        new Side(
            value(Corrected.KIND.recordType(), corrected.fields().text(Corrected.FIELD), value),
            name(entry.stamp().author()),
            Days.text(entry.stamp().at(), texts),
            corrected.fields().text(Corrected.TARGET),
            JsonText.write(value)));
  }
}
