package cn.anxun.server.simulation;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.indicator.MeasureRejectedException;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Holds figures against those counted by hand, and against what was answered before. */
final class FigureChecks {
  static final String ASKED_AGAIN = "earlier cut-off asked again after more had come";

  private static final Map<String, Measure> MEASURES = new HashMap<>();
  private static final Measure CLOSED_OF_FOUND =
      measure(
          "{\"rate\":[{\"count\":\"hazard\",\"where\":{\"state\":\"closed\"}},"
              + "{\"count\":\"hazard\"}]}");

  static {
    Map.of(
            "hazards", "{\"count\":\"hazard\"}",
            "closed", "{\"count\":\"hazard\",\"where\":{\"state\":\"closed\"}}",
            "rectified", "{\"count\":\"hazard\",\"where\":{\"state\":\"rectified\"}}",
            "sites", "{\"count\":\"hazard\",\"distinct\":\"site\"}",
            "drills", "{\"count\":\"drill\"}",
            "trainings", "{\"count\":\"training\"}",
            "participants", "{\"sum\":\"drill.participants\"}")
        .forEach((name, json) -> MEASURES.put(name, measure(json)));
    for (String division : Template.DIVISIONS) {
      MEASURES.put(
          Recount.IN_DIVISION + division,
          measure("{\"count\":\"hazard\",\"where\":{\"division\":\"" + division + "\"}}"));
    }
  }

  private final Happened happened;

  FigureChecks(Happened happened) {
    this.happened = happened;
  }

  /**
   * What was answered once.
   *
   * @param entries all that there were
   */
  record Asked(Cutoff cutoff, List<LedgerEntry> entries, LedgerState answer) {
    /** Asks for the first half of the year, with all that the server has by now. */
    static Asked of(SimulatedServer server) {
      List<LedgerEntry> entries = Checks.entries(server.ledger(), server.ledger().lastSeq());
      Cutoff cutoff = new Cutoff(entries.size(), LocalDate.of(People.YEAR, 6, 30));
      return new Asked(cutoff, entries, server.ledger().state(cutoff));
    }
  }

  private static Measure measure(String json) {
    try {
      return MeasureJson.read(JsonText.read(json.getBytes(StandardCharsets.UTF_8)));
    } catch (MeasureRejectedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Everything up to this seq, at the end of the year. */
  static Cutoff cutoff(long seq) {
    return new Cutoff(seq, LocalDate.of(People.YEAR, 12, 31));
  }

  /**
   * Now, and with the first half of the entries alone.
   *
   * @param ledger all entries that count, by seq
   */
  void check(String who, Function<Cutoff, LedgerState> states, List<LedgerEntry> ledger) {
    for (List<LedgerEntry> entries : List.of(ledger, ledger.subList(0, ledger.size() / 2))) {
      long seq = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).seq();
      checkFigures(who + " at " + seq, states.apply(cutoff(seq)), new Recount(entries));
    }
  }

  private static void checkFigures(String who, LedgerState state, Recount recount) {
    MEASURES.forEach(
        (name, measure) -> {
          BigDecimal value = figure(state, measure).part();
          BigDecimal counted = recount.figures().get(name);
          Checks.require(
              Promise.FIGURES_ARE_RIGHT,
              value.compareTo(counted) == 0,
              who + " counts " + value + " " + name + ", by hand they are " + counted);
        });
    String rate = figure(state, CLOSED_OF_FOUND).printed();
    Checks.require(
        Promise.FIGURES_ARE_RIGHT,
        rate.equals(recount.closedOfFound()),
        who + " closed " + rate + " %, by hand it is " + recount.closedOfFound());
  }

  private static Figure figure(LedgerState state, Measure measure) {
    return FigureEngine.figure(state, measure, "", Period.year(People.YEAR));
  }

  /**
   * Steps without effect, and sites that may be one and the same, are listed: these and no others.
   */
  void checkNotices(LedgerState state, List<LedgerEntry> ledger) {
    Recount recount = new Recount(ledger);
    Set<String> withoutEffect = new HashSet<>();
    Set<Set<String>> suspects = new HashSet<>();
    for (Notice notice : state.notices()) {
      if (notice.type() == Notice.Type.WITHOUT_EFFECT) {
        withoutEffect.addAll(notice.entryIds());
      } else if (notice.type() == Notice.Type.SUSPECTED_DOUBLE) {
        suspects.add(new HashSet<>(notice.entryIds()));
      }
    }
    Checks.require(
        Promise.FIGURES_ARE_RIGHT,
        withoutEffect.equals(recount.withoutEffect()),
        "steps without effect: " + withoutEffect + ", by hand " + recount.withoutEffect());
    Checks.require(
        Promise.FIGURES_ARE_RIGHT,
        suspects.equals(recount.suspects()),
        "suspected doubles: " + suspects + ", by hand " + recount.suspects());
    happened.count("step without effect, listed", withoutEffect.size());
    happened.count("sites that may be one, listed", suspects.size());
  }

  /**
   * Asks again; nothing where a restore has taken what there was then.
   *
   * @param ledger all entries, by seq
   */
  void checkAgain(Asked before, Function<Cutoff, LedgerState> states, List<LedgerEntry> ledger) {
    int then = before.entries().size();
    if (ledger.size() < then || !ledger.subList(0, then).equals(before.entries())) {
      return;
    }
    LedgerState now = states.apply(before.cutoff());
    Checks.require(
        Promise.SAME_WHEN_ASKED_AGAIN,
        now.equals(before.answer()),
        "asked again at " + before.cutoff() + ": " + now + " was " + before.answer());
    happened.count(
        ledger.size() > then ? ASKED_AGAIN : "earlier cut-off asked, nothing came since");
  }
}
