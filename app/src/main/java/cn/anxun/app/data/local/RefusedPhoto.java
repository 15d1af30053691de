package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A photo that was put aside.
 *
 * @param problem a code of core's FileProblem, or the server's
 * @param detail the server's sentence; "" where the code says it all
 * @param subject the record that names it, and of which type; null for none
 */
public record RefusedPhoto(
    @NonNull String sha256,
    @NonNull String problem,
    @NonNull String detail,
    @Nullable String subject,
    @Nullable String type) {}
