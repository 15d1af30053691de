package cn.anxun.core.recordkind;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.RecordKindDefined;
import cn.anxun.core.entry.RecordTypes;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that the office has added: measures count it and sum its fields by name, as they
 * do the shipped kinds.
 *
 * @param name as measures name it: a lower-case letter, then lower-case letters, digits and
 *     underscores, 48 at most
 * @param label what people call it
 * @param fields at most six, besides the fields of every record
 */
public record RecordKindDefinition(String name, String label, List<CustomField> fields) {
  public static final int MAX_FIELDS = 6;

  private static final int MAX_LABEL = 60;
  private static final int MAX_TEXT = 400;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");
  private static final String TYPES = "text, code, codes, integer, decimal, date, flag";

  public RecordKindDefinition {
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
  }

  /**
   * One field.
   *
   * @param list the code list that offers its values; "" for none
   */
  public record CustomField(Field<?> field, String label, String list) {}

  /** The kinds that the bureau has added, by name, at the ledger's cut-off. */
  public static Map<String, RecordKindDefinition> at(LedgerState state) {
    Map<String, RecordKindDefinition> definitions = new LinkedHashMap<>();
    for (Map.Entry<String, DocumentRevision> document : state.documents().entrySet()) {
      if (document.getKey().startsWith(Documents.recordKind(""))) {
        document
            .getValue()
            .fields()
            .find(RecordKindDefined.DOCUMENT)
            .flatMap(RecordKindDefinition::find)
            .ifPresent(definition -> definitions.put(definition.name(), definition));
      }
    }
    return definitions;
  }

  /** The definition without what is wrong in it; empty where it has no fit name. */
  public static Optional<RecordKindDefinition> find(Json document) {
    return Optional.ofNullable(read(document, new ArrayList<>()));
  }

  /** Everything that is wrong with a definition; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document) {
    List<DocumentProblem> problems = new ArrayList<>();
    read(document, problems);
    return problems;
  }

  private static @Nullable RecordKindDefinition read(
      Json document, List<DocumentProblem> problems) {
    DocumentReader reader = DocumentReader.of(document, problems);
    String name = reader.required("name", 64).orElse("");
    String label = reader.required("label", MAX_LABEL).orElse(name);
    List<CustomField> fields = fields(reader);
    if (name.isEmpty()) {
      return null;
    }
    if (!NAME.matcher(name).matches()) {
      reader.reject(Code.BAD_NAME, "name", name);
      return null;
    }
    if (RecordTypes.RESERVED.contains(name)) {
      reader.reject(Code.DUPLICATE, "name", name);
      return null;
    }
    return new RecordKindDefinition(name, label, fields);
  }

  private static List<CustomField> fields(DocumentReader document) {
    Set<String> taken = new HashSet<>();
    for (Field<?> common : RecordFields.listAll()) {
      taken.add(common.name());
    }
    taken.add("record_kind");
    taken.add("date");
    taken.add("month");
    taken.add("assigned_to");
    taken.add("circulated");
    List<CustomField> fields = new ArrayList<>();
    for (DocumentReader reader : document.objects("fields", MAX_FIELDS)) {
      String name = reader.required("name", 64).orElse("");
      String label = reader.required("label", MAX_LABEL).orElse(name);
      String type = reader.required("type", 20).orElse("");
      String list = reader.text("list", 48).orElse("");
      Field<?> field = field(name, type);
      if (!name.isEmpty() && !NAME.matcher(name).matches()) {
        reader.reject(Code.BAD_NAME, "name", name);
      } else if (!name.isEmpty() && !taken.add(name)) {
        reader.reject(Code.DUPLICATE, "name", name);
      } else if (!type.isEmpty() && field == null) {
        reader.reject(Code.UNKNOWN_VALUE, "type", TYPES);
      } else if (!name.isEmpty() && field != null) {
        fields.add(new CustomField(field, label, list));
      }
    }
    return fields;
  }

  private static @Nullable Field<?> field(String name, String type) {
    return switch (type) {
      case "text" -> Field.text(name, MAX_TEXT);
      case "code" -> Field.code(name);
      case "codes" -> Field.codes(name);
      case "integer" -> Field.integer(name);
      case "decimal" -> Field.decimal(name);
      case "date" -> Field.date(name);
      case "flag" -> Field.flag(name);
      default -> null;
    };
  }

  /**
   * The fields whose values are not of their type; they are kept, and count as unset where a number
   * or day is needed.
   */
  public List<String> listUnreadable(Fields values) {
    List<String> unreadable = new ArrayList<>();
    for (CustomField field : fields) {
      Json value = values.raw(field.field().name());
      if (value != null && !field.field().read(value).isPresent()) {
        unreadable.add(field.field().name());
      }
    }
    return unreadable;
  }
}
