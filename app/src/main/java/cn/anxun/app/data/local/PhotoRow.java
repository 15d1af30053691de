package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/**
 * A photo whose file is on this phone.
 *
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param file its name in the photos' folder
 * @param bytes its length
 * @param width in pixels, as it is shown
 * @param addedAt milliseconds since 1970
 * @param state {@link #KEPT} or {@link #UPLOADED}
 */
@Entity(
    tableName = "photo",
    indices =
        @Index(
            name = "photo_by_state",
            value = {"state", "added_at"}))
public record PhotoRow(
    @PrimaryKey @NonNull String sha256,
    @NonNull String file,
    long bytes,
    @NonNull String type,
    int width,
    int height,
    @ColumnInfo(name = "added_at") long addedAt,
    @NonNull String state) {

  /** On this phone only. */
  public static final String KEPT = "kept";

  /** The server has it too. */
  public static final String UPLOADED = "uploaded";
}
