package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/**
 * A paper that was issued on this phone; it stays listed when it is voided.
 *
 * @param subject which begins with the time, so that it sorts
 * @param paper its key, such as {@code order}
 * @param about the visit, or the order that it answers
 */
@Entity(
    tableName = "issued_paper",
    indices = {
      @Index(
          name = "issued_paper_about",
          value = {"about"})
    })
public record IssuedPaperRow(
    @PrimaryKey @NonNull String subject, @NonNull String paper, @NonNull String about) {}
