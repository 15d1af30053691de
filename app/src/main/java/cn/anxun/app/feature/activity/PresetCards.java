package cn.anxun.app.feature.activity;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.ViewGroup;
import cn.anxun.app.R;
import cn.anxun.app.ui.Labels;
import cn.anxun.core.preset.ActivityPreset;
import com.google.android.material.button.MaterialButton;
import java.util.List;

/** The cards to begin from, and one for an empty form. */
final class PresetCards {
  private final ViewGroup into;
  private final ActivityViewModel model;

  PresetCards(ViewGroup into, ActivityViewModel model) {
    this.into = into;
    this.model = model;
  }

  void show(List<ActivityPreset> presets) {
    into.removeAllViews();
    Context context = into.getContext();
    for (ActivityPreset preset : presets) {
      MaterialButton card =
          card(
              Labels.isChinese(context) || preset.english().isEmpty()
                  ? preset.label()
                  : preset.english());
      card.setTag(preset.key());
      card.setOnClickListener(tap -> model.choose(preset));
    }
    MaterialButton empty = card(context.getString(R.string.activity_empty_form));
    empty.setOnClickListener(tap -> model.chooseNone());
  }

  private MaterialButton card(String text) {
    MaterialButton card =
        (MaterialButton)
            LayoutInflater.from(into.getContext()).inflate(R.layout.activity_card, into, false);
    card.setText(text);
    into.addView(card);
    return card;
  }
}
