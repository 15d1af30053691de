package cn.anxun.app.data.local;

import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import java.util.List;

/** Writes what entries were folded to. */
@Dao
interface ProjectionTable {
  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void putRecords(List<RecordRow> rows);

  @Query("DELETE FROM record WHERE subject IN (:subjects)")
  void deleteRecords(List<String> subjects);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void putMerged(List<MergedRow> rows);

  @Query("DELETE FROM merged WHERE site IN (:sites)")
  void deleteMerged(List<String> sites);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void putDocuments(List<DocumentRow> rows);

  @Query("DELETE FROM document WHERE subject IN (:subjects)")
  void deleteDocuments(List<String> subjects);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void putAttachments(List<AttachmentRow> rows);

  @Query("DELETE FROM attachment WHERE entry IN (:entries)")
  void deleteAttachments(List<String> entries);

  @Query("DELETE FROM record")
  void clearRecords();

  @Query("DELETE FROM merged")
  void clearMerged();

  @Query("DELETE FROM document")
  void clearDocuments();

  @Query("DELETE FROM attachment")
  void clearAttachments();
}
