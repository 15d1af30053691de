package cn.anxun.app.feature.hazards;

import cn.anxun.app.record.Names;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.CloseOutApproved;
import cn.anxun.core.entry.Corrected;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.Extended;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.MajorConfirmed;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.Voided;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is filled in. What it asks for follows from the kind of entry that it makes.
 *
 * @param target the entry that a correction is of; for {@link HazardStep#REWRITE} the one edited
 * @param names of the units that may be chosen
 * @param values as typed, by the name of the field; days as yyyy-MM-dd, flags as true or false
 */
record StepForm(
    HazardStep step,
    Entry target,
    Names names,
    Map<String, String> values,
    List<Attachment> photos) {

  /** The name of the day on which it happened. */
  static final String DATE = "businessDate";

  /** Of a correction: what the field is to be. */
  static final String CORRECTED = "new";

  private static final String HAZARD = "hazard";
  private static final Set<Field<?>> DECISIONS =
      Set.of(Reviewed.PASSED, MajorConfirmed.CONFIRMED, CloseOutApproved.APPROVED);
  private static final Set<Field<?>> DEADLINES = Set.of(Reviewed.DEADLINE, Extended.DEADLINE);
  private static final int LINE = 120;

  StepForm {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    photos = Collections.unmodifiableList(new ArrayList<>(photos));
  }

  String value(String field) {
    return values.getOrDefault(field, "");
  }

  StepForm with(String field, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(field, value);
    if (step == HazardStep.CORRECT && field.equals(Corrected.FIELD.name())) {
      changed.put(CORRECTED, typed(old(value)));
    }
    return new StepForm(step, target, names, changed, photos);
  }

  StepForm with(List<Attachment> taken) {
    return new StepForm(step, target, names, values, taken);
  }

  /** Whether photos belong to it. */
  boolean takesPhotos() {
    return step == HazardStep.RECTIFY || step == HazardStep.REVIEW || step == HazardStep.REWRITE;
  }

  /** What it asks for by now, from the top. */
  List<FormField> fields() {
    List<FormField> fields = new ArrayList<>();
    if (step == HazardStep.CORRECT) {
      fields.add(new FormField(Corrected.FIELD.name(), FormField.Control.CHOICE, true));
      String chosen = value(Corrected.FIELD.name());
      if (!chosen.isEmpty()) {
        fields.add(new FormField(CORRECTED, control(target.kind(), chosen), false));
        fields.add(new FormField(Corrected.REASON.name(), FormField.Control.LINES, false));
      }
      return fields;
    }
    for (Field<?> field : step.kind().fields().values()) {
      if (asks(field)) {
        fields.add(
            new FormField(field.name(), control(step.kind(), field.name()), field.required()));
      }
    }
    if (step.kind().effect() != Kind.Effect.AMENDS) {
      fields.add(new FormField(DATE, FormField.Control.DATE, true));
    }
    return fields;
  }

  private boolean asks(Field<?> field) {
    if (step == HazardStep.VOID) {
      return field == Voided.REASON || field == Voided.DUPLICATE_OF;
    }
    if (step == HazardStep.REVIEW && field == Reviewed.DEADLINE) {
      return value(Reviewed.PASSED.name()).equals("false");
    }
    return isEditable(field);
  }

  private static boolean isEditable(Field<?> field) {
    boolean ofRecord = RecordFields.listAll().contains(field) && field != RecordFields.NOTE;
    return !ofRecord
        && field.type() != Field.Type.REFERENCE
        && field.type() != Field.Type.REFERENCES
        && field.type() != Field.Type.DOCUMENT;
  }

  /** The fields of the corrected entry that may be corrected here. */
  List<String> correctable() {
    List<String> names = new ArrayList<>();
    for (Field<?> field : target.kind().fields().values()) {
      boolean ofRecord = field == RecordFields.INDUSTRY || field == RecordFields.DIVISION;
      if (isEditable(field) || ofRecord) {
        names.add(field.name());
      }
    }
    names.add(DATE);
    return names;
  }

  /** The values that a field offers; none where it has no list. */
  List<String> choices(String field) {
    if (step == HazardStep.CORRECT && field.equals(Corrected.FIELD.name())) {
      return correctable();
    }
    List<String> values = new ArrayList<>(names.offered(codeField(field)));
    CodeLists.shipped()
        .find(HAZARD, codeField(field))
        .ifPresent(list -> list.listOffered().forEach(item -> values.add(item.value())));
    return values;
  }

  /** The entry's field that this one is typed for. */
  String codeField(String field) {
    return field.equals(CORRECTED) ? value(Corrected.FIELD.name()) : field;
  }

  FormField.Control control(Kind kind, String name) {
    Field<?> field = kind.field(name);
    if (field == null) {
      return name.equals(DATE) ? FormField.Control.DATE : FormField.Control.LINE;
    }
    if (DECISIONS.contains(field)) {
      return FormField.Control.DECISION;
    }
    if (DEADLINES.contains(field)) {
      return FormField.Control.DEADLINE;
    }
    return switch (field.type()) {
      case FLAG -> FormField.Control.FLAG;
      case DATE -> FormField.Control.DATE;
      case INTEGER, DECIMAL -> FormField.Control.NUMBER;
      case CODE ->
          CodeLists.shipped().find(HAZARD, name).isPresent() || !names.offered(name).isEmpty()
              ? FormField.Control.CHOICE
              : FormField.Control.LINE;
      default ->
          field.maxLength() > LINE && field != Voided.REASON && field != Extended.REASON
              ? FormField.Control.LINES
              : FormField.Control.LINE;
    };
  }

  /** What the corrected entry says in the field; null where it is unset. */
  @Nullable Json old(String field) {
    return field.equals(DATE)
        ? Json.of(target.header().businessDate().toString())
        : target.fields().raw(field);
  }

  /** A value as it is typed; "" where it is unset. */
  static String typed(@Nullable Json value) {
    if (value instanceof Json.Text text) {
      return text.value();
    } else if (value instanceof Json.Num number) {
      return number.value().toPlainString();
    } else if (value instanceof Json.Flag flag) {
      return String.valueOf(flag.value());
    }
    return "";
  }

  /** The days that a deadline may be set to at a tap, from today. */
  static List<Integer> deadlineDays() {
    return Arrays.asList(7, 15, 30);
  }
}
