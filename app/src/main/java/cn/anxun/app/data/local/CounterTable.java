package cn.anxun.app.data.local;

import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link CounterRow}s. */
@Dao
interface CounterTable {
  @Query("SELECT last FROM counter WHERE name = :name")
  @Nullable Integer find(String name);

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void put(CounterRow row);
}
