package cn.anxun.app.data.local;

import androidx.lifecycle.LiveData;
import androidx.room.Dao;
import androidx.room.Query;
import androidx.room.Upsert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@link DraftRow}s. */
@Dao
public interface DraftTable {
  @Upsert
  void put(DraftRow draft);

  @Query("SELECT * FROM draft WHERE name = :name")
  @Nullable DraftRow find(String name);

  /** All of them, by name. */
  @Query("SELECT * FROM draft ORDER BY name")
  List<DraftRow> list();

  /** Whether there is one. */
  @Query("SELECT EXISTS(SELECT 1 FROM draft WHERE name = :name)")
  LiveData<Boolean> watchIsKept(String name);

  @Query("DELETE FROM draft WHERE name = :name")
  void delete(String name);
}
