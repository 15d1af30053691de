package cn.anxun.core.indicator;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.Kinds;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Net;
import cn.anxun.core.indicator.Measure.Rate;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.indicator.MeasureProblem.Code;
import cn.anxun.core.recordkind.RecordKindDefinition;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The record types and fields that a bureau's measures may name: the shipped ones with their
 * derived fields, and the office's own. A misspelt name would count nothing, so that the office is
 * told when it defines an indicator; the engine itself takes any name.
 */
public final class MeasureVocabulary {
  private static final Map<String, Map<String, Field.Type>> SHIPPED = shipped();

  private final Map<String, Map<String, Field.Type>> types;

  private MeasureVocabulary(Map<String, Map<String, Field.Type>> types) {
    this.types = types;
  }

  /** The shipped types alone. */
  public static MeasureVocabulary standard() {
    return new MeasureVocabulary(SHIPPED);
  }

  /** The shipped types and those that the office has defined. */
  public static MeasureVocabulary at(LedgerState state) {
    Map<String, Map<String, Field.Type>> types = new LinkedHashMap<>(SHIPPED);
    for (RecordKindDefinition definition : RecordKindDefinition.at(state).values()) {
      Map<String, Field.Type> fields = common();
      for (RecordKindDefinition.CustomField field : definition.fields()) {
        fields.put(field.field().name(), field.field().type());
      }
      types.put(definition.name(), fields);
    }
    return new MeasureVocabulary(types);
  }

  /** The types of record there are, in the order in which they are offered. */
  public List<String> types() {
    return new ArrayList<>(types.keySet());
  }

  /** The fields of a type with what they hold, by name; none for a type that there is not. */
  public Map<String, Field.Type> fields(String type) {
    return new TreeMap<>(types.getOrDefault(type, Map.of()));
  }

  /** Whether records of this type close, so that a stock of them can be counted. */
  public static boolean closes(String type) {
    return MeasureJson.CLOSING.contains(type);
  }

  /**
   * Checks that the measure's names exist and fit.
   *
   * @throws MeasureRejectedException names the first that does not
   */
  public void check(Measure measure) throws MeasureRejectedException {
    check(measure, "");
  }

  private void check(Measure measure, String path) throws MeasureRejectedException {
    if (measure instanceof Rate rate) {
      check(rate.part(), path + "rate[0].");
      check(rate.whole(), path + "rate[1].");
    } else if (measure instanceof Net net) {
      for (int i = 0; i < net.terms().size(); i++) {
        check(net.terms().get(i), path + "net[" + i + "].");
      }
    } else if (measure instanceof Count count) {
      Map<String, Field.Type> fields = known(count.type(), path + "count");
      if (!count.distinct().isRecords()) {
        type(fields, count.distinct().field(), path + "distinct");
      }
      check(fields, count.where(), count.basis(), path);
    } else if (measure instanceof Sum sum) {
      Map<String, Field.Type> fields = known(sum.type(), path + "sum");
      Field.Type type = type(fields, sum.field(), path + "sum");
      if (type != Field.Type.INTEGER && type != Field.Type.DECIMAL) {
        throw MeasureRejectedException.of(Code.UNFIT_FIELD, path + "sum", sum.field());
      }
      check(fields, sum.where(), sum.basis(), path);
    }
  }

  private Map<String, Field.Type> known(String type, String path) throws MeasureRejectedException {
    Map<String, Field.Type> fields = types.get(type);
    if (fields == null) {
      throw MeasureRejectedException.of(Code.UNKNOWN_TYPE, path, type);
    }
    return fields;
  }

  private static void check(Map<String, Field.Type> fields, Where where, Basis basis, String path)
      throws MeasureRejectedException {
    for (String field : where.anyOf().keySet()) {
      type(fields, field, path + "where." + field);
    }
    if (!basis.on().equals(Basis.RECORDED.on())
        && type(fields, basis.on(), path + "on") != Field.Type.DATE) {
      throw MeasureRejectedException.of(Code.UNFIT_FIELD, path + "on", basis.on());
    }
  }

  private static Field.Type type(Map<String, Field.Type> fields, String field, String path)
      throws MeasureRejectedException {
    Field.@Nullable Type type = fields.get(field);
    if (type == null) {
      throw MeasureRejectedException.of(Code.UNKNOWN_FIELD, path, field);
    }
    return type;
  }

  private static Map<String, Map<String, Field.Type>> shipped() {
    Map<String, Map<String, Field.Type>> types = new LinkedHashMap<>();
    for (Kind kind : Kinds.ALL) {
      if (kind.effect() == Kind.Effect.OPENS && !kind.recordType().equals("custom")) {
        Map<String, Field.Type> fields = common();
        kind.fields().forEach((name, field) -> fields.put(name, field.type()));
        types.put(kind.recordType(), fields);
      }
    }
    Map<String, Field.Type> hazard = types.getOrDefault("hazard", new HashMap<>());
    put(hazard, Field.Type.CODE, "state", "recorded_level", "listed_level", "transferred_to");
    put(hazard, Field.Type.DATE, "found_on", "first_deadline", "current_deadline", "rectified_on");
    put(hazard, Field.Type.DATE, "review_due_on", "reviewed_on", "closed_on", "listed_on");
    put(hazard, Field.Type.FLAG, "overdue", "deadline_reached", "first_deadline_reached");
    put(hazard, Field.Type.FLAG, "rectified_on_time", "rectified_on_time_first", "review_due");
    put(
        hazard,
        Field.Type.FLAG,
        "reviewed_when_due",
        "review_overdue",
        "listed",
        "ever_listed",
        "five_measures");
    put(hazard, Field.Type.FLAG, "close_out_approved");
    put(hazard, Field.Type.INTEGER, "extensions", "days_over");
    for (String covered : List.of("planned_site", "grid")) {
      Map<String, Field.Type> fields = common();
      put(fields, Field.Type.FLAG, "visited");
      put(fields, Field.Type.DATE, "visited_on");
      types.put(covered, fields);
    }
    return types;
  }

  private static Map<String, Field.Type> common() {
    Map<String, Field.Type> fields = new HashMap<>();
    for (Field<?> field : RecordFields.listAll()) {
      fields.put(field.name(), field.type());
    }
    put(fields, Field.Type.CODE, "month", "assigned_to");
    put(fields, Field.Type.FLAG, "circulated");
    return fields;
  }

  private static void put(Map<String, Field.Type> fields, Field.Type type, String... names) {
    for (String name : names) {
      fields.put(name, type);
    }
  }
}
