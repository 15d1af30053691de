package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A file of a record.
 *
 * @param entry the id of the entry that names it
 * @param role what it shows, such as {@code before}
 * @param file its name in the photos' folder; null where it is not on this phone
 */
public record PhotoItem(
    @NonNull String subject,
    @NonNull String entry,
    @NonNull String sha256,
    @NonNull String type,
    @NonNull String role,
    @Nullable String file) {}
