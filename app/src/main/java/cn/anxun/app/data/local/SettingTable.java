package cn.anxun.app.data.local;

import androidx.lifecycle.LiveData;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link SettingRow}s. */
@Dao
public interface SettingTable {
  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void put(SettingRow setting);

  @Query("SELECT value FROM setting WHERE name = :name")
  @Nullable String find(String name);

  @Query("SELECT value FROM setting WHERE name = :name")
  LiveData<@Nullable String> watch(String name);

  @Query("DELETE FROM setting WHERE name = :name")
  void delete(String name);
}
