package cn.anxun.server.storage;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Entry;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Rows of the tables entry and attachment that are written together. */
final class EntryRows {
  private static final String INSERT =
      "INSERT INTO entry (" + StoredEntry.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String NAME =
      "INSERT INTO attachment (sha256, seq, subject) VALUES (?, ?, ?)";

  private final PreparedBatch entries;
  private final PreparedBatch files;

  EntryRows(Handle handle) {
    this.entries = handle.prepareBatch(INSERT);
    this.files = handle.prepareBatch(NAME);
  }

  /**
   * Adds the row of an entry, and those of the files that it names.
   *
   * @param parts what is kept of it; without the personal one its salt is not kept either
   */
  void add(long seq, PushedEntry.Acceptable pushed, EntryParts parts, String stamp, byte[] head) {
    Entry entry = pushed.entry();
    entries.add(
        seq,
        entry.id(),
        entry.subject(),
        entry.kind().name(),
        parts.open(),
        parts.personalAt() == EntryParts.NONE ? null : parts.personalAt(),
        parts.personal(),
        parts.isRedacted() ? null : pushed.salt(),
        pushed.openHash(),
        pushed.personalHash(),
        stamp,
        head);
    entry.header().attachments().stream()
        .map(Attachment::sha256)
        .distinct()
        .forEach(sha256 -> files.add(sha256, seq, entry.subject()));
  }

  void write() {
    if (entries.size() > 0) {
      entries.execute();
    }
    if (files.size() > 0) {
      files.execute();
    }
  }
}
