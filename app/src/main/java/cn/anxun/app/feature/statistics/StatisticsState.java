package cn.anxun.app.feature.statistics;

import cn.anxun.app.record.Names;
import java.util.Optional;

/**
 * What the screen shows.
 *
 * @param computing a newer overview is under way; the older one still shows
 * @param names of the units compared
 * @param failed why the last one could not be computed, in words for the log; empty where it could
 */
public record StatisticsState(
    Span span,
    boolean computing,
    Optional<Overview> overview,
    Names names,
    Optional<String> failed) {}
