package cn.anxun.server.console;

import cn.anxun.core.form.FormDefinition;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.http.v1.Asked;
import cn.anxun.server.http.v1.FormPrinter;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The figures of a period in one table, and each with its records. */
final class FigurePages {
  private final Gate gate;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final FormPrinter forms;
  private final Csrf csrf;
  private final Clock clock;

  FigurePages(
      Gate gate,
      BureauLedgers ledgers,
      Directory directory,
      FormPrinter forms,
      Csrf csrf,
      Clock clock) {
    this.gate = gate;
    this.ledgers = ledgers;
    this.directory = directory;
    this.forms = forms;
    this.csrf = csrf;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.get("/", gate.allow(Permission.SEE_FIGURES, this::list));
    routes.get("/figures/{id}", gate.allow(Permission.SEE_FIGURES, this::one));
  }

  private void list(Context context, Principal principal) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(principal.bureau());
    Asked asked = Asked.of(context, ledger, clock);
    LedgerState state = asked.state(ledger);
    List<Indicator> indicators = Catalogue.at(state).list();
    Map<String, Figure> figures = FigureEngine.figures(state, indicators, asked.period());
    List<FormDefinition> printed =
        forms.list(ledger, asked.period().until().getYear(), asked.cutoff());
    String secret = csrf.give(context);
    String title =
        texts.text(
            "console.figures", bureau(principal), asked.period().from(), asked.period().until());
    Page.send(
        context,
        title,
        html -> {
          html.element("h1", title);
          cutoff(html, texts, ledger, asked);
          choose(html, texts, asked);
          forms(html, texts, principal, printed, asked);
          html.element("table", table -> figures(table, texts, indicators, figures, asked));
          Page.form(
              html,
              "/logout",
              secret,
              form -> form.element("button", texts.text("console.logout")));
        });
  }

  private static void choose(Html html, Texts texts, Asked asked) {
    html.element(
        "form",
        form -> {
          Page.input(
              form,
              texts.text("console.year"),
              "year",
              "number",
              Integer.toString(asked.period().until().getYear()));
          form.element("button", texts.text("console.show"));
        },
        "method",
        "get",
        "action",
        "/",
        "class",
        "choose");
  }

  private static void forms(
      Html html, Texts texts, Principal principal, List<FormDefinition> printed, Asked asked) {
    if (printed.isEmpty() || !principal.may(Permission.EXPORT)) {
      return;
    }
    html.element("h2", texts.text("console.forms"));
    html.element(
        "ul",
        list -> {
          for (FormDefinition form : printed) {
            list.element(
                "li",
                item -> {
                  item.text(form.title() + " ");
                  for (String ending : List.of("xlsx", "docx")) {
                    String to =
                        "/api/v1/forms/"
                            + form.key()
                            + '.'
                            + ending
                            + "?year="
                            + form.year()
                            + "&asOf="
                            + asOf(asked);
                    item.element("a", ending, "href", to).text(" ");
                  }
                });
          }
        });
  }

  private static void figures(
      Html table,
      Texts texts,
      List<Indicator> indicators,
      Map<String, Figure> figures,
      Asked asked) {
    table.element(
        "tr",
        head -> {
          for (String column :
              List.of(
                  "indicator", "value", "unit", "from-ledger", "from-tally", "records", "marks")) {
            head.element("th", texts.text("console." + column));
          }
        });
    for (Indicator indicator : indicators) {
      Figure figure = figures.get(indicator.id());
      if (figure != null) {
        table.element(
            "tr",
            row -> {
              row.element("td", indicator.name());
              row.element(
                  "td",
                  cell ->
                      cell.element(
                          "a", figure.printed(), "href", address(indicator, asked, "part", 0)),
                  "class",
                  "number");
              row.element("td", figure.unit());
              row.element("td", figure.fromLedger().toPlainString(), "class", "number");
              row.element("td", figure.fromTally().toPlainString(), "class", "number");
              row.element("td", Integer.toString(figure.partIds().size()), "class", "number");
              row.element("td", marks(texts, figure.marks()), "class", "marks");
            });
      }
    }
  }

  private void one(Context context, Principal principal) {
    Texts texts = Requests.texts(context);
    BureauLedger ledger = ledgers.get(principal.bureau());
    Asked asked = Asked.of(context, ledger, clock);
    LedgerState state = asked.state(ledger);
    Indicator indicator =
        Catalogue.at(state)
            .find(context.pathParam("id"))
            .orElseThrow(() -> Refusal.of(404, "not-found"));
    Figure figure = FigureEngine.figure(state, indicator, asked.period());
    String of = Requests.find(context, "of").orElse("part");
    List<String> ids =
        switch (of) {
          case "part" -> figure.partIds();
          case "whole" -> figure.wholeIds();
          case "gap" -> figure.gapIds();
          default -> throw Refusal.ofField(400, "bad-choice", "of", "part, whole, gap");
        };
    RecordTable records =
        new RecordTable(
            state,
            ids,
            Requests.number(context, "offset", 0, 0, Integer.MAX_VALUE),
            new PublicFields(ledger),
            texts);
    Page.send(
        context,
        indicator.name(),
        html -> {
          html.element(
              "h1",
              indicator.name()
                  + " "
                  + figure.printed()
                  + (isRate(figure) ? "%" : " " + figure.unit()));
          html.element(
              "p",
              texts.text(
                  "console.of-bureau",
                  bureau(principal),
                  asked.period().from(),
                  asked.period().until()));
          cutoff(html, texts, ledger, asked);
          html.element("p", split(texts, figure));
          if (!figure.marks().isEmpty()) {
            html.element("p", marks(texts, figure.marks()), "class", "marks");
          }
          html.element("p", links -> sides(links, texts, indicator, asked, figure));
          records.write(html, offset -> address(indicator, asked, of, offset));
          html.element(
              "p",
              back -> back.element("a", texts.text("console.back"), "href", "/?" + query(asked)));
        });
  }

  private static String split(Texts texts, Figure figure) {
    String origin =
        texts.text(
            "console.origin",
            figure.fromLedger().toPlainString(),
            figure.fromTally().toPlainString());
    return isRate(figure)
        ? texts.text(
            "console.split", figure.part().toPlainString(), figure.whole().toPlainString(), origin)
        : origin;
  }

  private static boolean isRate(Figure figure) {
    return figure.unit().equals("%");
  }

  private static void sides(
      Html html, Texts texts, Indicator indicator, Asked asked, Figure figure) {
    Map<String, Integer> sizes =
        Map.of(
            "part",
            figure.partIds().size(),
            "whole",
            figure.wholeIds().size(),
            "gap",
            figure.gapIds().size());
    for (String side : List.of("part", "whole", "gap")) {
      html.element(
              "a",
              texts.text("console." + side, Integer.toString(sizes.getOrDefault(side, 0))),
              "href",
              address(indicator, asked, side, 0))
          .text(" ");
    }
  }

  private static void cutoff(Html html, Texts texts, BureauLedger ledger, Asked asked) {
    asked
        .closed()
        .ifPresent(
            closed ->
                html.element(
                    "p", texts.text("console.closed", closed.edition(), closed.signedBy())));
    html.element(
        "p",
        texts.text(
            "console.cutoff",
            Long.toString(asked.cutoff().seq()),
            asked.cutoff().date(),
            ledger.headAt(asked.cutoff().seq()).hash().substring(0, 16)),
        "class",
        "small");
  }

  private String bureau(Principal principal) {
    return directory
        .bureaus()
        .find(principal.bureau())
        .map(Bureau::name)
        .orElse(principal.bureau());
  }

  private static String address(Indicator indicator, Asked asked, String of, int offset) {
    return "/figures/" + indicator.id() + '?' + query(asked) + "&of=" + of + "&offset=" + offset;
  }

  private static String query(Asked asked) {
    return "from="
        + asked.period().from()
        + "&until="
        + asked.period().until()
        + "&asOf="
        + asOf(asked);
  }

  private static String asOf(Asked asked) {
    return asked.cutoff().seq() + ":" + asked.cutoff().date();
  }

  static String marks(Texts texts, Set<Mark> marks) {
    return marks.stream()
        .map(mark -> mark(texts, mark))
        .collect(Collectors.joining(texts.text("console.comma")));
  }

  private static String mark(Texts texts, Mark mark) {
    String name = mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
    String key = "console.mark." + name;
    return texts.has(key) ? texts.text(key) : name;
  }
}
