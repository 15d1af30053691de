package cn.anxun.app.feature.activity;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity that is being filled in.
 *
 * @param preset the key of its card; "" where it began empty
 * @param named whether somebody typed its name, which is composed no more then
 * @param site the name of its site; "" for none
 * @param photos in the order in which they were added
 */
record ActivityDraft(
    String preset,
    LocalDate date,
    Fields fields,
    boolean named,
    String site,
    List<Attachment> photos) {
  ActivityDraft {
    photos = Collections.unmodifiableList(new ArrayList<>(photos));
  }

  /** With one field changed; null clears it. */
  ActivityDraft with(String field, @Nullable Json value) {
    return new ActivityDraft(preset, date, fields.with(field, value), named, site, photos);
  }

  ActivityDraft with(Fields changed) {
    return new ActivityDraft(preset, date, changed, named, site, photos);
  }

  ActivityDraft on(LocalDate day) {
    return new ActivityDraft(preset, day, fields, named, site, photos);
  }

  /** Named by a person; by nobody where the name was emptied. */
  ActivityDraft named(String field, String name) {
    return new ActivityDraft(
        preset,
        date,
        fields.with(field, name.isEmpty() ? null : Json.of(name)),
        !name.isEmpty(),
        site,
        photos);
  }

  /** At this site; at none where its subject is "". */
  ActivityDraft at(String subject, String name) {
    return new ActivityDraft(
        preset,
        date,
        fields.with(RecordFields.SITE.name(), subject.isEmpty() ? null : Json.of(subject)),
        named,
        name,
        photos);
  }

  ActivityDraft with(Attachment photo) {
    List<Attachment> more = new ArrayList<>(photos);
    if (!more.contains(photo)) {
      more.add(photo);
    }
    return new ActivityDraft(preset, date, fields, named, site, more);
  }

  ActivityDraft without(Attachment photo) {
    List<Attachment> fewer = new ArrayList<>(photos);
    fewer.remove(photo);
    return new ActivityDraft(preset, date, fields, named, site, fewer);
  }
}
