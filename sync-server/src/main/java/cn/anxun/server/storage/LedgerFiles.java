package cn.anxun.server.storage;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.paper.PaperReducer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** What a bureau's ledger knows of files: which entries name them, and who sent them. */
public final class LedgerFiles {
  /** The entries that name a file, each with whether a redaction is about it or its subject. */
  private static final String NAMINGS =
      """
      SELECT entry.*,
        EXISTS (SELECT 1 FROM redaction WHERE redaction.target IN (entry.id, entry.subject)) AS redacted
      FROM attachment JOIN entry ON entry.seq = attachment.seq
      WHERE attachment.sha256 = :sha256
      ORDER BY entry.seq
      """;

  private static final String ERASABLE =
      """
      SELECT DISTINCT attachment.sha256
      FROM redaction
      JOIN entry ON entry.subject = redaction.target OR entry.id = redaction.target
      JOIN attachment ON attachment.seq = entry.seq
      """;

  private static final String UNNAMED =
      """
      SELECT value FROM <texts>
      WHERE NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = value)
      """;

  private static final String UNNAMED_BYTES =
      """
      SELECT coalesce(sum(bytes), 0) FROM file_sender
      WHERE sender = :sender
        AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = file_sender.sha256)
      """;

  private final Database database;

  /**
   * That an entry names a file.
   *
   * @param role what the file shows
   * @param pusher the role of whoever pushed the entry
   * @param isSentByPusher whether the device that pushed the entry sent the file too
   * @param isErased whether a redaction takes the file from this entry: a signed copy goes with the
   *     persons of its paper
   */
  public record Naming(
      String subject, String role, Role pusher, boolean isSentByPusher, boolean isErased) {
    public boolean isSignedCopy() {
      return role.equals(PaperReducer.SIGNED_COPY);
    }
  }

  LedgerFiles(Database database) {
    this.database = database;
  }

  /** Every naming of this file, erased ones too. */
  public List<Naming> listNamings(String sha256) {
    return database.read(
        handle -> {
          Set<String> senders = Set.copyOf(listSenders(handle, sha256));
          Set<Naming> namings = new LinkedHashSet<>();
          handle
              .createQuery(NAMINGS)
              .bind("sha256", sha256)
              .map(
                  (row, context) ->
                      namings(
                          StoredEntry.of(row, context).read(),
                          sha256,
                          senders,
                          row.getBoolean("redacted")))
              .forEach(namings::addAll);
          return List.copyOf(namings);
        });
  }

  private static List<Naming> namings(
      LedgerEntry entry, String sha256, Set<String> senders, boolean isRedacted) {
    Stamp stamp = entry.stamp();
    return entry.entry().header().attachments().stream()
        .filter(file -> file.sha256().equals(sha256))
        .map(
            file ->
                new Naming(
                    entry.entry().subject(),
                    file.role(),
                    stamp.role(),
                    senders.contains("device " + stamp.device()),
                    isRedacted && file.role().equals(PaperReducer.SIGNED_COPY)))
        .toList();
  }

  /** Whether entries name this file and a redaction takes it from each of them. */
  public boolean isErased(String sha256) {
    List<Naming> namings = listNamings(sha256);
    return !namings.isEmpty() && namings.stream().allMatch(Naming::isErased);
  }

  /** All files that are {@link #isErased}. */
  public Set<String> listErased() {
    Set<String> erased =
        new TreeSet<>(
            database.<List<String>>read(
                handle -> handle.createQuery(ERASABLE).mapTo(String.class).list()));
    erased.removeIf(sha256 -> !isErased(sha256));
    return erased;
  }

  /** Those of these files that no entry names. */
  public List<String> listUnnamed(Collection<String> hashes) {
    return database.read(
        handle ->
            handle
                .createQuery(UNNAMED)
                .bind(Dialect.TEXTS, JsonText.write(Json.texts(List.copyOf(hashes))))
                .mapTo(String.class)
                .list());
  }

  /** The bytes of all files that this sender sent and no entry names. */
  public long unnamedBytes(String sender) {
    return database.read(
        handle -> handle.createQuery(UNNAMED_BYTES).bind("sender", sender).mapTo(Long.class).one());
  }

  /** Keeps in mind that this sender sent the whole file. */
  public void remember(String sha256, String sender, long bytes) {
    database.change(
        handle ->
            handle.execute(
                "INSERT INTO file_sender (sha256, sender, bytes) VALUES (?, ?, ?) ON CONFLICT DO"
                    + " NOTHING",
                sha256,
                sender,
                bytes));
  }

  /** Forgets who sent a file that is kept no longer. */
  public void forget(String sha256) {
    database.change(handle -> handle.execute("DELETE FROM file_sender WHERE sha256 = ?", sha256));
  }

  public boolean isSentBy(String sender, String sha256) {
    return listSenders(sha256).contains(sender);
  }

  /** Who sent this file; none where it came from before this was kept, or was laid in by hand. */
  public List<String> listSenders(String sha256) {
    return database.read(handle -> listSenders(handle, sha256));
  }

  private static List<String> listSenders(Handle handle, String sha256) {
    return handle
        .createQuery("SELECT sender FROM file_sender WHERE sha256 = ?")
        .bind(0, sha256)
        .mapTo(String.class)
        .list();
  }
}
