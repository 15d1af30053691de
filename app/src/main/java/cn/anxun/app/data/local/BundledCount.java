package cn.anxun.app.data.local;

import androidx.room.ColumnInfo;
import org.jspecify.annotations.Nullable;

/**
 * How much of what is pending went into a bundle.
 *
 * @param bundled entries that did
 * @param loose entries that did not
 * @param refused entries that are not pending but wait to be mended, and so are in none
 * @param madeAt when the last bundle was made, ISO 8601
 */
public record BundledCount(
    int bundled, int loose, int refused, @ColumnInfo(name = "made_at") @Nullable String madeAt) {}
