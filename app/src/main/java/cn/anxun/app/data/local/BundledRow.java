package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;

/**
 * An entry of one's own that went into a bundle, in the bytes that it has now.
 *
 * @param bundle SHA-256 of the bundle
 * @param id of the entry
 * @param madeAt ISO 8601
 */
@Entity(
    tableName = "bundled",
    primaryKeys = {"bundle", "id"},
    indices =
        @Index(
            name = "bundled_by_id",
            value = {"id"}))
public record BundledRow(
    @NonNull String bundle,
    @NonNull String id,
    @ColumnInfo(name = "made_at") @NonNull String madeAt) {}
