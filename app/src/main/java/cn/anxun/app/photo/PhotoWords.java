package cn.anxun.app.photo;

import android.content.Context;
import cn.anxun.app.R;

/** Says why a photo was not kept, and what to do. */
public final class PhotoWords {
  private PhotoWords() {}

  public static String of(Context context, PhotoRejectedException.Reason why) {
    return context.getString(
        switch (why) {
          case UNREADABLE -> R.string.photo_unreadable;
          case NOT_A_PHOTO -> R.string.photo_not_a_photo;
          case TRUNCATED -> R.string.photo_truncated;
          case TOO_LARGE -> R.string.photo_too_large;
          case NO_SPACE -> R.string.photo_no_space;
        });
  }
}
