package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.LinearLayout;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.core.entry.Attachment;
import java.util.List;

/** Hazards of the visit as cards, each with its photos and the ways to add one. */
final class HazardCards {

  /** What can be done there. */
  interface Actions {
    void edit(HazardDraft hazard);

    void take(HazardDraft hazard);

    void pick(HazardDraft hazard);
  }

  private final LinearLayout list;
  private final Actions actions;
  private final Thumbnails thumbnails;

  HazardCards(LinearLayout list, Actions actions, Thumbnails thumbnails) {
    this.list = list;
    this.actions = actions;
    this.thumbnails = thumbnails;
  }

  void show(Reference reference, List<HazardDraft> hazards) {
    if (hazards.equals(list.getTag())) {
      return;
    }
    list.setTag(hazards);
    while (list.getChildCount() > hazards.size()) {
      list.removeViewAt(list.getChildCount() - 1);
    }
    while (list.getChildCount() < hazards.size()) {
      list.addView(
          LayoutInflater.from(list.getContext())
              .inflate(R.layout.inspection_hazard_card, list, false));
    }
    for (int i = 0; i < hazards.size(); i++) {
      show(list.getChildAt(i), reference, hazards.get(i));
    }
  }

  private void show(View card, Reference reference, HazardDraft hazard) {
    Context context = card.getContext();
    String name = Words.name(context, hazard);
    TextView text = card.findViewById(R.id.inspection_card_text);
    text.setText(name);
    TextView line = card.findViewById(R.id.inspection_card_line);
    line.setText(Words.line(context, reference, hazard));
    View edit = card.findViewById(R.id.inspection_card_edit);
    edit.setContentDescription(
        context.getString(R.string.inspection_hazard_edit, name + '，' + line.getText()));
    edit.setOnClickListener(view -> actions.edit(hazard));
    View take = card.findViewById(R.id.inspection_card_take);
    take.setContentDescription(context.getString(R.string.inspection_photo_take_of, name));
    take.setOnClickListener(view -> actions.take(hazard));
    View pick = card.findViewById(R.id.inspection_card_pick);
    pick.setContentDescription(context.getString(R.string.inspection_photo_pick_of, name));
    pick.setOnClickListener(view -> actions.pick(hazard));
    showPhotos(card, hazard);
  }

  private void showPhotos(View card, HazardDraft hazard) {
    Context context = card.getContext();
    LinearLayout strip = card.findViewById(R.id.inspection_card_photos);
    Words.showIf(card.findViewById(R.id.inspection_card_strip), !hazard.photos().isEmpty());
    strip.removeAllViews();
    int side = context.getResources().getDimensionPixelSize(R.dimen.inspection_thumbnail);
    int gap = context.getResources().getDimensionPixelSize(R.dimen.gap_small);
    int number = 0;
    for (Attachment photo : hazard.attachments()) {
      ImageView image = new ImageView(context);
      image.setScaleType(ImageView.ScaleType.CENTER_CROP);
      image.setContentDescription(
          context.getString(
              R.string.inspection_photo_number, ++number, context.getString(role(photo))));
      ViewGroup.MarginLayoutParams size = new LinearLayout.LayoutParams(side, side);
      size.setMargins(0, 0, gap, gap);
      strip.addView(image, size);
      thumbnails.show(image, photo.sha256());
    }
  }

  /** What a photo shows, in words. */
  static int role(Attachment photo) {
    return photo.role().equals(HazardDraft.AFTER)
        ? R.string.inspection_photo_after
        : R.string.inspection_photo_before;
  }
}
