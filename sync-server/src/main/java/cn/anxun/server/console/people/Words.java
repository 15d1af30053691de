package cn.anxun.server.console.people;

import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Roles, units and divisions of a bureau in words, and to choose from. */
final class Words {
  private final Texts texts;
  private final Units units;
  private final Divisions divisions;
  private final LocalDate day;

  Words(LedgerState state, Texts texts) {
    this.texts = texts;
    this.units = Units.of(state.documentParts(Documents.UNITS));
    this.divisions = Divisions.at(state);
    this.day = state.cutoff().date();
  }

  static String role(Role role, Texts texts) {
    return texts.text("console.role." + role.wire());
  }

  String role(Role role) {
    return role(role, texts);
  }

  String unit(String code) {
    return units.find(code).orElse(code);
  }

  String division(String code) {
    return divisions.find(code, day).map(Divisions.Division::name).orElse(code);
  }

  /** The code of a unit that was given by its name. */
  String unitCode(String nameOrCode) {
    return units.names().entrySet().stream()
        .filter(unit -> unit.getValue().equals(nameOrCode))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(nameOrCode);
  }

  /** Units by code. */
  Map<String, String> units() {
    return units.names();
  }

  /** Divisions in force by code. */
  Map<String, String> divisions() {
    Map<String, String> names = new LinkedHashMap<>();
    divisions.list().stream()
        .filter(one -> one.holdsOn(day))
        .forEach(one -> names.put(one.code(), one.name()));
    return names;
  }

  /** Roles as on the wire, with their names. */
  static Map<String, String> roles(Texts texts) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Role role : Role.values()) {
      names.put(role.wire(), role(role, texts));
    }
    return names;
  }

  String at(Instant instant) {
    return Days.text(instant, texts);
  }
}
