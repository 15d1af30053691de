package cn.anxun.server.checkup;

import java.time.Duration;

/**
 * From when on something is a finding.
 *
 * @param burstRecords so many records by one person …
 * @param burstWindow … saved within this time
 * @param lateDays more days than this between what happened and its entry
 */
public record CheckupSettings(int burstRecords, Duration burstWindow, int lateDays) {
  public static final CheckupSettings STANDARD = new CheckupSettings(10, Duration.ofMinutes(5), 30);
}
