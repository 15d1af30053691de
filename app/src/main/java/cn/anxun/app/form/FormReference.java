package cn.anxun.app.form;

import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Divisions.Division;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.recordkind.RecordKindDefinition;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What forms offer.
 *
 * @param kinds the office's own kinds of record, by name
 */
public record FormReference(
    CodeLists codes, Divisions divisions, Units units, Map<String, RecordKindDefinition> kinds) {
  public FormReference {
    kinds = Collections.unmodifiableMap(new LinkedHashMap<>(kinds));
  }

  /** What the codes of divisions and units are called on a day, by the name of their field. */
  public Map<String, Map<String, String>> names(LocalDate day) {
    Map<String, String> named = new LinkedHashMap<>();
    for (Division division : divisions.list()) {
      if (division.holdsOn(day)) {
        named.put(division.code(), division.name());
      }
    }
    Map<String, Map<String, String>> names = new LinkedHashMap<>();
    names.put(RecordFields.DIVISION.name(), named);
    names.put(RecordFields.UNIT.name(), units.names());
    return names;
  }
}
