package cn.anxun.server.console.measure;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.console.figure.FigurePages;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.report.evidence.MeasureWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the list of indicators, and the records of a measure that stands in an address. */
final class MeasureReading {
  private final MeasureRequest asked;

  MeasureReading(MeasureRequest asked) {
    this.asked = asked;
  }

  MeasureList list() {
    String q = Requests.find(asked.context, "q").orElse("").strip();
    Period year = asked.latest.period();
    List<Indicator> indicators =
        asked.catalogue.list().stream()
            .filter(one -> q.isEmpty() || one.name().contains(q) || one.id().contains(q))
            .toList();
    Map<String, Figure> figures = FigureEngine.figures(asked.state, indicators, year);
    MeasureUse use = new MeasureUse(asked.state, asked.texts);
    boolean mayChange = MeasureRequest.mayChange(asked.person);
    List<MeasureList.Row> own = new ArrayList<>();
    List<MeasureList.Row> shipped = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Figure figure = figures.get(indicator.id());
      MeasureList.Row row = row(indicator, figure, use.of(indicator).size(), mayChange, year);
      (asked.own.has(indicator.id()) ? own : shipped).add(row);
    }
    own.addAll(shipped);
    String done =
        Requests.find(asked.context, "done")
            .flatMap(asked.catalogue::find)
            .map(saved -> asked.t("saved", saved.name()))
            .orElse(Requests.find(asked.context, "done").map(id -> asked.t("removed")).orElse(""));
    return new MeasureList(
        q, mayChange, PeriodBar.name(year, asked.texts), own, unreadable(), done);
  }

  private MeasureList.Row row(
      Indicator indicator, @Nullable Figure figure, int uses, boolean mayChange, Period year) {
    String id = indicator.id();
    boolean own = asked.own.has(id);
    boolean standard = Catalogue.standard().find(id).isPresent();
    return new MeasureList.Row(
        asked.names.indicator(indicator),
        id,
        new MeasureWords(asked.texts).of(indicator.measure()),
        figure == null ? "" : FigurePages.sum(figure, asked.names),
        "/figures/" + id + "?from=" + year.from() + "&until=" + year.until(),
        asked.t("direction." + indicator.direction().name().toLowerCase(Locale.ROOT)),
        asked.t(own ? standard ? "changed" : "own" : "standard"),
        uses,
        mayChange ? "/admin/measures/edit?id=" + Links.encoded(id) : "");
  }

  /** What the office's document has that is no indicator, and why. */
  private List<MeasureList.Unreadable> unreadable() {
    List<MeasureList.Unreadable> unreadable = new ArrayList<>();
    for (Json.Members item : asked.own.items()) {
      Json document = Json.members().put("indicators", Json.items(List.of(item))).build();
      List<DocumentProblem> problems = Catalogue.check(document, asked.vocabulary);
      if (!problems.isEmpty()) {
        unreadable.add(
            new MeasureList.Unreadable(
                OwnIndicators.id(item), problems.stream().map(DocumentProblem::message).toList()));
      }
    }
    return unreadable;
  }

  /** The figure of the measure in the address. */
  Figure figure() {
    Period period = period();
    return FigureEngine.figure(LiveFigure.state(asked, period), measure(), text("unit"), period);
  }

  MeasureRecords records(Figure figure) {
    String of = Requests.find(asked.context, "of").orElse("part");
    List<String> ids = FigurePages.side(figure, of);
    Measure measure = measure();
    String address = LiveFigure.records(measure, text("unit"), figure.period());
    List<Option> sides = new ArrayList<>();
    boolean isRate = figure.unit().equals(MeasureEdit.PERCENT);
    for (String side : isRate ? List.of("gap", "part", "whole") : List.of("part")) {
      String size = Integer.toString(FigurePages.side(figure, side).size());
      sides.add(
          new Option(address + side, asked.texts.text("console." + side, size), side.equals(of)));
    }
    int offset = Requests.number(asked.context, "offset", 0, 0, Integer.MAX_VALUE);
    Cutoff cutoff = figure.cutoff();
    LedgerState state = asked.ledger.state(cutoff);
    return new MeasureRecords(
        new MeasureWords(asked.texts).of(measure),
        PeriodBar.name(figure.period(), asked.texts),
        FigurePages.sum(figure, asked.names),
        sides,
        Listing.of(state, Paging.cut(ids, offset), asked.texts),
        Paging.of(ids.size(), offset, address + of + "&offset="));
  }

  private String text(String name) {
    return Requests.find(asked.context, name)
        .orElseThrow(() -> Refusal.ofField(400, "missing", name));
  }

  private Period period() {
    LocalDate from = Requests.date(asked.context, "from").orElse(asked.latest.period().from());
    LocalDate until = Requests.date(asked.context, "until").orElse(asked.latest.period().until());
    if (until.isBefore(from)) {
      throw Refusal.ofField(400, "bad-date", "until");
    }
    return new Period(from, until);
  }

  private Measure measure() {
    try {
      Measure measure = MeasureJson.read(JsonText.read(text("measure")));
      asked.vocabulary.check(measure);
      return measure;
    } catch (MeasureRejectedException e) {
      throw Refusal.ofField(400, "bad-measure", "measure", e.problem().message());
    } catch (JsonSyntaxException e) {
      throw Refusal.ofField(400, "bad-measure", "measure", String.valueOf(e.getMessage()));
    }
  }
}
