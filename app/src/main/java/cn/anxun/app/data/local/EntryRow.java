package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;

/**
 * An entry of the ledger as the phone knows it, its own unsent ones among them.
 *
 * @param putNumber in which order they came, from 1; 0 for one that is not kept yet
 * @param seq {@link Stamp#UNSENT} before its receipt
 * @param role of its author, as on the wire
 * @param at ISO 8601
 * @param bytes as sent or pulled; not copied, not to be changed
 */
@Entity(
    tableName = "entry",
    indices = {
      @Index(
          name = "entry_by_id",
          value = {"id"},
          unique = true),
      @Index(
          name = "entry_by_seq",
          value = {"seq", "put_number"}),
      @Index(
          name = "entry_of_subject",
          value = {"subject", "seq", "put_number"})
    })
@SuppressWarnings("ArrayRecordComponent")
public record EntryRow(
    @PrimaryKey(autoGenerate = true) @ColumnInfo(name = "put_number") long putNumber,
    @NonNull String id,
    @NonNull String subject,
    long seq,
    @NonNull String author,
    @NonNull String role,
    @NonNull String device,
    @NonNull String at,
    @NonNull byte[] bytes) {

  static EntryRow of(LedgerEntry entry) {
    Stamp stamp = entry.stamp();
    return new EntryRow(
        0,
        entry.id(),
        entry.entry().subject(),
        stamp.seq(),
        stamp.author(),
        stamp.role().wire(),
        stamp.device(),
        stamp.at().toString(),
        entry.written().bytes());
  }

  LedgerEntry entry() {
    Stamp stamp = Stamps.of(seq, author, role, device, at);
    return seq == Stamp.UNSENT
        ? AcceptedEntries.readRecorded(bytes, stamp)
        : AcceptedEntries.read(bytes, stamp);
  }
}
