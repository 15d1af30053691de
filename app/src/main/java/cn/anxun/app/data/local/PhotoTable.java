package cn.anxun.app.data.local;

import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link PhotoRow}s. */
@Dao
public interface PhotoTable {
  @Insert(onConflict = OnConflictStrategy.IGNORE)
  void add(PhotoRow photo);

  @Query("SELECT * FROM photo WHERE sha256 = :sha256")
  @Nullable PhotoRow find(String sha256);

  /** In this state, oldest first. */
  @Query("SELECT * FROM photo WHERE state = :state ORDER BY added_at LIMIT :count")
  List<PhotoRow> list(String state, int count);

  /** Those that the server has not confirmed, oldest first. */
  @Query("SELECT * FROM photo WHERE state <> '" + PhotoRow.UPLOADED + "' ORDER BY added_at, sha256")
  List<PhotoRow> listNotUploaded();

  @Query("UPDATE photo SET state = :state WHERE sha256 = :sha256")
  void setState(String sha256, String state);

  /** All files together. */
  @Query("SELECT coalesce(sum(bytes), 0) FROM photo")
  long totalBytes();
}
