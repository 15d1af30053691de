package cn.anxun.server.storage;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.server.text.ServerTexts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code entry}, as it stands there and not yet believed.
 *
 * @param salt of the personal part; null where there is none, or none any more
 * @param openHash of the open part, see {@link EntryChain}
 * @param personalHash the commitment to the personal part
 * @param stamp see {@link StampText}
 * @param head of the chain right after it
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredEntry(
    long seq,
    String id,
    String subject,
    String kind,
    EntryParts parts,
    byte @Nullable [] salt,
    byte[] openHash,
    byte[] personalHash,
    String stamp,
    byte[] head) {

  static final String COLUMNS =
      "seq, id, subject, kind, open, personal_at, personal, salt, open_hash, personal_hash, stamp,"
          + " head";

  static StoredEntry of(ResultSet row, StatementContext context) throws SQLException {
    int at = row.getInt("personal_at");
    int personalAt = row.wasNull() ? EntryParts.NONE : at;
    return new StoredEntry(
        row.getLong("seq"),
        row.getString("id"),
        row.getString("subject"),
        row.getString("kind"),
        new EntryParts(row.getBytes("open"), personalAt, row.getBytes("personal")),
        row.getBytes("salt"),
        row.getBytes("open_hash"),
        row.getBytes("personal_hash"),
        row.getString("stamp"),
        row.getBytes("head"));
  }

  /**
   * The entry's bytes as they came, or with null for what was erased.
   *
   * @throws StorageException where they are not what was accepted: the file was tampered with or is
   *     damaged
   */
  public byte[] bytes() {
    byte[] personal = parts.personal();
    boolean accepted =
        Arrays.equals(EntryChain.openHash(parts.open()), openHash)
            && (personal == null
                || (salt != null
                    && Arrays.equals(EntryChain.personalHash(salt, personal), personalHash)));
    if (!accepted) {
      throw new StorageException(ServerTexts.both("storage.unreadable", seq, "hash"), null);
    }
    return parts.bytes();
  }

  /**
   * What the row says.
   *
   * @throws StorageException where it says nothing that was ever accepted: the file was tampered
   *     with or is damaged
   */
  LedgerEntry read() {
    try {
      return new LedgerEntry(EntryJson.read(parts.bytes()), StampText.read(seq, stamp));
    } catch (EntryRejectedException | IllegalArgumentException e) {
      throw new StorageException(
          ServerTexts.both("storage.unreadable", seq, String.valueOf(e.getMessage())), e);
    }
  }
}
