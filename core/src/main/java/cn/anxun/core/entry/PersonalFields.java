package cn.anxun.core.entry;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * Which values of an entry are personal, so that they stand in its erasable part: the fields that
 * are, and what a correction says of such a field.
 */
final class PersonalFields {
  private static final Set<String> NAMES = names();
  private static final Set<String> CORRECTED_VALUES =
      Set.of(Corrected.OLD.name(), Corrected.NEW.name(), ConflictResolved.VALUE.name());

  private PersonalFields() {}

  /** Whether the value of this name is personal in an entry of this kind with these fields. */
  static boolean contain(Kind kind, Fields fields, String name) {
    if (kind == Corrected.KIND || kind == ConflictResolved.KIND) {
      return CORRECTED_VALUES.contains(name) && NAMES.contains(fields.text(Corrected.FIELD));
    }
    Field<?> field = kind.field(name);
    return field != null && field.personal();
  }

  private static Set<String> names() {
    Set<String> names = new HashSet<>();
    for (Kind kind : Kinds.ALL) {
      for (Field<?> field : kind.fields().values()) {
        if (field.personal()) {
          names.add(field.name());
        }
      }
    }
    return Collections.unmodifiableSet(names);
  }
}
