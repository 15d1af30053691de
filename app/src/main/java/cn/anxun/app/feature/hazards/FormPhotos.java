package cn.anxun.app.feature.hazards;

import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.core.entry.Attachment;
import java.util.List;
import java.util.function.Consumer;

/** The photos of a form. */
final class FormPhotos {

  /** The ways to a photo. */
  interface Ways {
    void camera();

    void pick();
  }

  private final View box;
  private final ViewGroup group;
  private final TextView heading;
  private final Thumbnails thumbnails;
  private final Consumer<String> remove;
  private List<Attachment> shown = List.of();

  /**
   * In this form.
   *
   * @param remove is given the SHA-256 of the photo that is to go
   */
  FormPhotos(View root, Thumbnails thumbnails, Ways ways, Consumer<String> remove) {
    this.box = root.findViewById(R.id.hazards_form_photo_box);
    this.group = root.findViewById(R.id.hazards_form_photos);
    this.heading = root.findViewById(R.id.hazards_form_photo_heading);
    this.thumbnails = thumbnails;
    this.remove = remove;
    root.findViewById(R.id.hazards_form_camera).setOnClickListener(tapped -> ways.camera());
    root.findViewById(R.id.hazards_form_pick).setOnClickListener(tapped -> ways.pick());
  }

  void show(StepForm form) {
    box.setVisibility(form.takesPhotos() ? View.VISIBLE : View.GONE);
    heading.setText(
        heading.getResources().getString(R.string.hazards_form_photos, form.photos().size()));
    if (form.photos().equals(shown)) {
      return;
    }
    shown = form.photos();
    group.removeAllViews();
    for (Attachment photo : shown) {
      View item =
          LayoutInflater.from(group.getContext())
              .inflate(R.layout.hazards_form_photo, group, false);
      ImageView picture = item.findViewById(R.id.hazards_form_picture);
      thumbnails.show(picture, photo.sha256());
      item.findViewById(R.id.hazards_form_remove)
          .setOnClickListener(tapped -> remove.accept(photo.sha256()));
      group.addView(item);
    }
  }
}
