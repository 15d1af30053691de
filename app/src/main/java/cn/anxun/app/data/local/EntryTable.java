package cn.anxun.app.data.local;

import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.Query;
import cn.anxun.core.ledger.Stamp;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link EntryRow}s. */
@Dao
interface EntryTable {
  @Insert
  void insert(List<EntryRow> rows);

  /** Puts other bytes and another stamp in the place of the entry with this id. */
  @Query(
      "UPDATE entry SET subject = :subject, seq = :seq, author = :author, role = :role, device ="
          + " :device, at = :at, bytes = :bytes WHERE id = :id")
  void update(
      String id,
      String subject,
      long seq,
      String author,
      String role,
      String device,
      String at,
      byte[] bytes);

  @Query("DELETE FROM entry WHERE id = :id")
  void delete(String id);

  @Query("DELETE FROM entry")
  void clear();

  @Query("SELECT * FROM entry WHERE id = :id")
  @Nullable EntryRow find(String id);

  @Query("SELECT id, subject, seq FROM entry WHERE id IN (:ids)")
  List<HeldEntry> listHeld(List<String> ids);

  @Query("SELECT * FROM entry WHERE subject = :subject AND seq <= :seq ORDER BY seq, put_number")
  List<EntryRow> listSubject(String subject, long seq);

  @Query("SELECT * FROM entry WHERE subject IN (:subjects) ORDER BY seq, put_number")
  List<EntryRow> listSubjects(List<String> subjects);

  @Query("SELECT id FROM entry WHERE subject = :subject ORDER BY seq DESC, put_number DESC LIMIT 1")
  @Nullable String findLast(String subject);

  /** Stamped ones, after this seq. */
  @Query(
      "SELECT * FROM entry WHERE seq > :after AND seq <= :upTo ORDER BY seq, put_number LIMIT"
          + " :count")
  List<EntryRow> listStamped(long after, long upTo, int count);

  /** Unsent ones, after this put number. */
  @Query(
      "SELECT * FROM entry WHERE seq = "
          + Stamp.UNSENT
          + " AND put_number > :after ORDER BY seq, put_number LIMIT :count")
  List<EntryRow> listUnsent(long after, int count);

  @Query("SELECT max(seq) FROM entry WHERE seq < " + Stamp.UNSENT)
  @Nullable Long findLastSeq();

  @Query("SELECT count(*) FROM entry")
  long count();
}
