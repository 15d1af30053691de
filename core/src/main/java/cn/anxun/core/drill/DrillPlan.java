package cn.anxun.core.drill;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.entry.DrillPlanRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The drills that the office plans for a year ({@link DrillPlanRevised}). */
public record DrillPlan(List<Drill> drills) {
  private static final int MAX_DRILLS = 2000;
  private static final int MAX_NAME = 120;
  private static final int MAX_CODE = 64;

  public DrillPlan {
    drills = Collections.unmodifiableList(new ArrayList<>(drills));
  }

  /**
   * A drill that is to be held.
   *
   * @param unit that holds it; "" where none is named
   * @param level of the code list {@code drill-level}; "" for none
   * @param hazard of the code list {@code drill-hazard}; "" for none
   */
  public record Drill(LocalDate date, String name, String unit, String level, String hazard) {}

  /** The plan of a document and the parts that it goes on in, without what is wrong in them. */
  public static DrillPlan of(List<DocumentRevision> parts) {
    List<Drill> drills = new ArrayList<>();
    for (DocumentRevision part : parts) {
      part.fields()
          .find(DrillPlanRevised.DOCUMENT)
          .ifPresent(document -> drills.addAll(read(document, new ArrayList<>())));
    }
    return new DrillPlan(drills);
  }

  /** Everything that is wrong with a revision; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document) {
    List<DocumentProblem> problems = new ArrayList<>();
    read(document, problems);
    return problems;
  }

  private static List<Drill> read(Json document, List<DocumentProblem> problems) {
    List<Drill> drills = new ArrayList<>();
    Set<Drill> seen = new HashSet<>();
    for (DocumentReader reader :
        DocumentReader.of(document, problems).objects("drills", MAX_DRILLS)) {
      if (reader.raw("date") == null) {
        reader.reject(Code.MISSING, "date", "");
      }
      Optional<LocalDate> date = reader.date("date");
      String name = reader.required("name", MAX_NAME).orElse("");
      Drill drill =
          new Drill(
              date.orElse(LocalDate.MIN),
              name,
              reader.text("unit", MAX_CODE).orElse(""),
              reader.text("level", MAX_CODE).orElse(""),
              reader.text("hazard", MAX_CODE).orElse(""));
      if (!date.isPresent() || name.isEmpty()) {
        continue;
      }
      if (!seen.add(drill)) {
        reader.reject(Code.DUPLICATE, "name", name);
      } else {
        drills.add(drill);
      }
    }
    return drills;
  }

  /** The drills of these days, both included, the first first. */
  public List<Drill> list(LocalDate from, LocalDate until) {
    List<Drill> within = new ArrayList<>();
    for (Drill drill : drills) {
      if (!drill.date().isBefore(from) && !drill.date().isAfter(until)) {
        within.add(drill);
      }
    }
    within.sort((one, other) -> one.date().compareTo(other.date()));
    return within;
  }
}
