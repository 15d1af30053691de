package cn.anxun.app.feature.hazards;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Writes a form's values and photos, and puts them back. */
final class StepDraftJson {
  private StepDraftJson() {}

  static String write(StepForm form) {
    Json.MembersBuilder values = Json.members();
    form.values().forEach(values::put);
    List<Json> photos = new ArrayList<>();
    for (Attachment photo : form.photos()) {
      photos.add(
          Json.members()
              .put("sha256", photo.sha256())
              .put("bytes", photo.bytes())
              .put("type", photo.type())
              .put("role", photo.role())
              .build());
    }
    return JsonText.write(
        Json.members().put("values", values.build()).put("photos", Json.items(photos)).build());
  }

  /** The form with what was written; as it is where that cannot be read. */
  static StepForm read(StepForm form, String content) {
    Json json;
    try {
      json = JsonText.read(content);
    } catch (JsonSyntaxException e) {
      return form;
    }
    if (!(json instanceof Json.Members draft)) {
      return form;
    }
    StepForm read = form;
    if (draft.get("values") instanceof Json.Members values) {
      for (String name : values.values().keySet()) {
        if (values.get(name) instanceof Json.Text text) {
          read = read.with(name, text.value());
        }
      }
    }
    return draft.get("photos") instanceof Json.Items items ? read.with(photos(items)) : read;
  }

  private static List<Attachment> photos(Json.Items items) {
    List<Attachment> photos = new ArrayList<>();
    for (Json item : items.values()) {
      if (item instanceof Json.Members photo
          && photo.get("sha256") instanceof Json.Text sha256
          && photo.get("bytes") instanceof Json.Num bytes
          && photo.get("type") instanceof Json.Text type
          && photo.get("role") instanceof Json.Text role) {
        photos.add(
            new Attachment(sha256.value(), bytes.value().longValue(), type.value(), role.value()));
      }
    }
    return photos;
  }
}
