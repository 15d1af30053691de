package cn.anxun.app.data.local;

import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import org.jspecify.annotations.Nullable;

/** Reads and writes the {@link SyncStateRow}. */
@Dao
interface SyncStateTable {
  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void put(SyncStateRow row);

  @Query("SELECT * FROM sync_state WHERE only_row = 1")
  @Nullable SyncStateRow find();
}
