package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Distinct;
import cn.anxun.core.indicator.Measure.Stock;
import cn.anxun.core.indicator.Measure.Where;
import cn.anxun.core.indicator.MeasureProblem.Code;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of a {@link Measure}, strict: an unknown member is an error, since a misspelt
 * condition would count too much. Whether a bureau has the record types and fields is {@link
 * MeasureVocabulary}'s question.
 */
public final class MeasureJson {
  public static final int MAX_TERMS = 10;
  public static final int MAX_CONDITIONS = 16;
  public static final int MAX_VALUES = 100;
  public static final int MAX_TEXT = 200;

  /** The record types that close, and so have a stock. */
  static final Set<String> CLOSING = Set.of("hazard");

  static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

  private static final Set<String> HEADS = Set.of("count", "sum", "rate", "net");

  private MeasureJson() {}

  /**
   * Reads a measure.
   *
   * @throws MeasureRejectedException names the path and what to do
   */
  public static Measure read(Json json) throws MeasureRejectedException {
    return measure(json, "", true, true);
  }

  private static Measure measure(Json json, String path, boolean rateAllowed, boolean netAllowed)
      throws MeasureRejectedException {
    if (!(json instanceof Json.Members members)) {
      throw rejected(Code.WRONG_TYPE, path, "{ }");
    }
    String head = head(members, path);
    if ((head.equals("rate") && !rateAllowed) || (head.equals("net") && !netAllowed)) {
      throw rejected(Code.NESTED, path, head);
    }
    return switch (head) {
      case "rate" -> rate(members, path);
      case "net" -> net(members, path);
      case "sum" -> sum(members, path);
      default -> count(members, path);
    };
  }

  private static String head(Json.Members members, String path) throws MeasureRejectedException {
    String head = "";
    for (String name : members.values().keySet()) {
      if (HEADS.contains(name)) {
        if (!head.isEmpty()) {
          throw rejected(Code.NO_MEASURE, path, head + ", " + name);
        }
        head = name;
      }
    }
    if (head.isEmpty()) {
      throw rejected(Code.NO_MEASURE, path, "");
    }
    return head;
  }

  private static Measure rate(Json.Members members, String path) throws MeasureRejectedException {
    onlyMembers(members, path, Set.of("rate"));
    List<Json> terms = terms(members, path, "rate", 2, 2);
    return new Measure.Rate(
        measure(terms.get(0), at(path, "rate[0]"), false, true),
        measure(terms.get(1), at(path, "rate[1]"), false, true));
  }

  private static Measure net(Json.Members members, String path) throws MeasureRejectedException {
    onlyMembers(members, path, Set.of("net"));
    List<Json> terms = terms(members, path, "net", 2, MAX_TERMS);
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      measures.add(measure(terms.get(i), at(path, "net[" + i + "]"), false, false));
    }
    return new Measure.Net(measures);
  }

  private static List<Json> terms(
      Json.Members members, String path, String name, int least, int most)
      throws MeasureRejectedException {
    String here = at(path, name);
    if (!(members.get(name) instanceof Json.Items items)) {
      throw rejected(Code.WRONG_TYPE, here, "[ ]");
    }
    if (items.values().size() < least || items.values().size() > most) {
      throw rejected(Code.TERMS, here, least == most ? String.valueOf(least) : least + "–" + most);
    }
    return items.values();
  }

  private static Measure count(Json.Members members, String path) throws MeasureRejectedException {
    onlyMembers(members, path, Set.of("count", "distinct", "where", "on", "stock"));
    String type = name(text(members, path, "count"), at(path, "count"));
    String distinct =
        members.get("distinct") == null
            ? ""
            : name(text(members, path, "distinct"), at(path, "distinct"));
    return new Measure.Count(
        type,
        distinct.isEmpty() ? Distinct.RECORDS : new Distinct(distinct),
        where(members, path),
        basis(members, path, type));
  }

  private static Measure sum(Json.Members members, String path) throws MeasureRejectedException {
    onlyMembers(members, path, Set.of("sum", "where", "on", "stock"));
    String here = at(path, "sum");
    String summed = text(members, path, "sum");
    int dot = summed.indexOf('.');
    if (dot <= 0 || dot == summed.length() - 1) {
      throw rejected(Code.SUM_WITHOUT_FIELD, here, summed);
    }
    String type = name(summed.substring(0, dot), here);
    return new Measure.Sum(
        type,
        name(summed.substring(dot + 1), here),
        where(members, path),
        basis(members, path, type));
  }

  private static Basis basis(Json.Members members, String path, String type)
      throws MeasureRejectedException {
    String on =
        members.get("on") == null
            ? Basis.RECORDED.on()
            : name(text(members, path, "on"), at(path, "on"));
    if (members.get("stock") == null) {
      return new Basis(on, Stock.NONE);
    }
    String here = at(path, "stock");
    String stock = text(members, path, "stock");
    if (!stock.equals("start") && !stock.equals("end")) {
      throw rejected(Code.WRONG_TYPE, here, "\"start\" / \"end\"");
    }
    if (!CLOSING.contains(type) || !on.equals(Basis.RECORDED.on())) {
      throw rejected(Code.STOCK, here, type);
    }
    return new Basis(on, stock.equals("start") ? Stock.START : Stock.END);
  }

  private static Where where(Json.Members members, String path) throws MeasureRejectedException {
    Json where = members.get("where");
    if (where == null) {
      return Where.ALL;
    }
    String here = at(path, "where");
    if (!(where instanceof Json.Members conditions)) {
      throw rejected(Code.WRONG_TYPE, here, "{ }");
    }
    if (conditions.values().size() > MAX_CONDITIONS) {
      throw rejected(Code.TOO_MANY, here, MAX_CONDITIONS);
    }
    Map<String, List<Json>> anyOf = new LinkedHashMap<>();
    for (Map.Entry<String, Json> condition : conditions.values().entrySet()) {
      String there = at(here, condition.getKey());
      anyOf.put(name(condition.getKey(), there), values(condition.getValue(), there));
    }
    return new Where(anyOf);
  }

  private static List<Json> values(Json json, String path) throws MeasureRejectedException {
    List<Json> values = json instanceof Json.Items items ? items.values() : List.of(json);
    if (values.isEmpty()) {
      throw rejected(Code.WHERE_VALUE, path, "");
    }
    if (values.size() > MAX_VALUES) {
      throw rejected(Code.TOO_MANY, path, MAX_VALUES);
    }
    for (Json value : values) {
      if (value instanceof Json.Items
          || value instanceof Json.Members
          || value instanceof Json.Null) {
        throw rejected(Code.WHERE_VALUE, path, "");
      }
      if (value instanceof Json.Text text && text.value().length() > MAX_TEXT) {
        throw rejected(Code.TOO_LONG, path, MAX_TEXT);
      }
    }
    return values;
  }

  private static String text(Json.Members members, String path, String name)
      throws MeasureRejectedException {
    if (!(members.get(name) instanceof Json.Text text)) {
      throw rejected(Code.WRONG_TYPE, at(path, name), "\"…\"");
    }
    return text.value();
  }

  private static String name(String name, String path) throws MeasureRejectedException {
    if (!NAME.matcher(name).matches()) {
      throw rejected(Code.BAD_NAME, path, shortened(name));
    }
    return name;
  }

  private static void onlyMembers(Json.Members members, String path, Set<String> known)
      throws MeasureRejectedException {
    for (String name : members.values().keySet()) {
      if (!known.contains(name)) {
        throw rejected(Code.UNKNOWN_MEMBER, at(path, shortened(name)), shortened(name));
      }
    }
  }

  private static String at(String path, String name) {
    return path.isEmpty() ? name : path + '.' + shortened(name);
  }

  private static String shortened(String name) {
    return name.length() <= 64 ? name : name.substring(0, 64) + '…';
  }

  private static MeasureRejectedException rejected(Code code, String path, Object argument) {
    return MeasureRejectedException.of(code, path, argument);
  }

  /** Writes a measure; what it leaves out is the default, so reading gives an equal measure. */
  public static Json.Members write(Measure measure) {
    Json.MembersBuilder members = Json.members();
    if (measure instanceof Measure.Count count) {
      members.put("count", count.type());
      members.put("distinct", count.distinct().isRecords() ? null : count.distinct().field());
      writeRest(members, count.where(), count.basis());
    } else if (measure instanceof Measure.Sum sum) {
      members.put("sum", sum.type() + '.' + sum.field());
      writeRest(members, sum.where(), sum.basis());
    } else if (measure instanceof Measure.Rate rate) {
      members.put("rate", Json.items(List.of(write(rate.part()), write(rate.whole()))));
    } else if (measure instanceof Measure.Net net) {
      List<Json> terms = new ArrayList<>();
      for (Measure term : net.terms()) {
        terms.add(write(term));
      }
      members.put("net", Json.items(terms));
    }
    return members.build();
  }

  private static void writeRest(Json.MembersBuilder members, Where where, Basis basis) {
    if (!where.anyOf().isEmpty()) {
      Json.MembersBuilder conditions = Json.members();
      for (Map.Entry<String, List<Json>> condition : where.anyOf().entrySet()) {
        List<Json> values = condition.getValue();
        conditions.put(condition.getKey(), values.size() == 1 ? values.get(0) : Json.items(values));
      }
      members.put("where", conditions.build());
    }
    members.put("on", basis.on().equals(Basis.RECORDED.on()) ? null : basis.on());
    @Nullable String stock =
        basis.stock() == Stock.NONE ? null : basis.stock().name().toLowerCase(Locale.ROOT);
    members.put("stock", stock);
  }
}
