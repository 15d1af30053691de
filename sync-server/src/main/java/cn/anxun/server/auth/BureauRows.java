package cn.anxun.server.auth;

import cn.anxun.server.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Copies what a directory knows of one bureau into another directory: the bureau, its people with
 * their passwords and grants, its phones with their tokens, codes, heads and what waits in the
 * inbox. What the other knew of the bureau before gives way, for it is what once was: a phone that
 * was revoked since stays revoked. Of people, whom other bureaus there may share, the password that
 * was set later counts, and who is disabled in either is disabled. The audit does not go along: it
 * is of its own server.
 */
public final class BureauRows {
  /** Columns that SQLite keeps as 0 and 1. */
  private static final Set<String> TRUTHS = Set.of("must_change", "known");

  private static final String PEOPLE =
      " WHERE id IN (SELECT account FROM bureau_grant WHERE bureau = :bureau UNION SELECT account"
          + " FROM device WHERE bureau = :bureau UNION SELECT account FROM enrolment_code WHERE"
          + " bureau = :bureau)";

  private static final String ACCOUNT = "account";
  private static final String OF_BUREAU = " WHERE bureau = :bureau";

  /** In an order in which each row finds what it refers to. */
  private static final List<Table> TABLES =
      List.of(
          new Table("bureau", " WHERE id = :bureau", "id", "id", "name", "division", "created_at"),
          new Table(
              ACCOUNT,
              PEOPLE,
              "id",
              "id",
              "display_name",
              "password_hash",
              "created_at",
              "disabled_at",
              "must_change",
              "password_set_at"),
          new Table(
              "bureau_grant",
              OF_BUREAU,
              "account, bureau",
              "account",
              "bureau",
              "role",
              "unit",
              "division",
              "version",
              "revoked_at"),
          new Table(
              "device",
              OF_BUREAU,
              "id",
              "id",
              "bureau",
              "account",
              "letters",
              "installation",
              "name",
              "token_hash",
              "enrolled_at",
              "last_seen_at",
              "revoked_at",
              "app"),
          new Table(
              "enrolment_code",
              OF_BUREAU,
              "code_hash",
              "code_hash",
              "bureau",
              "account",
              "created_at",
              "expires_at",
              "used_at",
              "device"),
          new Table(
              "head_witness",
              OF_BUREAU,
              "device, bureau",
              "device",
              "bureau",
              "epoch",
              "seq",
              "head",
              "known",
              "seen_at"),
          new Table(
              "inbox",
              OF_BUREAU + " ORDER BY id",
              "bureau, device, entry",
              "bureau",
              "account",
              "role",
              "device",
              "entry",
              "received_at",
              "bytes",
              "decided_at",
              "decision"));

  /**
   * A table.
   *
   * @param which of its rows are copied
   * @param key the columns by which a row is known there
   */
  private record Table(String name, String which, String key, List<String> columns) {
    Table(String name, String which, String key, String... columns) {
      this(name, which, key, List.of(columns));
    }

    String insert() {
      return "INSERT INTO "
          + name
          + " ("
          + String.join(", ", columns)
          + ") VALUES ("
          + String.join(", ", Collections.nCopies(columns.size(), "?"))
          + ") ON CONFLICT ("
          + key
          + ") DO UPDATE SET "
          + (name.equals(ACCOUNT) ? ofPeople() : all());
    }

    private String all() {
      List<String> sets = new ArrayList<>();
      for (String column : columns) {
        sets.add(column + " = excluded." + column);
      }
      return String.join(", ", sets);
    }

    private static String ofPeople() {
      List<String> sets = new ArrayList<>();
      for (String column : List.of("password_hash", "must_change", "password_set_at")) {
        sets.add(
            column
                + " = CASE WHEN coalesce(excluded.password_set_at, '') >"
                + " coalesce(account.password_set_at, '') THEN excluded."
                + column
                + " ELSE account."
                + column
                + " END");
      }
      sets.add("disabled_at = coalesce(account.disabled_at, excluded.disabled_at)");
      return String.join(", ", sets);
    }
  }

  private BureauRows() {}

  /**
   * The names of accounts that are there in both directories and are not the same account, sorted:
   * then nothing may be copied, for what one person wrote would be taken for another's.
   */
  public static List<String> listOthersOfThisName(Database from, Database to, String bureau) {
    Map<String, String> made = new TreeMap<>();
    from.look(
        handle ->
            handle
                .createQuery("SELECT id, created_at FROM account" + PEOPLE)
                .bind("bureau", bureau)
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(account -> made.put(account.getKey(), account.getValue())));
    return to.read(
        handle -> {
          List<String> others = new ArrayList<>();
          made.forEach(
              (account, at) ->
                  handle
                      .createQuery("SELECT created_at FROM account WHERE id = :id")
                      .bind("id", account)
                      .mapTo(String.class)
                      .findOne()
                      .filter(there -> !there.equals(at))
                      .ifPresent(there -> others.add(account)));
          return others;
        });
  }

  /** Whether the other directory has a bureau of this name which is not the same bureau. */
  public static boolean isOther(Database from, Database to, String bureau) {
    Optional<String> made = from.read(handle -> made(handle, bureau));
    return to.<Optional<String>>read(handle -> made(handle, bureau))
        .filter(there -> !Optional.of(there).equals(made))
        .isPresent();
  }

  private static Optional<String> made(Handle handle, String bureau) {
    return handle
        .createQuery("SELECT created_at FROM bureau WHERE id = :bureau")
        .bind("bureau", bureau)
        .mapTo(String.class)
        .findOne();
  }

  /** Copies them within these two transactions. */
  public static void copy(Handle from, Handle to, String bureau) {
    for (Table table : TABLES) {
      String insert = table.insert();
      from.createQuery(
              "SELECT "
                  + String.join(", ", table.columns())
                  + " FROM "
                  + table.name()
                  + table.which())
          .bind("bureau", bureau)
          .map((row, context) -> row(row, table.columns()))
          .forEach(row -> to.execute(insert, row));
    }
  }

  private static Object[] row(ResultSet from, List<String> columns) throws SQLException {
    Object[] row = new Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      String column = columns.get(i);
      row[i] = TRUTHS.contains(column) ? from.getBoolean(column) : from.getObject(column);
    }
    return row;
  }
}
