package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfoService;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The version of the tables in one schema. Older ones are brought up to date in a single
 * transaction, by one server at a time; newer ones are not touched.
 */
final class PostgresSchema {
  private static final String HISTORY_TABLE = "flyway_schema_history";

  private final PostgresConnections connections;
  private final String schema;
  private final String where;
  private final Migrations migrations;

  /**
   * @param where it is, for messages
   */
  PostgresSchema(
      PostgresConnections connections, String schema, String where, Migrations migrations) {
    this.connections = connections;
    this.schema = schema;
    this.where = where;
    this.migrations = migrations;
  }

  /**
   * Makes the schema and its tables as of this version, from none or from older ones. Flyway is
   * spared where it has nothing to do, see {@link Schema#bringUpToDate}.
   *
   * @throws StorageException where they are newer
   */
  void bringUpToDate() {
    try (Handle handle = Jdbi.open(connections)) {
      if (migrations.isWhole(history(handle))) {
        return;
      }
      // Until this connection is closed; the other servers wait here, and then find all done.
      handle.execute("SELECT pg_advisory_lock(hashtext(?))", "anxun schema " + schema);
      handle.execute("CREATE SCHEMA IF NOT EXISTS " + PostgresDatabase.quoted(schema));
      if (!migrations.isWhole(history(handle))) {
        Flyway flyway = flyway();
        Migrations.requireNotNewer(flyway.info(), where);
        flyway.migrate();
      }
    }
  }

  /**
   * Sees to it that a schema that is only read has the tables of this version.
   *
   * @throws StorageException where there is none, or they are older or newer
   */
  void requireUpToDate() {
    try (Handle handle = Jdbi.open(connections)) {
      if (migrations.isWhole(history(handle))) {
        return;
      }
    }
    MigrationInfoService info = flyway().info();
    Migrations.requireNotNewer(info, where);
    if (info.pending().length > 0) {
      throw new StorageException(ServerTexts.both("storage.old-tables", where), null);
    }
  }

  private Flyway flyway() {
    return migrations
        .configure(connections)
        .schemas(schema)
        .createSchemas(false)
        .table(HISTORY_TABLE)
        .load();
  }

  /** Empty where no script was ever run. */
  private List<String> history(Handle handle) {
    String table = PostgresDatabase.quoted(schema) + '.' + HISTORY_TABLE;
    boolean has =
        handle
            .createQuery("SELECT to_regclass(:table) IS NOT NULL")
            .bind("table", table)
            .mapTo(Boolean.class)
            .one();
    return has
        ? handle
            .createQuery(Migrations.HISTORY + ' ' + table + Migrations.IN_ORDER)
            .mapTo(String.class)
            .list()
        : List.of();
  }
}
