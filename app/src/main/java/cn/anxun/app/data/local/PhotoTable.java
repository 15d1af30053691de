package cn.anxun.app.data.local;

import androidx.lifecycle.LiveData;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link PhotoRow}s. */
@Dao
public interface PhotoTable {
  /** Named by something that was recorded here. */
  String OF_OWN =
      " EXISTS (SELECT 1 FROM attachment JOIN own ON own.id = attachment.entry WHERE"
          + " attachment.sha256 = photo.sha256)";

  /** The server has not confirmed it. */
  String UNSENT = " state IN ('kept', 'refused')";

  /** The server has it, whatever is left of it here. */
  String AT_SERVER = " state IN ('uploaded', 'fetched', 'freed')";

  /** Named by something that was recorded here and is in the server's ledger. */
  String OF_ACCEPTED =
      " EXISTS (SELECT 1 FROM attachment JOIN own ON own.id = attachment.entry WHERE"
          + " attachment.sha256 = photo.sha256 AND own.state = 'ACCEPTED')";

  /**
   * Named by no entry in the ledger here, no form that is being filled in, and nothing that was
   * ever recorded here: what is pulled anew names nothing for a while.
   */
  String UNNAMED =
      " NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.sha256 = photo.sha256) AND NOT EXISTS"
          + " (SELECT 1 FROM draft WHERE instr(draft.content, photo.sha256) > 0) AND NOT EXISTS"
          + " (SELECT 1 FROM own WHERE instr(CAST(own.bytes AS TEXT), photo.sha256) > 0)";

  @Insert(onConflict = OnConflictStrategy.IGNORE)
  void add(PhotoRow photo);

  @Query("SELECT * FROM photo WHERE sha256 = :sha256")
  @Nullable PhotoRow find(String sha256);

  /** All that are known, whatever became of them. */
  @Query("SELECT sha256 FROM photo")
  List<String> listHashes();

  @Query("SELECT original FROM photo WHERE sha256 = :sha256")
  @Nullable String findOriginal(String sha256);

  /** In this state, oldest first. */
  @Query("SELECT * FROM photo WHERE state = :state ORDER BY added_at LIMIT :count")
  List<PhotoRow> list(String state, int count);

  /** Those that the server has not confirmed, oldest first. */
  @Query("SELECT * FROM photo WHERE" + UNSENT + " ORDER BY added_at, sha256")
  List<PhotoRow> listNotUploaded();

  @Query("UPDATE photo SET state = :state WHERE sha256 = :sha256")
  void setState(String sha256, String state);

  @Query(
      "SELECT photo.sha256, coalesce(photo.problem, '') AS problem,"
          + " coalesce(photo.problem_detail, '') AS detail, min(record.subject) AS subject,"
          + " record.type AS type FROM photo LEFT JOIN attachment ON attachment.sha256 ="
          + " photo.sha256 LEFT JOIN record ON record.subject = attachment.subject WHERE"
          + " photo.state = 'refused' GROUP BY photo.sha256 ORDER BY photo.added_at")
  LiveData<List<RefusedPhoto>> watchRefused();

  /** To be sent now: kept, due, and of a record that the server has. */
  @Query(
      "SELECT * FROM photo WHERE state = 'kept' AND next_attempt <= :now AND"
          + OF_ACCEPTED
          + " ORDER BY added_at, sha256 LIMIT :count")
  List<PhotoRow> listDue(long now, int count);

  @Query(
      "SELECT min(next_attempt) FROM photo WHERE state = 'kept' AND next_attempt > :now AND"
          + OF_ACCEPTED)
  @Nullable Long findNextAttempt(long now);

  /** Of those that may be sent. */
  @Query(
      "SELECT count(*) AS waiting, coalesce(sum(bytes), 0) AS waitingBytes, coalesce(sum(sent), 0)"
          + " AS sentBytes, 0 AS refused FROM photo WHERE state = 'kept' AND"
          + OF_ACCEPTED)
  PhotoCounts due();

  @Query(
      "SELECT coalesce(sum(state = 'kept'), 0) AS waiting, coalesce(sum(CASE WHEN state = 'kept'"
          + " THEN bytes END), 0) AS waitingBytes, coalesce(sum(CASE WHEN state = 'kept' THEN sent"
          + " END), 0) AS sentBytes, coalesce(sum(state = 'refused'), 0) AS refused FROM photo"
          + " WHERE"
          + UNSENT
          + " AND"
          + OF_OWN)
  LiveData<PhotoCounts> watchCounts();

  @Query("UPDATE photo SET sent = :sent WHERE sha256 = :sha256")
  void setSent(String sha256, long sent);

  /** The server has it. */
  @Query(
      "UPDATE photo SET state = 'uploaded', sent = bytes, failures = 0, next_attempt = 0, problem ="
          + " NULL, problem_detail = NULL, stored_at = :at WHERE sha256 = :sha256")
  void setStored(String sha256, long at);

  @Query(
      "UPDATE photo SET failures = :failures, next_attempt = :nextAttempt WHERE sha256 = :sha256")
  void setFailed(String sha256, int failures, long nextAttempt);

  @Query(
      "UPDATE photo SET state = 'refused', problem = :problem, problem_detail = :detail WHERE"
          + " sha256 = :sha256 AND state = 'kept'")
  void refuse(String sha256, String problem, String detail);

  /** Tried again, as if it had never failed. */
  @Query(
      "UPDATE photo SET state = 'kept', sent = 0, failures = 0, next_attempt = 0, problem = NULL,"
          + " problem_detail = NULL WHERE sha256 = :sha256 AND state = 'refused'")
  void retry(String sha256);

  /** What waits is not kept waiting by what failed before. */
  @Query("UPDATE photo SET next_attempt = 0 WHERE state = 'kept'")
  void hurry();

  /** The server came back from a backup and may lack what it had: all that is here is offered. */
  @Query(
      "UPDATE photo SET state = 'kept', sent = 0, failures = 0, next_attempt = 0, stored_at = NULL"
          + " WHERE state = 'uploaded'")
  void offerAgain();

  /** Its file is here again. */
  @Query(
      "UPDATE photo SET state = 'fetched', width = :width, height = :height, bytes = :bytes,"
          + " stored_at = :at WHERE sha256 = :sha256 AND state = 'freed'")
  void returned(String sha256, int width, int height, long bytes, long at);

  /** The server has lost it: it is sent again. */
  @Query(
      "UPDATE photo SET state = 'kept', sent = 0, failures = 0, next_attempt = 0, stored_at = NULL"
          + " WHERE sha256 = :sha256 AND state = 'uploaded'")
  void offer(String sha256);

  /** Nothing is known of it here any more; only of what the server has. */
  @Query("DELETE FROM photo WHERE sha256 = :sha256 AND" + AT_SERVER)
  int forget(String sha256);

  /** What the server has. */
  @Query("SELECT * FROM photo WHERE" + AT_SERVER + " ORDER BY added_at, sha256 LIMIT :count")
  List<PhotoRow> listAtServer(int count);

  /** Its file is gone from here; only of what the server has. */
  @Query(
      "UPDATE photo SET state = 'freed' WHERE sha256 = :sha256 AND state IN ('uploaded',"
          + " 'fetched')")
  int free(String sha256);

  /** What the server confirmed before this time, or what was fetched before, oldest first. */
  @Query(
      "SELECT * FROM photo WHERE state IN ('uploaded', 'fetched') AND stored_at <= :before ORDER BY"
          + " stored_at, sha256 LIMIT :count")
  List<PhotoRow> listStored(long before, int count);

  /** Whether an entry names the photo whose original this is, or a form that is being filled in. */
  @Query(
      "SELECT EXISTS (SELECT 1 FROM photo WHERE original = :original AND (EXISTS (SELECT 1 FROM"
          + " attachment WHERE attachment.sha256 = photo.sha256) OR EXISTS (SELECT 1 FROM draft"
          + " WHERE instr(draft.content, photo.sha256) > 0)))")
  boolean isUsed(String original);

  /** How much of the phone photos take, and how much of it may go. */
  @Query(
      "SELECT coalesce(sum(state <> 'freed'), 0) AS here, coalesce(sum(CASE WHEN state <> 'freed'"
          + " THEN bytes END), 0) AS hereBytes, coalesce(sum(state IN ('kept', 'refused')), 0) AS"
          + " unsent, coalesce(sum(CASE WHEN state IN ('kept', 'refused') THEN bytes END), 0) AS"
          + " unsentBytes, coalesce(sum(state = 'freed'), 0) AS freed FROM photo")
  LiveData<PhotoSpace> watchSpace();

  /** How many the server has not confirmed. */
  @Query("SELECT count(*) FROM photo WHERE" + UNSENT)
  int countUnsent();

  /** Those that came before this time, that the server does not have and that nothing names. */
  @Query("SELECT sha256 FROM photo WHERE" + UNSENT + " AND added_at < :before AND" + UNNAMED)
  List<String> listUnnamed(long before);

  /** Nothing is known of it here any more; only of one that {@link #listUnnamed} lists. */
  @Query(
      "DELETE FROM photo WHERE sha256 = :sha256 AND"
          + UNSENT
          + " AND added_at < :before AND"
          + UNNAMED)
  int drop(String sha256, long before);

  /** The same picture was taken in again, and nothing names it yet: it is new. */
  @Query("UPDATE photo SET added_at = :now WHERE sha256 = :sha256 AND" + UNNAMED)
  void renew(String sha256, long now);
}
