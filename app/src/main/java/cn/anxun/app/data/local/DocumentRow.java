package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.PrimaryKey;
import java.time.LocalDate;

/**
 * The revision of an office's document that holds.
 *
 * @param subject its name, such as {@code doc/units}
 * @param entryId the entry that made it; its content is there
 */
@Entity(tableName = "document")
public record DocumentRow(
    @PrimaryKey @NonNull String subject,
    @ColumnInfo(name = "entry") @NonNull String entryId,
    @NonNull LocalDate date) {}
