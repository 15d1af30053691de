package cn.anxun.app.navigation;

import android.content.Context;
import android.content.Intent;
import java.util.Optional;

/** Where an intent from outside, such as a notification's, leads; the PIN comes first. */
public final class Openings {
  private static final String DUE = "cn.anxun.app.open.DUE";
  private static final String HAZARD = "cn.anxun.app.open.HAZARD";
  private static final String SUBJECT = "subject";

  private Openings() {}

  /** To what is due. */
  public static Intent due(Context context) {
    return launch(context).setAction(DUE);
  }

  /** To one hazard. */
  public static Intent hazard(Context context, String subject) {
    return launch(context).setAction(HAZARD).putExtra(SUBJECT, subject);
  }

  private static Intent launch(Context context) {
    Intent launch = context.getPackageManager().getLaunchIntentForPackage(context.getPackageName());
    return (launch == null ? new Intent().setPackage(context.getPackageName()) : launch)
        .setFlags(Intent.FLAG_ACTIVITY_NEW_TASK);
  }

  /** Where it leads; empty for any other intent. */
  public static Optional<Destination> of(Intent intent) {
    String subject = intent.getStringExtra(SUBJECT);
    if (DUE.equals(intent.getAction())) {
      return Optional.of(new Destination.Review());
    } else if (HAZARD.equals(intent.getAction()) && subject != null) {
      return Optional.of(new Destination.Hazard(subject));
    }
    return Optional.empty();
  }
}
