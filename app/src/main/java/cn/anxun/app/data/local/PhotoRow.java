package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;
import org.jspecify.annotations.Nullable;

/**
 * A photo that is or was on this phone, and how far it has come to the server. The row outlives the
 * file.
 *
 * @param sha256 of the file, 64 lower-case hexadecimal digits
 * @param file its name in the photos' folder
 * @param bytes its length
 * @param width in pixels, as it is shown
 * @param addedAt milliseconds since 1970
 * @param state {@link #KEPT}, {@link #UPLOADED}, {@link #REFUSED}, {@link #FREED} or {@link
 *     #FETCHED}
 * @param original the SHA-256 of what the camera wrote; null where nobody looked
 * @param sent how many bytes the server has
 * @param failures how often it alone has failed
 * @param nextAttempt milliseconds since 1970; not tried before
 * @param problem a code of core's FileProblem, where it is refused
 * @param problemDetail the server's sentence to it
 * @param storedAt milliseconds since 1970: when the server confirmed it
 */
@Entity(
    tableName = "photo",
    indices = {
      @Index(
          name = "photo_by_state",
          value = {"state", "added_at"}),
      @Index(
          name = "photo_by_original",
          value = {"original"})
    })
public record PhotoRow(
    @PrimaryKey @NonNull String sha256,
    @NonNull String file,
    long bytes,
    @NonNull String type,
    int width,
    int height,
    @ColumnInfo(name = "added_at") long addedAt,
    @NonNull String state,
    @Nullable String original,
    @ColumnInfo(defaultValue = "0") long sent,
    @ColumnInfo(defaultValue = "0") int failures,
    @ColumnInfo(name = "next_attempt", defaultValue = "0") long nextAttempt,
    @Nullable String problem,
    @ColumnInfo(name = "problem_detail") @Nullable String problemDetail,
    @ColumnInfo(name = "stored_at") @Nullable Long storedAt) {

  /** On this phone only. */
  public static final String KEPT = "kept";

  /** The server has it too. */
  public static final String UPLOADED = "uploaded";

  /** On this phone only, and not sent until somebody asks for it. */
  public static final String REFUSED = "refused";

  /** At the server only; what is shown small may be here. */
  public static final String FREED = "freed";

  /** Taken by another phone or freed before, and here again to be looked at. */
  public static final String FETCHED = "fetched";
}
