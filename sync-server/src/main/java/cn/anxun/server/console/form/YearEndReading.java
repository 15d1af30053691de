package cn.anxun.server.console.form;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Device;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.console.form.FormPage.Fact;
import cn.anxun.server.console.form.FormPage.Link;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.yearend.ClosedFigure;
import cn.anxun.server.yearend.ClosedForm;
import cn.anxun.server.yearend.ClosedYear;
import cn.anxun.server.yearend.GateFinding;
import cn.anxun.server.yearend.LateEntries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in words what the gate found, what was signed and what came late. */
final class YearEndReading {
  private static final int NAMED = 20;
  private static final int SHORT = 20;
  private static final String DOCUMENT = "doc/";

  private final FormRequest asked;
  private final Directory directory;
  private final Texts texts;
  private final Names names;

  YearEndReading(FormRequest asked, Directory directory) {
    this.asked = asked;
    this.directory = directory;
    this.texts = asked.texts;
    this.names = Names.at(asked.state, texts);
  }

  List<YearEndPage.Finding> findings(List<GateFinding> found) {
    return found.stream().map(this::finding).toList();
  }

  private YearEndPage.Finding finding(GateFinding finding) {
    List<Link> about = new ArrayList<>();
    for (String what : finding.about().subList(0, Math.min(NAMED, finding.about().size()))) {
      about.add(
          switch (finding.type()) {
            case YEAR_RUNNING -> new Link(what, "");
            case DEVICE_UNSEEN -> new Link(device(what), "");
            case FORM_UNREADABLE -> new Link(what, asked.address("/forms"));
            default -> record(what);
          });
    }
    String more = finding.about().size() > NAMED ? " …" : "";
    boolean linked = about.stream().anyMatch(link -> !link.address().isEmpty());
    String named =
        linked
            ? ""
            : String.join(texts.text("console.comma"), about.stream().map(Link::name).toList());
    String key =
        "console.yearend.gate." + finding.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new YearEndPage.Finding(
        texts.text(key, finding.about().size(), named + more), linked ? about : List.of());
  }

  private String device(String id) {
    return directory.devices().list(asked.person.bureau()).stream()
        .filter(device -> device.id().equals(id))
        .map(this::device)
        .findFirst()
        .orElse(id);
  }

  private String device(Device device) {
    return person(device.account())
        + ' '
        + device.letters()
        + texts.text("console.yearend.last-seen", Days.text(device.lastSeenAt(), texts));
  }

  /** What people call the owner of this account. */
  String person(String account) {
    return directory.accounts().displayName(account);
  }

  /** A record by its type and number; what has no page of its own is only named. */
  Link record(String subject) {
    String name =
        PublicFields.find(asked.state, List.of(subject)).stream()
            .map(
                found ->
                    names.type(found.type())
                        + ' '
                        + (found.value("number") instanceof Json.Text number
                            ? number.value()
                            : Days.text(found.date(), texts))
                        + (found.value("description") instanceof Json.Text what
                            ? ' ' + shortened(what.value())
                            : ""))
            .findFirst()
            .orElse(subject);
    return new Link(name, subject.startsWith(DOCUMENT) ? "" : Links.record(subject));
  }

  private static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= SHORT ? text : text.substring(0, text.offsetByCodePoints(0, SHORT)) + '…';
  }

  List<YearEndPage.Edition> editions(List<ClosedYear> closed) {
    return closed.stream().map(this::edition).toList();
  }

  private YearEndPage.Edition edition(ClosedYear closed) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        fact(
            "cutoff",
            texts.text(
                "console.yearend.cutoff-is",
                Days.text(closed.cutoff().date(), texts),
                Long.toString(closed.cutoff().seq()))));
    facts.add(fact("signed-by", person(closed.signedBy())));
    if (!closed.reason().isEmpty()) {
      facts.add(fact("edition-reason", closed.reason()));
    }
    if (!closed.override().isEmpty()) {
      facts.add(fact("override", closed.override()));
      closed.overridden().forEach(passed -> facts.add(fact("passed-over", passed)));
    }
    for (ClosedForm form : closed.forms()) {
      if (!form.total().isEmpty()) {
        facts.add(new Fact(texts.text("console.yearend.total-of", form.title()), form.total()));
      }
    }
    return new YearEndPage.Edition(texts.text("yearend.edition", closed.edition()), facts);
  }

  private Fact fact(String key, String value) {
    return new Fact(texts.text("console.yearend." + key), value);
  }

  /** The figures that are not the same in all editions. */
  static List<YearEndPage.Changed> changed(List<ClosedYear> editions) {
    Map<String, String> all = new LinkedHashMap<>();
    editions.forEach(
        edition -> edition.figures().forEach(figure -> all.put(figure.key(), figure.name())));
    List<YearEndPage.Changed> changed = new ArrayList<>();
    all.forEach(
        (key, name) -> {
          List<String> values =
              editions.stream()
                  .map(edition -> edition.find(key).map(ClosedFigure::text).orElse(""))
                  .toList();
          if (values.stream().distinct().count() > 1) {
            changed.add(new YearEndPage.Changed(name, values));
          }
        });
    return changed;
  }

  YearEndPage.Late late(LateEntries late) {
    List<YearEndPage.LateFigureRow> figures = new ArrayList<>();
    late.figures()
        .forEach(
            figure ->
                figures.add(
                    new YearEndPage.LateFigureRow(
                        figure.signed().name(),
                        figure.signed().text(),
                        now(figure.signed(), figure.now()))));
    List<YearEndPage.LateEntryRow> entries = new ArrayList<>();
    late.entries().forEach(entry -> entries.add(row(entry)));
    return new YearEndPage.Late(figures, entries);
  }

  private String now(ClosedFigure signed, ClosedFigure now) {
    return now.text().equals(signed.text())
        ? texts.text("console.yearend.other-records", now.text())
        : now.text();
  }

  private YearEndPage.LateEntryRow row(LedgerEntry entry) {
    return new YearEndPage.LateEntryRow(
        Long.toString(entry.seq()),
        texts.text("console.kind." + entry.entry().kind().name()),
        Days.text(entry.entry().header().businessDate(), texts),
        person(entry.stamp().author()),
        Days.text(entry.stamp().at(), texts),
        record(entry.entry().subject()));
  }
}
