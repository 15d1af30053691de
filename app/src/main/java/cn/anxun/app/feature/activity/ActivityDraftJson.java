package cn.anxun.app.feature.activity;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes and reads an {@link ActivityDraft}. */
final class ActivityDraftJson {
  private ActivityDraftJson() {}

  static String write(ActivityDraft draft) {
    List<Json> photos = new ArrayList<>();
    for (Attachment photo : draft.photos()) {
      photos.add(
          Json.members()
              .put("sha256", photo.sha256())
              .put("bytes", photo.bytes())
              .put("type", photo.type())
              .put("role", photo.role())
              .build());
    }
    return JsonText.write(
        Json.members()
            .put("preset", draft.preset())
            .put("date", draft.date().toString())
            .put("named", draft.named())
            .put("site", draft.site())
            .put("fields", new Json.Members(draft.fields().values()))
            .put("photos", Json.items(photos))
            .build());
  }

  /** Empty where another version wrote something that cannot be read. */
  static Optional<ActivityDraft> read(String content) {
    try {
      return JsonText.read(content) instanceof Json.Members draft
          ? Optional.of(read(draft))
          : Optional.empty();
    } catch (JsonSyntaxException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static ActivityDraft read(Json.Members draft) {
    List<Attachment> photos = new ArrayList<>();
    if (draft.get("photos") instanceof Json.Items items) {
      for (Json item : items.values()) {
        if (item instanceof Json.Members photo && photo.get("bytes") instanceof Json.Num bytes) {
          photos.add(
              new Attachment(
                  text(photo, "sha256"),
                  bytes.value().longValue(),
                  text(photo, "type"),
                  text(photo, "role")));
        }
      }
    }
    return new ActivityDraft(
        text(draft, "preset"),
        LocalDate.parse(text(draft, "date")),
        draft.get("fields") instanceof Json.Members fields
            ? new Fields(fields.values())
            : Fields.NONE,
        draft.get("named") instanceof Json.Flag named && named.value(),
        text(draft, "site"),
        photos);
  }

  private static String text(Json.Members draft, String name) {
    return draft.get(name) instanceof Json.Text text ? text.value() : "";
  }
}
