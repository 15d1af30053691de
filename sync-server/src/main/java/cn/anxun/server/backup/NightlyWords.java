package cn.anxun.server.backup;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says to a person how the nightly backup stands. */
public final class NightlyWords {
  private static final long MEGABYTE = 1_000_000;

  private final Texts texts;

  public NightlyWords(Texts texts) {
    this.texts = texts;
  }

  /** In one sentence: how it stands, since when, and what to do. */
  public String sentence(NightlyStanding standing) {
    String key = "nightly.state." + standing.state().name().toLowerCase(Locale.ROOT);
    long auditFaults = standing.history().good().map(NightlyHistory.Good::auditFaults).orElse(0L);
    return texts.text(key, age(standing.age()), auditFaults);
  }

  /** The sentence, then the last good one, the reason of a failure, and the settings. */
  public List<String> lines(NightlyStanding standing) {
    List<String> lines = new ArrayList<>();
    lines.add(sentence(standing));
    standing.history().failure().ifPresent(why -> lines.add(failure(why)));
    standing.history().good().ifPresent(good -> lines.add(good(good)));
    standing
        .settings()
        .ifPresent(
            set -> lines.add(texts.text("nightly.set", set.folder(), set.hour(), set.keptDays())));
    return lines;
  }

  /** When the last attempt failed, and why. */
  public String failure(NightlyHistory.Failure why) {
    boolean english = texts.equals(ServerTexts.ENGLISH);
    return texts.text("nightly.failure", time(why.at()), english ? why.english() : why.chinese());
  }

  /** The last backup that was verified. */
  public String good(NightlyHistory.Good good) {
    return texts.text(
        "nightly.good",
        time(good.at()),
        good.folder(),
        good.entries(),
        good.files(),
        (good.bytes() + MEGABYTE - 1) / MEGABYTE);
  }

  private String time(Instant at) {
    return DateTimeFormatter.ofPattern(texts.text("nightly.time"), Locale.ENGLISH)
        .withZone(NightlySchedule.ZONE)
        .format(at);
  }

  private String age(Duration age) {
    long hours = Math.max(0, age.toHours());
    if (hours == 0) {
      return texts.text("nightly.under-an-hour");
    }
    return hours < 48 ? texts.text("nightly.hours", hours) : texts.text("nightly.days", hours / 24);
  }
}
