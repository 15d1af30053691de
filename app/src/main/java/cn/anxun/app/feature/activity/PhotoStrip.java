package cn.anxun.app.feature.activity;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.core.entry.Attachment;
import java.util.List;
import java.util.function.Consumer;

/** The photos that were added, each with a way to take it out. */
final class PhotoStrip {
  private final ViewGroup into;
  private final Thumbnails thumbnails;
  private final Consumer<Attachment> removed;

  PhotoStrip(ViewGroup into, Thumbnails thumbnails, Consumer<Attachment> removed) {
    this.into = into;
    this.thumbnails = thumbnails;
    this.removed = removed;
  }

  void show(List<Attachment> photos) {
    into.setVisibility(photos.isEmpty() ? View.GONE : View.VISIBLE);
    into.removeAllViews();
    for (int i = 0; i < photos.size(); i++) {
      Attachment photo = photos.get(i);
      View shown =
          LayoutInflater.from(into.getContext()).inflate(R.layout.activity_photo, into, false);
      ImageView image = shown.findViewById(R.id.activity_photo);
      image.setContentDescription(
          into.getContext().getString(R.string.activity_photo, i + 1, photos.size()));
      thumbnails.show(image, photo.sha256());
      View remove = shown.findViewById(R.id.activity_photo_remove);
      remove.setContentDescription(
          into.getContext().getString(R.string.activity_photo_remove, i + 1));
      remove.setOnClickListener(tap -> removed.accept(photo));
      into.addView(shown);
    }
  }
}
