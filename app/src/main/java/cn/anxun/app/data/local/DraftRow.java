package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/**
 * What somebody has begun to fill in and not saved yet; kept at every keystroke.
 *
 * @param name which form, such as {@code inspection}
 * @param content as the form's own code writes it, JSON
 * @param changedAt milliseconds since 1970
 */
@Entity(tableName = "draft")
public record DraftRow(
    @PrimaryKey @NonNull String name,
    @NonNull String content,
    @ColumnInfo(name = "changed_at") long changedAt) {

  /** The visits that are not finished, from which the home screen goes on. */
  public static final String VISITS = "inspection";
}
