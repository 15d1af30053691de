package cn.anxun.app.reminder;

import android.Manifest;
import android.app.Notification;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.os.Build;
import androidx.annotation.StringRes;
import androidx.core.app.NotificationChannelCompat;
import androidx.core.app.NotificationCompat;
import androidx.core.app.NotificationManagerCompat;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Openings;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;

/**
 * Shows reminders as the phone's notifications: numbers alone, for a phone that lies on a table.
 * What they are about is behind the PIN. Where notifications are not allowed nothing is shown, and
 * the home screen tells it all the same.
 */
public final class ReminderNotices {
  private static final String GROUP = "reminders";

  private final Context context;

  @Inject
  ReminderNotices(@ApplicationContext Context context) {
    this.context = context;
  }

  /** Whether the phone's owner lets them be shown. */
  public boolean isAllowed() {
    return NotificationManagerCompat.from(context).areNotificationsEnabled()
        && (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU
            || ContextCompat.checkSelfPermission(context, Manifest.permission.POST_NOTIFICATIONS)
                == PackageManager.PERMISSION_GRANTED);
  }

  @SuppressWarnings("MissingPermission")
  void show(List<ReminderPlan.Reminder> reminders) {
    if (!isAllowed()) {
      return;
    }
    NotificationManagerCompat manager = NotificationManagerCompat.from(context);
    for (ReminderPlan.Reminder reminder : reminders) {
      manager.createNotificationChannel(channel(reminder.kind()));
      manager.notify(number(reminder.kind()), notification(reminder));
    }
  }

  private NotificationChannelCompat channel(ReminderKind kind) {
    return new NotificationChannelCompat.Builder(
            id(kind), NotificationManagerCompat.IMPORTANCE_DEFAULT)
        .setName(context.getString(name(kind)))
        .build();
  }

  private Notification notification(ReminderPlan.Reminder reminder) {
    String text = text(reminder);
    return new NotificationCompat.Builder(context, id(reminder.kind()))
        .setSmallIcon(R.drawable.sync_icon)
        .setContentTitle(context.getString(name(reminder.kind())))
        .setContentText(text)
        .setStyle(new NotificationCompat.BigTextStyle().bigText(text))
        .setGroup(GROUP)
        .setGroupSummary(reminder.kind() == ReminderKind.SUMMARY)
        .setCategory(NotificationCompat.CATEGORY_REMINDER)
        .setVisibility(NotificationCompat.VISIBILITY_PRIVATE)
        .setPublicVersion(publicly(reminder.kind()))
        .setContentIntent(opening(reminder))
        .setAutoCancel(true)
        .build();
  }

  /** On the lock screen: that there is something, not how much. */
  private Notification publicly(ReminderKind kind) {
    return new NotificationCompat.Builder(context, id(kind))
        .setSmallIcon(R.drawable.sync_icon)
        .setContentTitle(context.getString(R.string.app_name))
        .setContentText(context.getString(R.string.reminders_public))
        .build();
  }

  private PendingIntent opening(ReminderPlan.Reminder reminder) {
    Intent intent =
        reminder
            .only()
            .map(hazard -> Openings.hazard(context, hazard))
            .orElseGet(() -> Openings.due(context));
    return PendingIntent.getActivity(
        context,
        number(reminder.kind()),
        intent,
        PendingIntent.FLAG_UPDATE_CURRENT | PendingIntent.FLAG_IMMUTABLE);
  }

  private String text(ReminderPlan.Reminder reminder) {
    StringBuilder text = new StringBuilder();
    append(text, R.string.reminders_today, reminder.today());
    append(text, R.string.reminders_tomorrow, reminder.tomorrow());
    append(text, R.string.reminders_passed, reminder.passed());
    return text.toString();
  }

  private void append(StringBuilder text, @StringRes int words, int count) {
    if (count > 0) {
      text.append(text.length() == 0 ? "" : context.getString(R.string.reminders_between))
          .append(context.getString(words, count));
    }
  }

  /** By which a newer one takes an older one's place. */
  private static int number(ReminderKind kind) {
    return switch (kind) {
      case DEADLINE -> 10;
      case REVIEW -> 11;
      case SUMMARY -> 12;
    };
  }

  private static String id(ReminderKind kind) {
    return "reminder-" + kind.name().toLowerCase(Locale.ROOT);
  }

  @StringRes
  private static int name(ReminderKind kind) {
    return switch (kind) {
      case DEADLINE -> R.string.reminders_deadline;
      case REVIEW -> R.string.reminders_review;
      case SUMMARY -> R.string.reminders_summary;
    };
  }
}
