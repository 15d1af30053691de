package cn.anxun.server.console.figure;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Dimension;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.figure.FigureDetail.Side;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.monthly.SinceBulletin;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.FieldWords;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.console.page.Names;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.http.v1.FormPrinter;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures of a period in one table, and each with its records; a rate opens on its gap. */
public final class FigurePages {
  private static final Map<String, Dimension> DIMENSIONS =
      Map.of(
          "unit", Dimension.UNIT,
          "industry", Dimension.INDUSTRY,
          "level", Dimension.LEVEL,
          "site_kind", Dimension.SITE_KIND,
          "street", Dimension.STREET);

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final FormPrinter forms;
  private final Clock clock;

  public FigurePages(
      Access access, Pages pages, BureauLedgers ledgers, FormPrinter forms, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.forms = forms;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/figures", access.see(Permission.SEE_FIGURES, this::list));
    routes.get("/figures/{id}", access.see(Permission.SEE_FIGURES, this::one));
  }

  private void list(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.of(context, ledger, clock);
    LedgerState state = viewed.state(ledger);
    List<Indicator> indicators = Catalogue.at(state).list();
    Names names = Names.at(state, texts);
    Map<String, Figure> figures = FigureEngine.figures(state, indicators, viewed.period());
    List<FigureList.Row> rows = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Figure figure = figures.get(indicator.id());
      if (figure != null) {
        rows.add(
            new FigureList.Row(
                names.indicator(indicator),
                figure.printed(),
                names.unit(figure.unit()),
                figure.fromLedger().toPlainString(),
                figure.fromTally().toPlainString(),
                figure.partIds().size(),
                FieldWords.marks(texts, figure.marks()),
                "/figures/" + indicator.id() + '?' + viewed.query()));
      }
    }
    Pages.send(
        context,
        "figure/list.jte",
        pages.of(
            context,
            person,
            Section.FIGURES,
            texts.text(
                "console.figures",
                pages.bureau(person.bureau()),
                PeriodBar.name(viewed.period(), texts)),
            ledger,
            viewed),
        new FigureList(PeriodBar.of(viewed, texts), rows, forms(person, ledger, viewed)));
  }

  private List<FigureList.Form> forms(Principal person, BureauLedger ledger, Viewed viewed) {
    if (!person.may(Permission.EXPORT)) {
      return List.of();
    }
    int year = viewed.period().until().getYear();
    List<FigureList.Form> printed = new ArrayList<>();
    for (FormDefinition form : forms.list(ledger, year, viewed.cutoff())) {
      String to = "/api/v1/forms/" + form.key();
      String query =
          "?year=" + year + "&asOf=" + viewed.cutoff().seq() + ':' + viewed.cutoff().date();
      printed.add(new FigureList.Form(form.title(), to + ".xlsx" + query, to + ".docx" + query));
    }
    return printed;
  }

  private void one(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(person.bureau());
    Viewed viewed = Viewed.of(context, ledger, clock);
    LedgerState state = viewed.state(ledger);
    Indicator indicator =
        Catalogue.at(state)
            .find(context.pathParam("id"))
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    Names names = Names.at(state, texts);
    Optional<String> by = Requests.find(context, "by");
    String label = Optional.ofNullable(context.queryParam("label")).orElse("");
    Figure figure = figure(state, indicator, viewed, by, label);
    String of = Requests.find(context, "of").orElse(isRate(figure) ? "gap" : "part");
    List<String> ids = side(figure, of);
    String address =
        "/figures/"
            + indicator.id()
            + '?'
            + (viewed.pinned() ? viewed.query() : viewed.periodQuery())
            + by.map(field -> "&by=" + Links.encoded(field) + "&label=" + Links.encoded(label))
                .orElse("");
    int offset = Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE);
    Pages.send(
        context,
        "figure/detail.jte",
        pages.of(context, person, Section.FIGURES, names.indicator(indicator), ledger, viewed),
        new FigureDetail(
            PeriodBar.of(viewed, texts),
            "/figures/" + indicator.id(),
            sum(figure, names),
            texts.text("console.origin", number(figure.fromLedger()), number(figure.fromTally())),
            by.map(field -> names.of("hazard", field, label)).orElse(""),
            FieldWords.marks(texts, figure.marks()),
            sides(texts, figure, of, address),
            Listing.of(state, Paging.cut(ids, offset), texts),
            Paging.of(ids.size(), offset, address + "&of=" + of + "&offset="),
            isRate(figure) ? sisters(state, indicator, viewed, names) : List.of(),
            since(ledger, viewed, indicator, by, label, of, texts),
            new Deviation(state, texts).draft(indicator, figure)));
  }

  /** As of the bulletin nothing may have been of that label yet, nor the indicator defined. */
  private Optional<SinceBulletin> since(
      BureauLedger ledger,
      Viewed viewed,
      Indicator indicator,
      Optional<String> by,
      String label,
      String of,
      Texts texts) {
    LedgerState latest = Viewed.latest(ledger, clock).state(ledger);
    return SinceBulletin.of(
        ledger,
        viewed,
        latest,
        state ->
            Catalogue.at(state)
                .find(indicator.id())
                .flatMap(same -> find(state, same, viewed, by, label)),
        figure -> side(figure, of),
        figure -> sum(figure, Names.at(latest, texts)),
        texts);
  }

  /** The rates of the same type of record. */
  private static List<FigureDetail.Sister> sisters(
      LedgerState state, Indicator indicator, Viewed viewed, Names names) {
    String family = indicator.id().split("\\.", 2)[0] + '.';
    List<Indicator> others =
        Catalogue.at(state).list().stream()
            .filter(other -> other.measure() instanceof Measure.Rate)
            .filter(other -> other.id().startsWith(family) && !other.id().equals(indicator.id()))
            .toList();
    Map<String, Figure> figures = FigureEngine.figures(state, others, viewed.period());
    List<FigureDetail.Sister> sisters = new ArrayList<>();
    for (Indicator other : others) {
      Figure figure = figures.get(other.id());
      if (figure != null && figure.exact().isDefined()) {
        sisters.add(
            new FigureDetail.Sister(
                other.name(),
                sum(figure, names),
                "/figures/" + other.id() + '?' + viewed.periodQuery()));
      }
    }
    return sisters;
  }

  private static Figure figure(
      LedgerState state, Indicator indicator, Viewed viewed, Optional<String> by, String label) {
    return find(state, indicator, viewed, by, label)
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }

  private static Optional<Figure> find(
      LedgerState state, Indicator indicator, Viewed viewed, Optional<String> by, String label) {
    if (by.isEmpty()) {
      return Optional.of(FigureEngine.figure(state, indicator, viewed.period()));
    }
    Dimension dimension = DIMENSIONS.get(by.get());
    if (dimension == null) {
      throw Refusal.ofField(
          400,
          "bad-choice",
          "by",
          String.join(", ", DIMENSIONS.keySet().stream().sorted().toList()));
    }
    return Optional.ofNullable(
        FigureEngine.breakDown(
                state, indicator.measure(), indicator.unit(), viewed.period(), dimension)
            .get(label));
  }

  /**
   * The records of one side.
   *
   * @param of part, whole or gap
   * @throws Refusal 400 for another
   */
  public static List<String> side(Figure figure, String of) {
    return switch (of) {
      case "part" -> figure.partIds();
      case "whole" -> figure.wholeIds();
      case "gap" -> figure.gapIds();
      default -> throw Refusal.ofField(400, "bad-choice", "of", "part, whole, gap");
    };
  }

  private static List<Side> sides(Texts texts, Figure figure, String chosen, String address) {
    List<Side> sides = new ArrayList<>();
    for (String of : isRate(figure) ? List.of("gap", "part", "whole") : List.of("part")) {
      int size = side(figure, of).size();
      sides.add(
          new Side(
              texts.text("console." + of, Integer.toString(size)),
              size,
              address + "&of=" + of,
              of.equals(chosen)));
    }
    return sides;
  }

  /** {@code 2,395 ÷ 2,399 = 99.83 %}; a count alone with its unit. */
  public static String sum(Figure figure, Names names) {
    return isRate(figure) && figure.exact().isDefined()
        ? number(figure.part()) + " ÷ " + number(figure.whole()) + " = " + figure.printed() + " %"
        : figure.printed() + ' ' + names.unit(figure.unit());
  }

  /** With a comma at each thousand: 2,399. */
  public static String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(Locale.SIMPLIFIED_CHINESE);
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    return format.format(value);
  }

  private static boolean isRate(Figure figure) {
    return figure.unit().equals("%");
  }
}
