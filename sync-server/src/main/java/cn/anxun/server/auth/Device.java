package cn.anxun.server.auth;

import cn.anxun.core.sync.AppVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * A phone that was enrolled.
 *
 * @param id {@code <bureau>.<letters>}; the device in stamps
 * @param letters of the spoken numbers it makes, unique in the bureau
 * @param name what people call it
 * @param lastSeenAt its last request, to the minute
 * @param app the app that it last said it has; empty where it never said
 * @param revokedAt since when its token is not in force any more
 */
public record Device(
    String id,
    String bureau,
    String account,
    String letters,
    String name,
    Instant enrolledAt,
    Instant lastSeenAt,
    Optional<AppVersion> app,
    Optional<Instant> revokedAt) {}
