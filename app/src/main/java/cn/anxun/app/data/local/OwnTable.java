package cn.anxun.app.data.local;

import androidx.lifecycle.LiveData;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.Query;
import androidx.room.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link OwnRow}s. */
@Dao
interface OwnTable {
  String COUNTS =
      "SELECT state, count(*) AS entries, count(deferred_until) AS waiting FROM own GROUP BY"
          + " state";

  @Insert
  void insert(List<OwnRow> rows);

  @Update
  void update(List<OwnRow> rows);

  @Query("SELECT coalesce(max(position), 0) FROM own")
  long lastPosition();

  @Query("SELECT * FROM own WHERE id = :id")
  @Nullable OwnRow find(String id);

  @Query("SELECT * FROM own WHERE id IN (:ids) ORDER BY position")
  List<OwnRow> listByIds(List<String> ids);

  @Query("SELECT id FROM own WHERE id IN (:ids)")
  List<String> listHeld(List<String> ids);

  @Query(
      "SELECT * FROM own WHERE state = :state AND position > :after ORDER BY position LIMIT :count")
  List<OwnRow> list(String state, long after, int count);

  @Query("SELECT * FROM own WHERE state = :state ORDER BY position")
  LiveData<List<OwnRow>> watch(String state);

  @Query("SELECT * FROM own WHERE subject = :subject ORDER BY position")
  List<OwnRow> listSubject(String subject);

  @Query(COUNTS)
  List<OwnCount> counts();

  @Query(COUNTS)
  LiveData<List<OwnCount>> watchCounts();
}
