package cn.anxun.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That the schemas in PostgreSQL are those of the SQLite files: tables, columns with their types,
 * defaults and the texts that ignore case, keys, references, indices, how many conditions a table
 * checks, and which changes of a table a trigger looks at. What the triggers refuse is in the
 * contracts.
 *
 * <p>Types are named as SQLite does: INTEGER is bigint, integer or boolean in PostgreSQL (false is
 * 0), TEXT is text, BLOB is bytea; any other type keeps its own name and so is a difference. A key
 * must sort its texts by their bytes, or ignore their case, as in SQLite, not by a language.
 */
class SameSchemaTest {
  /** PostgreSQL alone has a row to lock: SQLite's one writer holds the lock of the file. */
  private static final List<String> WRITE_LOCK =
      List.of(
          "table write_lock",
          "column write_lock.locked INTEGER NOT NULL",
          "primary key write_lock (locked)",
          "checks of write_lock 1");

  /** PostgreSQL alone has TRUNCATE, which no trigger of DELETE sees. */
  private static final List<String> TRUNCATE_OF_THE_BUREAU = List.of("trigger entry TRUNCATE");

  private static final List<String> TRUNCATE_OF_THE_DIRECTORY =
      List.of("trigger audit TRUNCATE", "trigger audit_chain TRUNCATE", "trigger last_id TRUNCATE");

  /** What AUTOINCREMENT keeps by itself in SQLite, a view names; PostgreSQL has a table for it. */
  private static final List<String> LAST_ID_OF_SQLITE = List.of("view last_id");

  private static final List<String> LAST_ID_OF_POSTGRES =
      List.of(
          "table last_id",
          "column last_id.name TEXT NOT NULL",
          "column last_id.seq INTEGER NOT NULL",
          "primary key last_id (name)",
          "trigger last_id UPDATE",
          "trigger last_id DELETE");

  private static final String SQLITE =
      """
      WITH own AS (
        SELECT * FROM pragma_table_list
        WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'
      ),
      made AS (
        SELECT own.*, sqlite_schema.sql FROM own JOIN sqlite_schema USING (name)
        WHERE own.type = 'table'
      ),
      field AS (
        SELECT made.name AS of_table, substr(sql, instr(sql, char(10) || '  ' || info.name || ' ') + 1) AS line, info.*
        FROM made, pragma_table_info(made.name) AS info
      ),
      part AS (
        SELECT made.name AS of_table, list.name AS of_index, list."unique", list.partial, list.origin,
          info.seqno, info.name || iif(info.desc, ' DESC', '') AS name
        FROM made, pragma_index_list(made.name) AS list, pragma_index_xinfo(list.name) AS info
        WHERE info.key AND list.origin IN ('c', 'u')
      )
      SELECT own.type || ' ' || own.name || iif(own.type = 'table' AND NOT own.strict, ' of any types', '')
        FROM own
      UNION ALL
      SELECT 'column ' || of_table || '.' || name || ' ' || type || iif("notnull" OR pk, ' NOT NULL', '')
          || coalesce(' DEFAULT ' || dflt_value, '')
          || iif(instr(line, 'COLLATE NOCASE') BETWEEN 1 AND instr(line, char(10)), ' NOCASE', '')
        FROM field
      UNION ALL
      SELECT 'primary key ' || of_table || ' (' || group_concat(name, ', ' ORDER BY pk) || ')'
        FROM field WHERE pk GROUP BY of_table
      UNION ALL
      SELECT iif("unique", 'unique ', '') || iif(origin = 'c', 'index ' || of_index || ' on ', '') || of_table
          || ' (' || group_concat(name, ', ' ORDER BY seqno) || ')' || iif(partial, ' partial', '')
        FROM part GROUP BY of_index
      UNION ALL
      SELECT 'reference ' || made.name || ' (' || group_concat("from", ', ' ORDER BY seq) || ') to ' || "table"
          || ' (' || group_concat("to", ', ' ORDER BY seq) || ') ' || on_update || ', ' || on_delete
        FROM made, pragma_foreign_key_list(made.name) AS list GROUP BY made.name, list.id
      UNION ALL
      SELECT 'checks of ' || name || ' '
          || ((length(sql) - length(replace(sql, 'CHECK (', ''))) / length('CHECK ('))
        FROM made WHERE sql LIKE '%CHECK (%'
      UNION ALL
      SELECT DISTINCT 'trigger ' || tbl_name || ' ' || event.value
        FROM sqlite_schema, json_each('["INSERT", "UPDATE", "DELETE"]') AS event
        WHERE sqlite_schema.type = 'trigger' AND sql LIKE '% ' || event.value || ' ON %'
      """;

  private static final String POSTGRES =
      """
      WITH own AS (
        SELECT * FROM pg_class
        WHERE relnamespace = to_regnamespace(quote_ident(current_schema())) AND relname NOT LIKE 'flyway%'
      ),
      part AS (
        SELECT own.relname AS of_table, pg_index.*, pg_constraint.contype, key.place,
          pg_get_indexdef(indexrelid, CAST(key.place AS integer), true)
            || CASE key.bits & 1 WHEN 1 THEN ' DESC' ELSE '' END
            || CASE pg_collation.collname WHEN 'C' THEN '' WHEN 'nocase' THEN ''
                 ELSE coalesce(' by the language ' || pg_collation.collname, '') END AS name
        FROM own
        JOIN pg_index ON indrelid = own.oid
        LEFT JOIN pg_constraint ON conindid = indexrelid AND contype IN ('p', 'u')
        CROSS JOIN unnest(indcollation, indoption) WITH ORDINALITY AS key (collation_id, bits, place)
        LEFT JOIN pg_collation ON pg_collation.oid = key.collation_id
      ),
      reference AS (
        SELECT own.relname AS of_table, pg_constraint.oid, mine.attname AS mine, theirs.attname AS theirs,
          CAST(to_table.relname AS text) AS to_table, confupdtype, confdeltype, key.place
        FROM own
        JOIN pg_constraint ON conrelid = own.oid AND contype = 'f'
        JOIN pg_class AS to_table ON to_table.oid = confrelid
        CROSS JOIN unnest(conkey, confkey) WITH ORDINALITY AS key (mine, theirs, place)
        JOIN pg_attribute AS mine ON mine.attrelid = conrelid AND mine.attnum = key.mine
        JOIN pg_attribute AS theirs ON theirs.attrelid = confrelid AND theirs.attnum = key.theirs
      )
      SELECT CASE relkind WHEN 'r' THEN 'table ' WHEN 'v' THEN 'view ' ELSE concat(relkind, ' ') END || relname
        FROM own WHERE relkind NOT IN ('i', 'S')
      UNION ALL
      SELECT 'column ' || table_name || '.' || column_name || ' '
          || CASE WHEN data_type IN ('bigint', 'integer', 'boolean') THEN 'INTEGER'
               WHEN data_type = 'text' THEN 'TEXT' WHEN data_type = 'bytea' THEN 'BLOB' ELSE data_type END
          || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
          || coalesce(' DEFAULT ' || CASE column_default WHEN 'false' THEN '0' WHEN 'true' THEN '1'
               ELSE split_part(column_default, '::', 1) END, '')
          || CASE collation_name WHEN 'nocase' THEN ' NOCASE' ELSE '' END
        FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name IN (SELECT relname FROM own WHERE relkind = 'r')
      UNION ALL
      SELECT CASE WHEN indisprimary THEN 'primary key ' WHEN indisunique THEN 'unique ' ELSE '' END
          || CASE WHEN contype IS NULL THEN 'index ' || CAST(CAST(indexrelid AS regclass) AS text) || ' on ' ELSE '' END
          || of_table || ' (' || string_agg(name, ', ' ORDER BY place) || ')'
          || CASE WHEN indpred IS NULL THEN '' ELSE ' partial' END
        FROM part GROUP BY of_table, indexrelid, indisprimary, indisunique, contype, indpred
      UNION ALL
      SELECT 'reference ' || of_table || ' (' || string_agg(mine, ', ' ORDER BY place) || ') to ' || to_table
          || ' (' || string_agg(theirs, ', ' ORDER BY place) || ') '
          || concat_ws(', ', replace(concat(confupdtype), 'a', 'NO ACTION'), replace(concat(confdeltype), 'a', 'NO ACTION'))
        FROM reference GROUP BY of_table, oid, to_table, confupdtype, confdeltype
      UNION ALL
      SELECT 'checks of ' || relname || ' ' || count(*)
        FROM own JOIN pg_constraint ON conrelid = own.oid WHERE contype = 'c' GROUP BY relname
      UNION ALL
      SELECT DISTINCT 'trigger ' || relname || ' ' || event.name
        FROM own
        JOIN pg_trigger ON tgrelid = own.oid AND NOT tgisinternal
        JOIN (VALUES (4, 'INSERT'), (8, 'DELETE'), (16, 'UPDATE'), (32, 'TRUNCATE')) AS event (bit, name)
          ON tgtype & event.bit > 0
      """;

  @TempDir private Path folder;

  @Test
  void bureau_inPostgres_isTheOneOfSqlite() {
    try (PostgresDatabases databases = PostgresDatabases.open(TestPostgres.address(), null)) {
      List<String> sqlite = ofSqlite(DataDirectory.BUREAU_MIGRATIONS);
      List<String> postgres = lines(databases.openBureau(TestPostgres.newBureau()), POSTGRES);

      assertThat(without(postgres, sqlite))
          .as("in PostgreSQL alone")
          .containsExactlyInAnyOrderElementsOf(both(WRITE_LOCK, TRUNCATE_OF_THE_BUREAU));
      assertThat(without(sqlite, postgres)).as("in SQLite alone").isEmpty();
    }
  }

  @Test
  void directory_inPostgres_isTheOneOfSqlite() {
    try (PostgresDatabases databases = PostgresDatabases.open(TestPostgres.newDatabase(), null)) {
      List<String> sqlite = ofSqlite(DataDirectory.DIRECTORY_MIGRATIONS);
      List<String> postgres = lines(databases.openDirectory(), POSTGRES);

      assertThat(without(postgres, sqlite))
          .as("in PostgreSQL alone")
          .containsExactlyInAnyOrderElementsOf(
              both(both(WRITE_LOCK, TRUNCATE_OF_THE_DIRECTORY), LAST_ID_OF_POSTGRES));
      assertThat(without(sqlite, postgres)).as("in SQLite alone").isEqualTo(LAST_ID_OF_SQLITE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE another (id bigint)",
        "CREATE VIEW another AS SELECT 1",
        "ALTER TABLE entry DROP COLUMN kind",
        "ALTER TABLE entry ALTER kind TYPE varchar",
        "ALTER TABLE entry ALTER kind DROP NOT NULL",
        "ALTER TABLE record ALTER state SET DEFAULT 'open'",
        "ALTER TABLE meta DROP CONSTRAINT meta_pkey",
        "ALTER TABLE entry DROP CONSTRAINT entry_id_key",
        "ALTER TABLE entry ALTER id TYPE text COLLATE \"default\"",
        "ALTER TABLE redaction DROP CONSTRAINT redaction_seq_fkey",
        "ALTER TABLE redaction DROP CONSTRAINT redaction_seq_fkey,"
            + " ADD FOREIGN KEY (seq) REFERENCES entry ON DELETE CASCADE",
        "ALTER TABLE entry DROP CONSTRAINT entry_head_check",
        "DROP INDEX entry_of_subject",
        "DROP INDEX entry_of_subject; CREATE INDEX entry_of_subject ON entry (seq, subject)",
        "DROP INDEX entry_of_subject; CREATE INDEX entry_of_subject ON entry (subject, seq DESC)",
        "DROP INDEX entry_of_subject; CREATE UNIQUE INDEX entry_of_subject ON entry (subject, seq)",
        "DROP INDEX entry_of_subject;"
            + " CREATE INDEX entry_of_subject ON entry (subject, seq) WHERE subject <> ''",
        "DROP TRIGGER entry_is_never_changed ON entry"
      })
  void bureau_whenItIsNoLongerTheSame_isFoundToDiffer(String change) {
    try (PostgresDatabases databases = PostgresDatabases.open(TestPostgres.address(), null)) {
      Database database = databases.openBureau(TestPostgres.newBureau());
      List<String> before = lines(database, POSTGRES);
      database.change(handle -> handle.createScript(change).execute());

      assertThat(Set.copyOf(lines(database, POSTGRES))).isNotEqualTo(Set.copyOf(before));
    }
  }

  private List<String> ofSqlite(String migrations) {
    try (Database database = SqliteDatabase.open(folder.resolve("one.db"), migrations)) {
      return lines(database, SQLITE);
    }
  }

  private static List<String> lines(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static List<String> without(List<String> all, List<String> others) {
    List<String> rest = new ArrayList<>(all);
    rest.removeAll(others);
    return rest;
  }

  private static List<String> both(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
