package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.data.local.PhotoItem;
import cn.anxun.app.photo.PhotoWords;
import cn.anxun.app.photo.Thumbnails;
import java.util.List;
import java.util.function.Consumer;

/** Photos beside each other; a tap enlarges one. */
final class PhotoStrip {
  private PhotoStrip() {}

  /**
   * Fills the group, which is hidden where there are none; of files that are elsewhere and no
   * pictures it says how many.
   *
   * @param open is given the SHA-256 of the photo that is tapped
   */
  static void fill(
      ViewGroup group, List<PhotoItem> photos, Thumbnails thumbnails, Consumer<String> open) {
    Context context = group.getContext();
    group.removeAllViews();
    int elsewhere = 0;
    for (PhotoItem photo : photos) {
      if (photo.file() == null && !photo.type().startsWith("image/")) {
        elsewhere++;
        continue;
      }
      ImageView view =
          (ImageView) LayoutInflater.from(context).inflate(R.layout.hazards_photo, group, false);
      view.setContentDescription(
          context.getString(R.string.hazards_photo, PhotoWords.role(context, photo.role())));
      view.setOnClickListener(tapped -> open.accept(photo.sha256()));
      thumbnails.show(view, photo.sha256());
      group.addView(view);
    }
    if (elsewhere > 0) {
      TextView note = new TextView(context);
      note.setTextAppearance(R.style.TextAppearance_Anxun_Muted);
      note.setText(context.getString(R.string.hazards_photo_elsewhere, elsewhere));
      group.addView(note);
    }
    group.setVisibility(photos.isEmpty() ? View.GONE : View.VISIBLE);
  }
}
