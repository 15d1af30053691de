package cn.anxun.app.data.local;

import androidx.lifecycle.LiveData;
import androidx.room.Dao;
import androidx.room.Insert;
import androidx.room.OnConflictStrategy;
import androidx.room.Query;
import java.util.List;

/** Reads and writes {@link BundledRow}s. */
@Dao
interface BundledTable {
  String COUNT =
      "SELECT (SELECT count(*) FROM own WHERE state = 'PENDING' AND id IN (SELECT id FROM bundled))"
          + " AS bundled, (SELECT count(*) FROM own WHERE state = 'PENDING' AND id NOT IN (SELECT"
          + " id FROM bundled)) AS loose, (SELECT count(*) FROM own WHERE state = 'QUARANTINED') AS"
          + " refused, (SELECT max(made_at) FROM bundled) AS made_at";

  @Insert(onConflict = OnConflictStrategy.REPLACE)
  void insert(List<BundledRow> rows);

  /** Ids of the entries of this bundle, which still have the bytes that went into it. */
  @Query("SELECT id FROM bundled WHERE bundle = :bundle")
  List<String> list(String bundle);

  @Query("DELETE FROM bundled WHERE id = :id")
  void forget(String id);

  /** Forgets those that are settled. */
  @Query("DELETE FROM bundled WHERE id NOT IN (SELECT id FROM own WHERE state = 'PENDING')")
  void forgetSettled();

  @Query("DELETE FROM bundled")
  void clear();

  @Query(COUNT)
  BundledCount count();

  @Query(COUNT)
  LiveData<BundledCount> watchCount();
}
