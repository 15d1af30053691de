package cn.anxun.server.console.measure;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Field;
import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.MeasureVocabulary;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.recordkind.RecordKindDefinition;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a measure may be put together from, in words: types of record, their fields and values. */
final class Choices {
  private static final Set<Field.Type> CONDITIONS =
      EnumSet.of(Field.Type.CODE, Field.Type.CODES, Field.Type.FLAG, Field.Type.INTEGER);
  private static final Set<Field.Type> NUMBERS = EnumSet.of(Field.Type.INTEGER, Field.Type.DECIMAL);
  private static final Set<Field.Type> DISTINCT =
      EnumSet.of(Field.Type.CODE, Field.Type.CODES, Field.Type.REFERENCE, Field.Type.REFERENCES);
  private static final Set<Field.Type> DAYS = EnumSet.of(Field.Type.DATE);
  private static final List<String> STATES = List.of("open", "rectified", "closed");

  /** How many values that records hold are offered where there is no list of them. */
  private static final int MOST_FOUND = 60;

  private final LedgerState state;
  private final MeasureVocabulary vocabulary;
  private final Map<String, RecordKindDefinition> ownKinds;
  private final CodeLists lists;
  private final Names names;
  private final Texts texts;

  Choices(LedgerState state, MeasureVocabulary vocabulary, Texts texts) {
    this.state = state;
    this.vocabulary = vocabulary;
    this.ownKinds = RecordKindDefinition.at(state);
    this.lists = CodeLists.at(state);
    this.names = Names.at(state, texts);
    this.texts = texts;
  }

  List<Option> types(String chosen) {
    List<Option> types = new ArrayList<>();
    for (String type : vocabulary.types()) {
      types.add(new Option(type, type(type), type.equals(chosen)));
    }
    return kept(types, chosen);
  }

  private String type(String type) {
    RecordKindDefinition own = ownKinds.get(type);
    return own == null ? names.type(type) : own.label();
  }

  List<Option> hows(String chosen) {
    return List.of(MeasureDraft.COUNT, MeasureDraft.DISTINCT, MeasureDraft.SUM).stream()
        .map(how -> new Option(how, texts.text("console.measure.how." + how), how.equals(chosen)))
        .toList();
  }

  /** What can be distinct or summed; none where records are counted. */
  List<Option> fields(MeasureDraft.Term term) {
    return switch (term.how()) {
      case MeasureDraft.SUM -> of(term.type(), NUMBERS, term.field());
      case MeasureDraft.DISTINCT -> of(term.type(), DISTINCT, term.field());
      default -> List.of();
    };
  }

  List<Option> conditions(String type, String chosen) {
    return of(type, CONDITIONS, chosen);
  }

  /** By which day records are in the period, or as of which they are open. */
  List<Option> whens(String type, String chosen) {
    List<Option> whens = new ArrayList<>();
    whens.add(when(Basis.RECORDED.on(), texts.text("console.measure.when.recorded"), chosen));
    for (Option day : of(type, DAYS, "")) {
      whens.add(when(day.value(), texts.text("console.measure.when.on", day.label()), chosen));
    }
    if (MeasureVocabulary.closes(type)) {
      for (String stock : List.of("start", "end")) {
        String value = MeasureDraft.STOCK + stock;
        whens.add(when(value, texts.text("console.measure.when." + value), chosen));
      }
    }
    return kept(whens, chosen);
  }

  private static Option when(String value, String label, String chosen) {
    return new Option(value, label, value.equals(chosen));
  }

  private List<Option> of(String type, Set<Field.Type> wanted, String chosen) {
    List<Option> fields = new ArrayList<>();
    vocabulary
        .fields(type)
        .forEach(
            (name, holds) -> {
              if (wanted.contains(holds)) {
                fields.add(new Option(name, field(type, name), name.equals(chosen)));
              }
            });
    fields.sort(Comparator.comparing(Option::label));
    return kept(fields, chosen);
  }

  /** What people call a field of a type. */
  String field(String type, String name) {
    RecordKindDefinition own = ownKinds.get(type);
    return Optional.ofNullable(own).stream()
        .flatMap(kind -> kind.fields().stream())
        .filter(field -> field.field().name().equals(name))
        .map(RecordKindDefinition.CustomField::label)
        .findFirst()
        .orElseGet(() -> names.field(name));
  }

  /** What stands there stays to be seen, even where nobody would choose it. */
  private static List<Option> kept(List<Option> options, String chosen) {
    boolean isThere = options.stream().anyMatch(option -> option.value().equals(chosen));
    if (!isThere && !chosen.isEmpty()) {
      options.add(new Option(chosen, chosen, true));
    }
    return options;
  }

  /** The values of a field to tick; none where they are to be typed. */
  List<Option> values(String type, String field, Collection<String> chosen) {
    Map<String, String> values = new LinkedHashMap<>();
    Field.Type holds = vocabulary.fields(type).get(field);
    if (holds == Field.Type.FLAG) {
      values.put("true", texts.text("console.yes"));
      values.put("false", texts.text("console.no"));
    } else if (holds == Field.Type.CODE || holds == Field.Type.CODES) {
      codes(type, field).forEach(code -> values.put(code, words(type, field, code)));
    } else {
      return List.of();
    }
    if (!values.isEmpty()) {
      chosen.forEach(value -> values.putIfAbsent(value, words(type, field, value)));
    }
    return values.entrySet().stream()
        .map(value -> new Option(value.getKey(), value.getValue(), chosen.contains(value.getKey())))
        .toList();
  }

  private String words(String type, String field, String value) {
    return names.of(type, field, value);
  }

  private Collection<String> codes(String type, String field) {
    if (field.equals("state")) {
      return STATES;
    }
    if (field.equals("unit") || field.equals("assigned_to") || field.equals("transferred_to")) {
      return Units.of(state.documentParts(Documents.UNITS)).names().keySet();
    }
    if (field.equals("division")) {
      return Divisions.at(state).list().stream().map(Divisions.Division::code).toList();
    }
    Optional<CodeList> list =
        listOf(type, field).or(() -> lists.find(type, field.replace("recorded_", "")));
    return list.isPresent()
        ? list.get().listOffered().stream().map(CodeList.Item::value).toList()
        : found(type, field);
  }

  private Optional<CodeList> listOf(String type, String field) {
    RecordKindDefinition own = ownKinds.get(type);
    return own == null
        ? lists.find(type, field)
        : own.fields().stream()
            .filter(one -> one.field().name().equals(field))
            .map(RecordKindDefinition.CustomField::list)
            .findFirst()
            .flatMap(lists::find)
            .or(() -> lists.find(type, field));
  }

  private Set<String> found(String type, String field) {
    Set<String> found = new TreeSet<>();
    for (FoldedRecord record : state.list(type)) {
      Json value = record.value(field);
      if (value instanceof Json.Text text) {
        found.add(text.value());
      } else if (value instanceof Json.Items items) {
        items.values().stream()
            .filter(Json.Text.class::isInstance)
            .forEach(item -> found.add(((Json.Text) item).value()));
      }
      if (found.size() >= MOST_FOUND) {
        break;
      }
    }
    return new LinkedHashSet<>(found);
  }
}
