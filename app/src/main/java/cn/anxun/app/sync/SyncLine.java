package cn.anxun.app.sync;

import android.content.Context;
import cn.anxun.app.R;
import cn.anxun.app.ui.Dates;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The honest line in words. */
public final class SyncLine {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private SyncLine() {}

  /**
   * One sentence, such as 已同步 12:03 or 离线，3 条待上传.
   *
   * @param clock to tell whether it was today
   */
  public static String text(Context context, SyncStatus status, Clock clock) {
    int waiting = status.waiting();
    return switch (status.line()) {
      case REVOKED -> context.getString(R.string.sync_line_revoked);
      case TO_MEND -> context.getString(R.string.sync_line_to_mend, status.toMend());
      case UPGRADE_NEEDED -> context.getString(R.string.sync_line_upgrade);
      case FAILED -> context.getString(R.string.sync_line_failed);
      case RUNNING -> context.getString(R.string.sync_line_running);
      case OFFLINE ->
          waiting > 0
              ? context.getString(R.string.sync_line_offline_waiting, waiting)
              : context.getString(R.string.sync_line_offline);
      case NOT_OURS ->
          waiting > 0
              ? context.getString(R.string.sync_line_not_ours_waiting, waiting)
              : context.getString(R.string.sync_line_not_ours);
      case REFUSED ->
          waiting > 0
              ? context.getString(R.string.sync_line_refused_waiting, waiting)
              : context.getString(R.string.sync_line_refused);
      case WAITING -> context.getString(R.string.sync_line_waiting, waiting);
      case SYNCED ->
          context.getString(
              R.string.sync_line_synced,
              status.lastDone().map(at -> when(context, at, clock)).orElse(""));
      case NEVER -> context.getString(R.string.sync_line_never);
    };
  }

  /**
   * What is to be done about it, or what the server said to it; "" where there is nothing to say.
   */
  public static String advice(Context context, SyncStatus status) {
    return status.how() == SyncStatus.How.NOT_OURS
        ? context.getString(R.string.sync_not_ours)
        : status.sentence();
  }

  /** 12:03 today, else 3月2日 12:03. */
  public static String when(Context context, Instant at, Clock clock) {
    ZonedDateTime local = at.atZone(Dates.ZONE);
    String time = TIME.format(local);
    return local.toLocalDate().equals(clock.instant().atZone(Dates.ZONE).toLocalDate())
        ? time
        : Dates.brief(context, local.toLocalDate()) + " " + time;
  }
}
