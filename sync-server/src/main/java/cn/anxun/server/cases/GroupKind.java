package cn.anxun.server.cases;

import cn.anxun.core.entry.AccidentOccurred;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PlanFiled;
import cn.anxun.core.entry.PublicityHeld;
import cn.anxun.core.entry.ResponseMade;
import cn.anxun.core.entry.ServiceRendered;
import cn.anxun.core.entry.TrainingHeld;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a group of a case file may be a group of, and the fields it may then carry. */
@SuppressWarnings("ImmutableEnumChecker") // kinds and the wrapped map never change
public enum GroupKind {
  INSPECTION(
      Inspected.KIND,
      labels("check", "industry", "site_kind", "project"),
      several("campaign"),
      flags("planned", "record_issued"),
      totals("inspectors"),
      sites("distinct_sites", "planned_sites")),
  HAZARD(
      HazardFound.KIND,
      labels("level", "industry", "source", "category", "project"),
      several("campaign"),
      state("state"),
      flags("fixed_on_the_spot", "five_measures", "major_fire", "listed")),
  DRILL(
      DrillHeld.KIND,
      labels("level", "content", "form", "purpose", "hazard", "project"),
      totals("participants")),
  TRAINING(TrainingHeld.KIND, labels("audience", "project"), totals("attendees", "sessions")),
  PUBLICITY(
      PublicityHeld.KIND,
      labels("activity", "media_level", "project"),
      totals("attendees", "materials", "boards", "banners")),
  ENFORCEMENT(
      EnforcementTaken.KIND,
      labels("action", "case"),
      totals("persons"),
      yuan("fine_yuan", "collected_yuan")),
  ACCIDENT(AccidentOccurred.KIND, labels("industry", "grade"), totals("deaths", "injuries")),
  RESPONSE(ResponseMade.KIND, labels("hazard")),
  PLAN(PlanFiled.KIND, labels("plan_kind")),
  SERVICE(ServiceRendered.KIND, labels("service", "project"));

  /** What a field of a group holds. */
  public enum Shape {
    /** One label of a code list, 1 to 64 characters. */
    LABEL,
    /** One label or several. */
    LABELS,
    /** True or false. */
    FLAG,
    /** open, rectified or closed. */
    STATE,
    /** A whole number: the group's total, spread over its records. */
    TOTAL,
    /** An amount of money: the group's total, spread over its records to the cent. */
    YUAN,
    /** How many of the group's sites. */
    SITES
  }

  private final Kind opening;
  private final Map<String, Shape> fields;

  @SafeVarargs
  GroupKind(Kind opening, Map<String, Shape>... fields) {
    Map<String, Shape> all = new LinkedHashMap<>();
    for (Map<String, Shape> some : fields) {
      all.putAll(some);
    }
    this.opening = opening;
    this.fields = Collections.unmodifiableMap(all);
  }

  /** As measures and case files name it: {@code hazard}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of the entry that opens such a record. */
  public Kind opening() {
    return opening;
  }

  /** The fields that a group of this kind may carry besides {@code kind} and {@code count}. */
  public Map<String, Shape> fields() {
    return fields;
  }

  public static Optional<GroupKind> find(String wire) {
    for (GroupKind kind : values()) {
      if (kind.wire().equals(wire)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Shape> labels(String... names) {
    return all(Shape.LABEL, names);
  }

  private static Map<String, Shape> several(String... names) {
    return all(Shape.LABELS, names);
  }

  private static Map<String, Shape> flags(String... names) {
    return all(Shape.FLAG, names);
  }

  private static Map<String, Shape> state(String... names) {
    return all(Shape.STATE, names);
  }

  private static Map<String, Shape> totals(String... names) {
    return all(Shape.TOTAL, names);
  }

  private static Map<String, Shape> yuan(String... names) {
    return all(Shape.YUAN, names);
  }

  private static Map<String, Shape> sites(String... names) {
    return all(Shape.SITES, names);
  }

  private static Map<String, Shape> all(Shape shape, String... names) {
    Map<String, Shape> fields = new LinkedHashMap<>();
    for (String name : names) {
      fields.put(name, shape);
    }
    return fields;
  }
}
