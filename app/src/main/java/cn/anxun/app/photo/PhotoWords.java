package cn.anxun.app.photo;

import android.content.Context;
import cn.anxun.app.R;

/** Says why a photo was not kept, and what to do. */
public final class PhotoWords {
  private PhotoWords() {}

  /** What a photo shows, in words; as it was said where it is none of these. */
  public static String role(Context context, String role) {
    return switch (role) {
      case "before" -> context.getString(R.string.photo_role_before);
      case "after" -> context.getString(R.string.photo_role_after);
      case "report" -> context.getString(R.string.photo_role_report);
      case "marked" -> context.getString(R.string.photo_role_marked);
      case "scene" -> context.getString(R.string.photo_role_scene);
      case "document" -> context.getString(R.string.photo_role_document);
      case "signed-copy" -> context.getString(R.string.photo_role_signed);
      default -> role;
    };
  }

  public static String of(Context context, PhotoRejectedException.Reason why) {
    return context.getString(
        switch (why) {
          case UNREADABLE -> R.string.photo_unreadable;
          case NOT_A_PHOTO -> R.string.photo_not_a_photo;
          case TRUNCATED -> R.string.photo_truncated;
          case TOO_LARGE -> R.string.photo_too_large;
          case NO_SPACE -> R.string.photo_no_space;
          case KEY_LOST -> R.string.photo_key_lost;
        });
  }
}
