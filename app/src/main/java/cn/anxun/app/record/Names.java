package cn.anxun.app.record;

import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.Assigned;
import cn.anxun.core.entry.Circulated;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.sync.People;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What units, divisions, grids and accounts are called, as this phone knows them by now. What it
 * was not told of is called by its code.
 *
 * @param grids by code
 * @param day on which the codes of divisions are read
 */
public record Names(
    Units units, Divisions divisions, Map<String, String> grids, People people, LocalDate day) {
  public static final Names NONE =
      new Names(
          new Units(Map.of()),
          new Divisions(Collections.emptyList()),
          Map.of(),
          People.NONE,
          LocalDate.MIN);

  /** The fields that hold the code of a unit. */
  private static final Set<String> UNIT_FIELDS =
      Collections.unmodifiableSet(
          new HashSet<>(
              Arrays.asList(
                  RecordFields.UNIT.name(),
                  HazardFound.RESPONSIBLE_UNIT.name(),
                  HazardFound.SUPERVISING_DEPARTMENT.name(),
                  Assigned.TO_UNIT.name(),
                  Circulated.TO_UNITS.name(),
                  "assigned_to")));

  public Names {
    grids = Collections.unmodifiableMap(new HashMap<>(grids));
  }

  /** What the value of a field is called, where it is the code of a unit or a division. */
  public String value(String field, String value) {
    if (UNIT_FIELDS.contains(field)) {
      return unit(value);
    }
    return field.equals(RecordFields.DIVISION.name()) ? division(value) : value;
  }

  /** The codes that may be chosen for a field of a unit; none for other fields. */
  public List<String> offered(String field) {
    return UNIT_FIELDS.contains(field)
        ? new ArrayList<>(units.names().keySet())
        : Collections.emptyList();
  }

  public String unit(String code) {
    return units.find(code).orElse(code);
  }

  /** The code of the unit that is called so; what was typed where none is. */
  public String unitCode(String typed) {
    String name = typed.trim();
    return units.names().entrySet().stream()
        .filter(unit -> unit.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(typed);
  }

  public String person(String account) {
    return people.find(account).orElse(account);
  }

  /** The name of a division or grid, with that of its street before it. */
  public String division(String code) {
    String own =
        divisions
            .find(code, day)
            .map(Divisions.Division::name)
            .orElseGet(() -> grids.getOrDefault(code, code));
    if (code.length() <= Divisions.STREET_DIGITS) {
      return own;
    }
    return divisions
        .find(code.substring(0, Divisions.STREET_DIGITS), day)
        .map(street -> street.name() + " " + own)
        .orElse(own);
  }
}
