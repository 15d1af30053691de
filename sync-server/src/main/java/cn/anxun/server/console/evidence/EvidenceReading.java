package cn.anxun.server.console.evidence;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.server.console.figure.FigurePages;
import cn.anxun.server.console.form.FormPage.Link;
import cn.anxun.server.console.form.FormRequest;
import cn.anxun.server.console.form.RowPage.Side;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.evidence.RowWords;
import cn.anxun.server.yearend.ClosedForm;
import cn.anxun.server.yearend.ClosedYear;
import cn.anxun.server.yearend.ClosedYears;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the page of what a row rests on. */
final class EvidenceReading {
  private static final String SAMPLE = "sample";

  private final FormRequest asked;
  private final FormResult form;
  private final FormResult.RowResult row;
  private final SampleForm sample;
  private final Provenance provenance;
  private final String path;
  private final List<ClosedYear> editions;

  EvidenceReading(
      FormRequest asked,
      FormResult form,
      FormResult.RowResult row,
      SampleForm sample,
      Provenance provenance) {
    this.asked = asked;
    this.form = form;
    this.row = row;
    this.sample = sample;
    this.provenance = provenance;
    this.path = asked.context.path();
    this.editions = new ClosedYears(asked.ledger).list(asked.year);
  }

  EvidencePage page() {
    String query = query(asOf(form.cutoff()));
    List<String> ids = row.figure().map(this::chosen).orElse(List.of());
    int offset = Requests.number(asked.context, "offset", 0, 0, Integer.MAX_VALUE);
    String key = form.definition().key();
    return new EvidencePage(
        new Link(form.definition().title(), asked.seen("/forms/" + key)),
        new RowWords(asked.texts).lines(form, row, provenance),
        signed(),
        differs(),
        editions.isEmpty() ? List.of() : choices(),
        row.figure().isPresent(),
        sample,
        row.figure().map(figure -> sides(figure, path + query)).orElse(List.of()),
        Listing.of(asked.state, Paging.cut(ids, offset), asked.texts),
        Paging.of(ids.size(), offset, path + query + sample.query() + "&of=" + of() + "&offset="),
        new EvidencePage.Address(path, asked.year, asOf(form.cutoff())),
        path + ".zip" + query + sample.query(),
        "/forms/" + key + "/evidence.zip" + query + sample.query(),
        command());
  }

  private String query(String asOf) {
    return "?year=" + asked.year + "&asOf=" + asOf;
  }

  private static String asOf(Cutoff cutoff) {
    return cutoff.seq() + ":" + cutoff.date();
  }

  private String of() {
    String usual = sample.sampling().isPresent() ? SAMPLE : "part";
    return Requests.find(asked.context, "of").orElse(usual);
  }

  private List<String> chosen(Figure figure) {
    return ids(figure, of());
  }

  private List<String> ids(Figure figure, String of) {
    if (!of.equals(SAMPLE)) {
      return FigurePages.side(figure, of);
    }
    return sample
        .sampling()
        .map(drawn -> drawn.draw(figure.partIds()))
        .orElseThrow(() -> Refusal.ofField(400, "missing", SAMPLE));
  }

  private List<Side> sides(Figure figure, String address) {
    List<String> names = new ArrayList<>(List.of("part"));
    if (figure.unit().equals("%")) {
      names.addAll(List.of("gap", "whole"));
    }
    if (sample.sampling().isPresent()) {
      names.add(SAMPLE);
    }
    List<Side> sides = new ArrayList<>();
    for (String side : names) {
      String key = side.equals(SAMPLE) ? "console.evidence.sampled" : "console." + side;
      sides.add(
          new Side(
              asked.texts.text(key, Integer.toString(ids(figure, side).size())),
              address + sample.query() + "&of=" + side,
              side.equals(of())));
    }
    return sides;
  }

  /** The edition that was closed at this page's cut-off. */
  private Optional<ClosedYear> edition() {
    return editions.stream()
        .filter(edition -> edition.cutoff().equals(form.cutoff()))
        .reduce((first, second) -> second);
  }

  private Optional<String> signedActual(ClosedYear edition) {
    return edition.forms().stream()
        .filter(closed -> closed.key().equals(form.definition().key()))
        .flatMap(closed -> closed.rows().stream())
        .filter(closed -> closed.name().equals(row.row().level3()))
        .map(ClosedForm.Row::actual)
        .findFirst();
  }

  private String signed() {
    return edition()
        .flatMap(
            edition ->
                signedActual(edition)
                    .map(
                        actual ->
                            asked.texts.text(
                                "console.evidence.signed",
                                edition.edition(),
                                edition.signedBy(),
                                actual)))
        .orElse("");
  }

  private String differs() {
    return edition()
        .flatMap(this::signedActual)
        .filter(actual -> !actual.equals(row.actualWithUnit()))
        .map(actual -> asked.texts.text("console.evidence.differs", actual, row.actualWithUnit()))
        .orElse("");
  }

  private List<Side> choices() {
    List<Side> choices = new ArrayList<>();
    Optional<ClosedYear> here = edition();
    for (ClosedYear edition : editions) {
      choices.add(
          new Side(
              asked.texts.text(
                  "console.evidence.edition",
                  edition.edition(),
                  Days.text(edition.cutoff().date(), asked.texts)),
              path + query(asOf(edition.cutoff())),
              here.filter(edition::equals).isPresent()));
    }
    choices.add(
        new Side(asked.texts.text("console.evidence.now"), path + query("latest"), here.isEmpty()));
    return choices;
  }

  private String command() {
    return "evidence --bureau "
        + asked.person.bureau()
        + " --year "
        + asked.year
        + " --seq "
        + form.cutoff().seq()
        + " --date "
        + form.cutoff().date()
        + " --form "
        + form.definition().key()
        + " --row \""
        + row.row().level3()
        + '"'
        + sample
            .sampling()
            .map(drawn -> " --sample " + drawn.size() + " --seed " + drawn.seed())
            .orElse("")
        + " --out evidence.zip";
  }
}
