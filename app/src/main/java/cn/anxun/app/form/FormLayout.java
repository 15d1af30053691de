package cn.anxun.app.form;

import cn.anxun.core.entry.AccidentOccurred;
import cn.anxun.core.entry.CustomRecorded;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PublicityHeld;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.recordkind.RecordKindDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which fields the form of a kind has, in their order. */
public record FormLayout(List<FormField> fields) {
  /** What the phone or the office sets, and nobody types. */
  private static final Set<String> NOT_TYPED =
      Set.of(
          RecordFields.NUMBER.name(),
          RecordFields.PROJECT.name(),
          RecordFields.POINT.name(),
          CustomRecorded.RECORD_KIND.name());

  /** What most records of these kinds say; the number that is counted comes first. */
  private static final Map<String, List<Field<?>>> MAIN =
      Map.of(
          DrillHeld.KIND.name(),
          List.of(DrillHeld.PARTICIPANTS, DrillHeld.NAME, DrillHeld.LEVEL, DrillHeld.FORM),
          TrainingHeld.KIND.name(),
          List.of(TrainingHeld.ATTENDEES, TrainingHeld.NAME, TrainingHeld.AUDIENCE),
          PublicityHeld.KIND.name(),
          List.of(PublicityHeld.ATTENDEES, PublicityHeld.NAME, PublicityHeld.ACTIVITY),
          EnforcementTaken.KIND.name(),
          List.of(
              EnforcementTaken.ACTION,
              EnforcementTaken.CASE,
              EnforcementTaken.FINE_YUAN,
              EnforcementTaken.PERSONS,
              EnforcementTaken.DOCUMENT_NO),
          AccidentOccurred.KIND.name(),
          List.of(
              AccidentOccurred.GRADE,
              AccidentOccurred.DEATHS,
              AccidentOccurred.INJURIES,
              AccidentOccurred.DESCRIPTION));

  public FormLayout {
    fields = Collections.unmodifiableList(new ArrayList<>(fields));
  }

  public static FormLayout of(Kind kind, String recordKind, FormReference reference) {
    List<FormField> fields = new ArrayList<>();
    Set<String> taken = new HashSet<>(NOT_TYPED);
    RecordKindDefinition own = reference.kinds().get(recordKind);
    if (own != null) {
      for (RecordKindDefinition.CustomField field : own.fields()) {
        taken.add(field.field().name());
        fields.add(
            new FormField(
                field.field(), field.label(), reference.codes().find(field.list()), true));
      }
    }
    for (Field<?> field : MAIN.getOrDefault(kind.name(), List.of())) {
      taken.add(field.name());
      fields.add(field(kind, field, true, reference));
    }
    boolean hasMain = !fields.isEmpty();
    for (Field<?> field : kind.fields().values()) {
      if (taken.add(field.name()) && field.type() != Field.Type.DOCUMENT) {
        boolean isCommon = RecordFields.listAll().contains(field);
        fields.add(field(kind, field, !hasMain && !isCommon, reference));
      }
    }
    return new FormLayout(fields);
  }

  private static FormField field(
      Kind kind, Field<?> field, boolean isMain, FormReference reference) {
    return new FormField(
        field, "", reference.codes().find(kind.recordType(), field.name()), isMain);
  }

  public Optional<FormField> find(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** The number that the pad is open for at first. */
  public Optional<FormField> firstNumber() {
    return fields.stream().filter(field -> field.isMain() && field.isNumber()).findFirst();
  }
}
