package cn.anxun.server.console.base;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.document.Resources;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.json.Json;
import cn.anxun.core.recordkind.RecordKindDefinition;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The bureau's tables and their columns, in a language. */
final class BaseTables {
  private static final int YEARS_OFFERED = 2;

  private final LedgerState state;
  private final CodeLists lists;
  private final Texts texts;

  BaseTables(LedgerState state, Texts texts) {
    this.state = state;
    this.lists = CodeLists.at(state);
    this.texts = texts;
  }

  /** The table of this key; empty for one that cannot be. */
  Optional<BaseTable> find(String key) {
    int dot = key.indexOf('.');
    String name = dot < 0 ? "" : key.substring(dot + 1);
    return Family.find(dot < 0 ? key : key.substring(0, dot))
        .filter(family -> family.isNamed() == (dot >= 0) && family.allows(name))
        .map(family -> table(family, name));
  }

  /** The tables of a family that there are, or that are usually made. */
  List<BaseTable> list(Family family, int year) {
    Set<String> names = new LinkedHashSet<>();
    switch (family) {
      case INSPECTION_PLAN, DRILL_PLAN -> {
        for (int offered = 0; offered < YEARS_OFFERED; offered++) {
          names.add(Integer.toString(year + 1 - offered));
        }
        names.addAll(inLedger(family).stream().map(name -> name.split("/", 2)[0]).toList());
      }
      case CODE_LIST -> {
        lists.list().forEach(list -> names.add(list.name()));
        names.addAll(inLedger(family));
      }
      case RECORD_KIND -> names.addAll(inLedger(family));
      default -> names.add("");
    }
    return names.stream().filter(family::allows).map(name -> table(family, name)).toList();
  }

  private List<String> inLedger(Family family) {
    String prefix = family.subject(family.isYearly() ? "2000" : "x").replaceAll("(2000|x)$", "");
    return state.documents().keySet().stream()
        .filter(subject -> subject.startsWith(prefix))
        .map(subject -> subject.substring(prefix.length()))
        .toList();
  }

  private BaseTable table(Family family, String name) {
    return new BaseTable(
        family,
        name,
        title(family, name),
        family == Family.RECORD_KIND
            ? List.of(column("record-kind", Field.text("label", 60).asRequired(), Map.of()))
            : List.of(),
        columns(family),
        shipped(family, name),
        family == Family.INSPECTION_PLAN
            ? PlanColumns.maker(state, texts)
            : (before, values) -> BaseTable.merged(columns(family), before, values));
  }

  private String title(Family family, String name) {
    String title = texts.text("console.base.title." + family.key());
    return switch (family) {
      case CODE_LIST ->
          lists
              .find(name)
              .map(list -> texts.equals(ServerTexts.ENGLISH) ? list.english() : list.label())
              .orElse(name);
      case RECORD_KIND ->
          Optional.ofNullable(RecordKindDefinition.at(state).get(name))
              .map(RecordKindDefinition::label)
              .orElse(name);
      case INSPECTION_PLAN, DRILL_PLAN -> texts.text("console.base.of." + family.key(), name);
      default -> title;
    };
  }

  private List<Column> columns(Family family) {
    String key = family.key();
    return switch (family) {
      case UNITS, GRIDS -> List.of(code(key), name(key));
      case DIVISIONS ->
          List.of(
              code(key),
              name(key),
              column(key, Field.date("from"), Map.of()),
              column(key, Field.date("until"), Map.of()));
      case CODE_LIST ->
          List.of(
              column(key, Field.text("value", CodeList.MAX_VALUE).asRequired(), Map.of()),
              column(key, Field.text("en", 2 * CodeList.MAX_VALUE), Map.of()),
              column(key, Field.code("parent"), Map.of()),
              column(key, Field.flag("withdrawn"), Map.of()));
      case RECORD_KIND ->
          List.of(
              column(key, Field.text("name", 48).asRequired(), Map.of()),
              column("record-kind-field", Field.text("label", 60).asRequired(), Map.of()),
              column(key, Field.code("type").asRequired(), types()),
              column(key, Field.code("list"), codeLists()));
      case HAZARD_LIBRARY -> library(key);
      case INSPECTION_PLAN -> PlanColumns.columns(state, texts);
      case DRILL_PLAN ->
          List.of(
              column(key, Field.date("date").asRequired(), Map.of()),
              column(key, Field.text("name", 120).asRequired(), Map.of()),
              column(
                  key, Field.code("unit"), Units.of(state.documentParts(Documents.UNITS)).names()),
              column(key, Field.code("level"), offered("drill-level")),
              column(key, Field.code("hazard"), offered("drill-hazard")));
    };
  }

  private List<Column> library(String key) {
    return List.of(
        column(key, Field.text("key", 64).asRequired(), Map.of()),
        column(key, Field.text("text", HazardFound.DESCRIPTION.maxLength()).asRequired(), Map.of()),
        column(key, Field.code("category").asRequired(), offered("hazard-category")),
        column(key, Field.code("level"), offered("hazard-level")),
        column(key, Field.text("criterion", HazardFound.CRITERION.maxLength()), Map.of()),
        column(key, Field.text("basis", HazardFound.LEGAL_BASIS.maxLength()), Map.of()),
        column(key, Field.flag("fixed_on_the_spot"), Map.of()),
        column(key, Field.integer("deadline_days"), Map.of()),
        column(key, Field.text("measures", HazardFound.MEASURES.maxLength()), Map.of()),
        column(key, Field.text("question", 200), Map.of()),
        column(key, Field.text("question_en", 200), Map.of()),
        column(key, Field.codes("site_kinds"), Map.of()),
        column(key, Field.codes("industries"), Map.of()),
        column(key, Field.flag("withdrawn"), Map.of()));
  }

  private Column code(String key) {
    return column(key, Field.text("code", key.equals("units") ? 64 : 20).asRequired(), Map.of());
  }

  private Column name(String key) {
    return column(key, Field.text("name", 120).asRequired(), Map.of());
  }

  /** A column whose words are {@code console.base.column.PLACE.NAME}. */
  private Column column(String place, Field<?> field, Map<String, String> options) {
    return column(place, field, options, texts);
  }

  private static Column column(
      String place, Field<?> field, Map<String, String> options, Texts texts) {
    String key = "console.base.column." + place + "." + field.name();
    String help = key + ".help";
    return new Column(
        field,
        texts.text(key),
        List.of(ServerTexts.CHINESE.text(key), ServerTexts.ENGLISH.text(key)),
        texts.has(help) ? texts.text(help) : "",
        options,
        row -> row.get(field.name()));
  }

  private Map<String, String> offered(String list) {
    Map<String, String> options = new LinkedHashMap<>();
    lists.get(list).listOffered().forEach(item -> options.put(item.value(), item.value()));
    return options;
  }

  private Map<String, String> types() {
    Map<String, String> types = new LinkedHashMap<>();
    for (String type : List.of("text", "code", "codes", "integer", "decimal", "date", "flag")) {
      types.put(type, texts.text("console.base.type." + type));
    }
    return types;
  }

  private Map<String, String> codeLists() {
    Map<String, String> names = new LinkedHashMap<>();
    lists.list().forEach(list -> names.put(list.name(), list.label()));
    return names;
  }

  private static List<Json.Members> shipped(Family family, String name) {
    return switch (family) {
      case HAZARD_LIBRARY -> rows("/cn/anxun/core/hazardlibrary/standard.json", family.member());
      case CODE_LIST ->
          CodeLists.shipped().find(name).isPresent()
              ? rows("/cn/anxun/core/codelist/" + name + ".json", family.member())
              : List.of();
      default -> List.of();
    };
  }

  private static List<Json.Members> rows(String resource, String member) {
    List<Json.Members> rows = new ArrayList<>();
    Json.Members document = (Json.Members) Resources.json(resource);
    if (document.get(member) instanceof Json.Items items) {
      items.values().forEach(item -> rows.add((Json.Members) item));
    }
    return rows;
  }
}
