package cn.anxun.server.storage;

import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** What a bureau's database says of itself. */
final class Meta {
  private static final String EPOCH = "epoch";
  private static final String RESTORED = "restored";
  private static final String PROJECTION = "projection";

  private Meta() {}

  /** Empty in tables that no server has opened to write. */
  static Optional<String> findEpoch(Handle handle) {
    return handle
        .createQuery("SELECT value FROM meta WHERE name = :name")
        .bind("name", EPOCH)
        .mapTo(String.class)
        .findOne();
  }

  /** Gives the database an epoch, unless it has one. */
  static void startEpoch(Handle handle, String epoch) {
    handle.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", EPOCH, epoch);
  }

  /** Gives the database another epoch. */
  static void changeEpoch(Handle handle, String epoch) {
    handle.execute("UPDATE meta SET value = ? WHERE name = ?", epoch, EPOCH);
  }

  /** Keeps the last seq of the backup that the database was restored from. */
  static void setRestored(Handle handle, long seq) {
    put(handle, RESTORED, Long.toString(seq));
  }

  /** As it was kept last; empty for one that never was restored. */
  static OptionalLong restored(Handle handle) {
    return handle
        .createQuery("SELECT value FROM meta WHERE name = :name")
        .bind("name", RESTORED)
        .mapTo(String.class)
        .findOne()
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElse(OptionalLong.empty());
  }

  /** Which version of the fold made the projection; "" where none did yet. */
  static String projection(Handle handle) {
    return handle
        .createQuery("SELECT value FROM meta WHERE name = :name")
        .bind("name", PROJECTION)
        .mapTo(String.class)
        .findOne()
        .orElse("");
  }

  static void setProjection(Handle handle, String version) {
    put(handle, PROJECTION, version);
  }

  private static void put(Handle handle, String name, String value) {
    handle.execute(
        "INSERT INTO meta (name, value) VALUES (?, ?)"
            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        name,
        value);
  }
}
