package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.Index;

/**
 * A file that an entry names; the file itself may not be on this phone.
 *
 * @param entry its id
 * @param place within the entry, from 0
 * @param role what it shows, such as {@code before}
 */
@Entity(
    tableName = "attachment",
    primaryKeys = {"entry", "place"},
    indices = {
      @Index(
          name = "attachment_of_subject",
          value = {"subject"}),
      @Index(
          name = "attachment_by_file",
          value = {"sha256"})
    })
public record AttachmentRow(
    @NonNull String entry,
    int place,
    @NonNull String subject,
    @NonNull String sha256,
    long bytes,
    @NonNull String type,
    @NonNull String role) {}
