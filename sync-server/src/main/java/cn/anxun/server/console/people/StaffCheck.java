package cn.anxun.server.console.people;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Accounts;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.console.people.StaffTable.Column;
import cn.anxun.server.console.people.StaffTable.Line;
import cn.anxun.server.importer.EscapedZero;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks through a table of people: who can be made an account, and what is wrong, at its cell. */
final class StaffCheck {
  private static final int MAX_UNIT = 64;

  private final Accounts accounts;
  private final String bureau;
  private final Words words;
  private final Texts texts;
  private final List<String> problems = new ArrayList<>();
  private final List<Accounts.Applicant> applicants = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  StaffCheck(Accounts accounts, String bureau, Words words, Texts texts) {
    this.accounts = accounts;
    this.bureau = bureau;
    this.words = words;
    this.texts = texts;
  }

  StaffCheck look(List<Line> lines) {
    lines.forEach(this::look);
    return this;
  }

  /** What is wrong, in sentences that begin with the cell. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  /** All of them, where nothing is wrong. */
  List<Accounts.Applicant> applicants() {
    return List.copyOf(applicants);
  }

  private void look(Line line) {
    line.cells().entrySet().stream()
        .filter(cell -> EscapedZero.isIn(cell.getValue()))
        .forEach(cell -> problem(line, cell.getKey(), "zero", EscapedZero.strip(cell.getValue())));
    String account = line.cell(Column.ACCOUNT);
    if (!Accounts.isId(account)) {
      problem(line, Column.ACCOUNT, "bad-account", account);
    } else if (!seen.add(account.toLowerCase(Locale.ROOT))) {
      problem(line, Column.ACCOUNT, "twice", account);
    } else if (accounts.find(account).isPresent()) {
      problem(line, Column.ACCOUNT, "exists", account);
    }
    if (!Accounts.isDisplayName(line.cell(Column.NAME))) {
      problem(line, Column.NAME, "bad-name", line.cell(Column.NAME));
    }
    String unit = line.cell(Column.UNIT);
    if (unit.length() > MAX_UNIT) {
      problem(line, Column.UNIT, "bad-unit", MAX_UNIT);
    }
    Optional<Role> role = role(line.cell(Column.ROLE));
    if (role.isEmpty()) {
      problem(
          line,
          Column.ROLE,
          "bad-role",
          line.cell(Column.ROLE),
          String.join(texts.text("console.comma"), Words.roles(texts).values()));
      return;
    }
    String division = line.cell(Column.DIVISION);
    if (!Accounts.isDivision(division)) {
      problem(line, Column.DIVISION, "bad-division", division);
    } else if (role.get() == Role.GRID_WORKER && division.isEmpty()) {
      problem(line, Column.DIVISION, "needs-division");
    }
    applicants.add(
        new Accounts.Applicant(
            account,
            line.cell(Column.NAME),
            new Grant(bureau, role.get(), words.unitCode(unit), division, 1)));
  }

  private Optional<Role> role(String written) {
    if (written.isEmpty()) {
      return Optional.of(Role.INSPECTOR);
    }
    return Words.roles(texts).entrySet().stream()
        .filter(role -> role.getValue().equals(written) || role.getKey().equals(written))
        .map(Map.Entry::getKey)
        .findFirst()
        .flatMap(Role::find);
  }

  private void problem(Line line, Column column, String key, Object... details) {
    problems.add(
        texts.text(
            "console.people.table.at",
            line.place(column),
            texts.text("console.people.table." + key, details)));
  }
}
