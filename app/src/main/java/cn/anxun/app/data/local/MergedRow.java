package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/** A site that was merged into another, or is a void double of it. */
@Entity(
    tableName = "merged",
    indices =
        @Index(
            name = "merged_into",
            value = {"into_site"}))
public record MergedRow(
    @PrimaryKey @NonNull String site, @ColumnInfo(name = "into_site") @NonNull String into) {}
