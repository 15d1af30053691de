package cn.anxun.app.feature.activity;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.preset.ActivityPreset;
import cn.anxun.core.preset.ActivityPresets;

/** The name that an activity's card and place give, such as 洞庭社区防汛应急演练. */
final class ComposedName {
  static final String FIELD = "name";

  private ComposedName() {}

  /** The draft with that name, unless a person gave it one or it has no card. */
  static ActivityDraft of(ActivityDraft draft, ActivityState now) {
    ActivityPreset preset = ActivityPresets.standard().find(draft.preset()).orElse(null);
    if (draft.named() || preset == null) {
      return draft;
    }
    String code = draft.fields().text(RecordFields.DIVISION);
    String place = now.names(RecordFields.DIVISION.name()).getOrDefault(code, "");
    boolean chosen = !draft.fields().text(RecordFields.SITE).isEmpty();
    return draft.with(FIELD, Json.of(preset.name(chosen ? draft.site() : place)));
  }
}
