package cn.anxun.app.feature.sync;

import android.content.Context;
import androidx.annotation.StringRes;
import cn.anxun.app.R;

/** What a kind of entry is called in the list. */
final class SyncKinds {
  private SyncKinds() {}

  /** Such as 隐患 26-K3-0172-7. */
  static String label(Context context, SyncItem item) {
    return (context.getString(label(item.kind())) + " " + item.number()).trim();
  }

  @StringRes
  private static int label(String kind) {
    return switch (kind) {
      case "SiteRegistered" -> R.string.sync_kind_site;
      case "Inspected" -> R.string.sync_kind_inspection;
      case "HazardFound" -> R.string.sync_kind_hazard;
      case "Rectified" -> R.string.sync_kind_rectified;
      case "Reviewed" -> R.string.sync_kind_reviewed;
      case "DrillHeld" -> R.string.sync_kind_drill;
      case "TrainingHeld" -> R.string.sync_kind_training;
      case "PublicityHeld" -> R.string.sync_kind_publicity;
      case "Corrected" -> R.string.sync_kind_corrected;
      case "Voided" -> R.string.sync_kind_voided;
      default -> R.string.sync_kind_other;
    };
  }
}
