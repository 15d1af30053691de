package cn.anxun.server.verify;

import cn.anxun.server.storage.EntryChain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What someone with the file and without scruples can do to it. */
final class Tampering {
  private static final List<String> GUARDS =
      List.of("entry_follows", "entry_is_never_deleted", "entry_is_never_changed");

  private final Jdbi jdbi;

  Tampering(Path file) {
    jdbi = Jdbi.create("jdbc:sqlite:" + file);
    jdbi.useHandle(
        handle -> GUARDS.forEach(guard -> handle.execute("DROP TRIGGER IF EXISTS " + guard)));
  }

  int execute(String sql, Object... arguments) {
    return jdbi.withHandle(handle -> handle.execute(sql, arguments));
  }

  void flipByte(long seq) {
    jdbi.useHandle(
        handle -> {
          byte[] open = bytes(handle, "open", seq);
          open[open.length / 2] ^= 1;
          handle.execute("UPDATE entry SET open = ? WHERE seq = ?", open, seq);
        });
  }

  void swap(long one, long other) {
    execute("UPDATE entry SET seq = 999999 WHERE seq = ?", one);
    execute("UPDATE entry SET seq = ? WHERE seq = ?", one, other);
    execute("UPDATE entry SET seq = ? WHERE seq = 999999", other);
  }

  void edit(long seq, String what, String by) {
    jdbi.useHandle(
        handle -> {
          String open = new String(bytes(handle, "open", seq), StandardCharsets.UTF_8);
          byte[] edited = open.replace(what, by).getBytes(StandardCharsets.UTF_8);
          handle.execute(
              "UPDATE entry SET open = ?, open_hash = ? WHERE seq = ?",
              edited,
              EntryChain.openHash(edited),
              seq);
        });
  }

  /** Computes every head again, so that the chain holds whatever was done. */
  void rechain() {
    jdbi.useHandle(
        handle -> {
          byte[] head = EntryChain.start();
          List<Map<String, Object>> rows =
              handle.createQuery("SELECT seq, stamp FROM entry ORDER BY seq").mapToMap().list();
          for (Map<String, Object> row : rows) {
            long seq = ((Number) row.get("seq")).longValue();
            head =
                EntryChain.next(
                    head,
                    seq,
                    bytes(handle, "open_hash", seq),
                    bytes(handle, "personal_hash", seq),
                    (String) row.get("stamp"));
            handle.execute("UPDATE entry SET head = ? WHERE seq = ?", head, seq);
          }
        });
  }

  private static byte[] bytes(Handle handle, String column, long seq) {
    return handle
        .createQuery("SELECT " + column + " FROM entry WHERE seq = :seq")
        .bind("seq", seq)
        .mapTo(byte[].class)
        .one();
  }
}
