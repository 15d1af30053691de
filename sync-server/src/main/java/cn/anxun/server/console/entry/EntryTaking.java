package cn.anxun.server.console.entry;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Reportable;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.record.Desk;
import cn.anxun.server.console.record.FieldForm;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.text.ServerTexts;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what a form brings, or says why not. */
final class EntryTaking {
  static final String INDICATOR = "indicator";

  /**
   * Why it was not taken.
   *
   * @param choices the sites that may be meant
   * @param saved the record that this form made before, or ""
   */
  record Problem(String sentence, List<EntryForm.Choice> choices, String saved) {}

  private final Context context;
  private final Principal person;
  private final DeskKind kind;
  private final BureauLedger ledger;
  private final LedgerState state;
  private final Desk desk;
  private final Texts texts;
  private final SiteSearch sites;

  EntryTaking(
      Context context,
      Principal person,
      DeskKind kind,
      BureauLedger ledger,
      LedgerState state,
      Desk desk) {
    this.context = context;
    this.person = person;
    this.kind = kind;
    this.ledger = ledger;
    this.state = state;
    this.desk = desk;
    this.texts = Requests.texts(context);
    this.sites = new SiteSearch(state);
  }

  String text(String name) {
    return Requests.typed(context, name);
  }

  /** The id that the form carries. */
  String id() {
    return id("id");
  }

  private String id(String name) {
    String id = text(name);
    if (!EntryIds.isValid(id)) {
      throw Refusal.of(400, "bad-request");
    }
    return id;
  }

  private Problem problem(String key, Object... details) {
    return new Problem(texts.text("console.entry." + key, details), chosen(), "");
  }

  /** The sites to choose from once more where one was chosen. */
  private List<EntryForm.Choice> chosen() {
    Optional<FoldedRecord> chosen = sites.find(text("site_choice"));
    if (chosen.isEmpty()) {
      return List.of();
    }
    List<FoldedRecord> meant = new ArrayList<>(meant(text("site")));
    if (meant.stream().noneMatch(site -> site.subject().equals(chosen.get().subject()))) {
      meant.add(0, chosen.get());
    }
    return sites.choices(meant);
  }

  /** The sites of this name; where there is none, those like it. */
  private List<FoldedRecord> meant(String name) {
    List<FoldedRecord> named = sites.named(name);
    return named.isEmpty() ? sites.like(name) : named;
  }

  /** Empty once the ledger has it. */
  Optional<Problem> take() {
    Optional<LocalDate> date = Requests.day(text("date"));
    if (date.isEmpty()) {
      return Optional.of(problem("bad-date"));
    }
    if (date.get().isAfter(desk.today())) {
      return Optional.of(problem("future"));
    }
    Optional<String> missing = missing();
    if (missing.isPresent()) {
      return Optional.of(problem("missing", missing.get()));
    }
    Place place = place();
    if (place.problem.isPresent()) {
      return place.problem;
    }
    Fields.Builder fields = FieldForm.read(context, kind.main(), kind.more()).toBuilder();
    if (!place.subject.isEmpty()) {
      fields.set(RecordFields.SITE, place.subject);
    }
    indicator().ifPresent(total -> total.write(fields));
    return say(date.get(), fields.build(), place);
  }

  private Optional<Problem> say(LocalDate date, Fields fields, Place place) {
    Optional<LedgerEntry> held = ledger.find(id());
    if (held.isPresent()) {
      return saidBefore(held.get(), date, fields);
    }
    try {
      desk.check(person, kind.kind(), id(), date, fields);
      if (place.isNew) {
        desk.open(person, ledger, DeskKind.siteKind(), place.subject, date, site());
      }
      desk.open(person, ledger, kind.kind(), id(), date, fields);
      return Optional.empty();
    } catch (Desk.NotTakenException e) {
      return Optional.of(new Problem(e.problem().sentence(ServerTexts.core(texts)), chosen(), ""));
    }
  }

  /** The same once more counts once; something else typed into a form that was sent does not go. */
  private Optional<Problem> saidBefore(LedgerEntry held, LocalDate date, Fields fields) {
    boolean same =
        held.entry().header().author().equals(person.account())
            && held.entry().header().businessDate().equals(date)
            && held.entry().fields().equals(fields);
    return same
        ? Optional.empty()
        : Optional.of(
            new Problem(
                texts.text("console.entry.saved-before"), chosen(), held.entry().subject()));
  }

  /** What people call the first field that is needed and empty. */
  private Optional<String> missing() {
    Names names = Names.at(state, texts);
    if (kind.isTally() && indicator().isEmpty()) {
      return Optional.of(texts.text("console.entry.indicator"));
    }
    return kind.kind().fields().values().stream()
        .<Field<?>>map(field -> field)
        .filter(field -> kind.needed().contains(field) || field.required())
        .filter(field -> kind.main().contains(field) && text(field.name()).isEmpty())
        .map(field -> names.field(kind.type(), field.name()))
        .findFirst();
  }

  /** What a total is of. */
  private Optional<Reportable> indicator() {
    return kind.isTally()
        ? Reportable.list(Catalogue.at(state)).stream()
            .filter(one -> one.id().equals(text(INDICATOR)))
            .findFirst()
        : Optional.empty();
  }

  /** Where it was; the site may be new. */
  private record Place(String subject, boolean isNew, Optional<Problem> problem) {
    static Place of(String subject) {
      return new Place(subject, false, Optional.empty());
    }

    static Place unclear(Problem problem) {
      return new Place("", false, Optional.of(problem));
    }
  }

  private Place place() {
    String name = text("site");
    if (kind.site() == DeskKind.Site.NONE || name.isEmpty()) {
      return kind.site() == DeskKind.Site.NEEDED
          ? Place.unclear(problem("missing", texts.text("console.entry.site")))
          : Place.of("");
    }
    Optional<FoldedRecord> chosen = sites.find(text("site_choice"));
    if (chosen.isPresent()) {
      return Place.of(chosen.get().subject());
    }
    String newId = id("site_id");
    if (sites.find(newId).isPresent()) {
      return Place.of(newId);
    }
    List<FoldedRecord> named = sites.named(name);
    if (named.size() == 1) {
      return Place.of(named.get(0).subject());
    }
    if (named.size() > 1) {
      return Place.unclear(
          new Problem(
              texts.text("console.entry.which-site", name, named.size()),
              sites.choices(named),
              ""));
    }
    return text("site_new").equals("true")
        ? new Place(newId, true, Optional.empty())
        : Place.unclear(
            new Problem(
                texts.text("console.entry.unknown-site", name),
                sites.choices(sites.like(name)),
                ""));
  }

  private Fields site() {
    Fields.Builder fields = Fields.builder().set(SiteRegistered.NAME, text("site"));
    for (Field<String> field : DeskKind.siteFields()) {
      if (!text(field.name()).isEmpty()) {
        fields.set(field, text(field.name()));
      }
    }
    return fields.build();
  }
}
