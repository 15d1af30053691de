package cn.anxun.app.feature.inspection;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hazard of a visit that is under way.
 *
 * @param id the subject it will have
 * @param item the checklist's question that failed; "" for one found besides
 * @param library the key in the hazard library that it was taken from; "" for none
 * @param fields of {@link HazardFound}; what was typed into a number stands as text until finished
 * @param photos in the order in which they were taken
 */
record HazardDraft(String id, String item, String library, Fields fields, List<Attachment> photos) {
  static final String MAJOR = "重大";
  static final String BEFORE = "before";
  static final String AFTER = "after";

  /** Chosen from the phone's pictures: what it shows follows from its place. */
  static final String UNSAID = "photo";

  HazardDraft {
    photos = Collections.unmodifiableList(new ArrayList<>(photos));
  }

  String description() {
    return fields.text(HazardFound.DESCRIPTION);
  }

  boolean isMajor() {
    return fields.text(HazardFound.LEVEL).equals(MAJOR);
  }

  boolean isFixedOnTheSpot() {
    return fields.is(HazardFound.FIXED_ON_THE_SPOT);
  }

  Optional<LocalDate> deadline() {
    return fields.find(HazardFound.DEADLINE);
  }

  HazardDraft with(Fields changed) {
    return new HazardDraft(id, item, library, changed, photos);
  }

  /** With this text typed into the field; "" unsets it. */
  HazardDraft with(Field<?> field, String text) {
    return with(fields.with(field.name(), text.isEmpty() ? null : Json.of(text)));
  }

  HazardDraft with(Field<Boolean> field, boolean flag) {
    return with(fields.with(field.name(), flag ? Json.TRUE : null));
  }

  /** 现场整改: closed as it is found, so without a deadline. */
  HazardDraft fixedOnTheSpot() {
    return with(
        fields.toBuilder()
            .set(HazardFound.FIXED_ON_THE_SPOT, true)
            .raw(HazardFound.DEADLINE.name(), null)
            .build());
  }

  /** 限期整改: by this day. */
  HazardDraft dueBy(LocalDate deadline) {
    return with(
        fields.toBuilder()
            .raw(HazardFound.FIXED_ON_THE_SPOT.name(), null)
            .set(HazardFound.DEADLINE, deadline)
            .build());
  }

  HazardDraft withPhotos(List<Attachment> changed) {
    return new HazardDraft(id, item, library, fields, changed);
  }

  /**
   * The photos with what each shows. Where nobody has said it, of a hazard fixed on the spot the
   * first is before, the others after.
   */
  List<Attachment> attachments() {
    List<Attachment> attachments = new ArrayList<>();
    for (Attachment photo : photos) {
      String role = photo.role();
      if (!role.equals(BEFORE) && !role.equals(AFTER)) {
        role = isFixedOnTheSpot() && !attachments.isEmpty() ? AFTER : BEFORE;
      }
      attachments.add(new Attachment(photo.sha256(), photo.bytes(), photo.type(), role));
    }
    return attachments;
  }

  /** SHA-256 of the last photo that shows it as it was found; "" for none. */
  String lastBefore() {
    String last = "";
    for (Attachment photo : attachments()) {
      last = photo.role().equals(BEFORE) ? photo.sha256() : last;
    }
    return last;
  }

  Json.Members write() {
    List<Json> written = new ArrayList<>();
    for (Attachment photo : photos) {
      written.add(
          Json.members()
              .put("sha256", photo.sha256())
              .put("bytes", photo.bytes())
              .put("type", photo.type())
              .put("role", photo.role())
              .build());
    }
    return Json.members()
        .put("id", id)
        .put("item", item)
        .put("library", library)
        .put("fields", new Json.Members(fields.values()))
        .put("photos", Json.items(written))
        .build();
  }

  static HazardDraft read(StoredJson json) {
    List<Attachment> photos = new ArrayList<>();
    for (StoredJson photo : json.objects("photos")) {
      photos.add(
          new Attachment(
              photo.text("sha256"),
              photo.number("bytes"),
              photo.text("type"),
              photo.has("role") ? photo.text("role") : UNSAID));
    }
    return new HazardDraft(
        json.text("id"),
        json.text("item"),
        json.text("library"),
        fields(json.raw("fields")),
        photos);
  }

  static Fields fields(@Nullable Json json) {
    return json instanceof Json.Members members ? new Fields(members.values()) : Fields.NONE;
  }
}
