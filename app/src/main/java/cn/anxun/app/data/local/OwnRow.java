package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.ledger.AcceptedEntries;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.Suspicion;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded on this phone, and how far it has come. Never deleted.
 *
 * @param position from 1, in the order they were saved
 * @param bytes as sent; not copied, not to be changed
 * @param state name of the {@link OutboxState}
 * @param failure of the {@link Suspicion}, with its batch and times
 * @param problemCode name of the {@link EntryProblem.Code}, where it is quarantined
 * @param deferredUntil ISO 8601
 */
@Entity(
    tableName = "own",
    indices = {
      @Index(
          name = "own_by_id",
          value = {"id"},
          unique = true),
      @Index(
          name = "own_by_state",
          value = {"state", "position"}),
      @Index(
          name = "own_of_subject",
          value = {"subject"})
    })
@SuppressWarnings("ArrayRecordComponent")
public record OwnRow(
    @PrimaryKey long position,
    @NonNull String id,
    @NonNull String subject,
    @NonNull String author,
    @NonNull String role,
    @NonNull String device,
    @NonNull String at,
    @NonNull byte[] bytes,
    @NonNull String state,
    boolean attempted,
    @NonNull String failure,
    int batch,
    int times,
    @ColumnInfo(name = "problem_code") @Nullable String problemCode,
    @ColumnInfo(name = "problem_field") @Nullable String problemField,
    @ColumnInfo(name = "problem_message") @Nullable String problemMessage,
    @ColumnInfo(name = "deferred_until") @Nullable String deferredUntil) {

  static OwnRow of(OutboxEntry entry) {
    Stamp stamp = entry.stamp();
    return new OwnRow(
        entry.position(),
        entry.id(),
        entry.written().entry().subject(),
        stamp.author(),
        stamp.role().wire(),
        stamp.device(),
        stamp.at().toString(),
        entry.written().bytes(),
        entry.state().name(),
        entry.attempted(),
        entry.suspicion().failure(),
        entry.suspicion().batch(),
        entry.suspicion().times(),
        entry.problem().map(problem -> problem.code().name()).orElse(null),
        entry.problem().map(EntryProblem::field).orElse(null),
        entry.problem().map(EntryProblem::message).orElse(null),
        entry.deferredUntil().map(Instant::toString).orElse(null));
  }

  OutboxEntry entry() {
    LedgerEntry unsent =
        AcceptedEntries.readRecorded(bytes, Stamps.of(Stamp.UNSENT, author, role, device, at));
    return new OutboxEntry(
        position,
        unsent.written(),
        unsent.stamp(),
        OutboxState.valueOf(state),
        attempted,
        new Suspicion(failure, batch, times),
        problem(),
        Optional.ofNullable(deferredUntil).map(Instant::parse));
  }

  private Optional<EntryProblem> problem() {
    return problemCode == null || problemField == null || problemMessage == null
        ? Optional.empty()
        : Optional.of(
            new EntryProblem(EntryProblem.Code.valueOf(problemCode), problemField, problemMessage));
  }
}
