package cn.anxun.server.http.v1;

import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.scope.PublicFields;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The figures, each with the records behind it, and the records themselves, from which anybody can
 * count again.
 */
final class FigureRoutes {
  private static final String PATH = "/api/v1/indicators";

  private final Gate gate;
  private final BureauLedgers ledgers;
  private final Clock clock;

  FigureRoutes(Gate gate, BureauLedgers ledgers, Clock clock) {
    this.gate = gate;
    this.ledgers = ledgers;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.get(PATH, gate.allow(Permission.SEE_FIGURES, this::list));
    routes.get(PATH + "/{id}", gate.allow(Permission.SEE_FIGURES, this::one));
    routes.get(PATH + "/{id}/records", gate.allow(Permission.SEE_FIGURES, this::recordsOf));
    routes.get("/api/v1/records", gate.allow(Permission.SEE_FIGURES, this::records));
  }

  private void list(Context context, Principal principal) {
    BureauLedger ledger = ledgers.get(principal.bureau());
    Asked asked = Asked.of(context, ledger, clock);
    LedgerState state = asked.state(ledger);
    List<Indicator> indicators = Catalogue.at(state).list();
    Map<String, Figure> figures = FigureEngine.figures(state, indicators, asked.period());
    List<Json> items = new ArrayList<>();
    for (Indicator indicator : indicators) {
      Figure figure = figures.get(indicator.id());
      if (figure != null) {
        items.add(FigureJson.figure(indicator, figure, asked.closed()).build());
      }
    }
    Answers.send(context, answer(ledger, asked).put("indicators", Json.items(items)).build());
  }

  private void one(Context context, Principal principal) {
    BureauLedger ledger = ledgers.get(principal.bureau());
    Asked asked = Asked.of(context, ledger, clock);
    LedgerState state = asked.state(ledger);
    Indicator indicator = indicator(context, state);
    Figure figure = FigureEngine.figure(state, indicator, asked.period());
    Answers.send(
        context,
        answer(ledger, asked)
            .put(
                "indicator",
                FigureJson.figure(indicator, figure, asked.closed())
                    .put("gap", figure.gapIds().size())
                    .put("measure", MeasureJson.write(indicator.measure()))
                    .build())
            .build());
  }

  private void recordsOf(Context context, Principal principal) {
    BureauLedger ledger = ledgers.get(principal.bureau());
    Asked asked = Asked.of(context, ledger, clock);
    LedgerState state = asked.state(ledger);
    Indicator indicator = indicator(context, state);
    Figure figure = FigureEngine.figure(state, indicator, asked.period());
    String of = Requests.find(context, "of").orElse("part");
    List<String> ids =
        switch (of) {
          case "part" -> figure.partIds();
          case "whole" -> figure.wholeIds();
          case "gap" -> figure.gapIds();
          default -> throw Refusal.ofField(400, "bad-choice", "of", "part, whole, gap");
        };
    Json.MembersBuilder answer =
        answer(ledger, asked)
            .put("indicator", FigureJson.figure(indicator, figure, asked.closed()).build())
            .put("of", of);
    Answers.send(
        context, RecordPage.of(context).put(answer, ledger, PublicFields.find(state, ids)).build());
  }

  private void records(Context context, Principal principal) {
    String type =
        Requests.find(context, "type").orElseThrow(() -> Refusal.ofField(400, "missing", "type"));
    BureauLedger ledger = ledgers.get(principal.bureau());
    Asked asked = Asked.of(context, ledger, clock);
    List<FoldedRecord> records =
        asked.state(ledger).list(type).stream()
            .filter(record -> asked.period().contains(record.date()))
            .toList();
    Answers.send(
        context, RecordPage.of(context).put(answer(ledger, asked), ledger, records).build());
  }

  private static Json.MembersBuilder answer(BureauLedger ledger, Asked asked) {
    return Json.members()
        .put("period", FigureJson.period(asked.period()))
        .put("cutoff", FigureJson.cutoff(asked.cutoff()))
        .put("head", ledger.headAt(asked.cutoff().seq()).hash())
        .put("engine", FigureEngine.VERSION)
        .put("closed", asked.closed().map(FigureJson::closed).orElse(null));
  }

  private static Indicator indicator(Context context, LedgerState state) {
    return Catalogue.at(state)
        .find(context.pathParam("id"))
        .orElseThrow(() -> Refusal.of(404, "not-found"));
  }
}
