package cn.anxun.app.photo;

import android.content.Context;
import cn.anxun.app.ui.Dates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is written below a photo when it is shown or sent on; never into its file, so that the bytes
 * stay what was hashed.
 *
 * @param at when the entry was recorded that names it
 * @param site where; "" where nobody said
 * @param inspector who recorded it; "" where that is not for the reader: outside the own bureau
 *     nobody is named
 * @param number of the record, that a person can say; "" for none
 */
public record Caption(Optional<Instant> at, String site, String inspector, String number) {
  public static final Caption NONE = new Caption(Optional.empty(), "", "", "");

  /** As it may leave the bureau. */
  public Caption withoutPerson() {
    return new Caption(at, site, "", number);
  }

  /** From the top; none where there is nothing to say. */
  public List<String> lines(Context context) {
    List<String> lines = new ArrayList<>();
    add(lines, at.map(when -> Dates.moment(context, when)).orElse(""), number);
    add(lines, site, inspector);
    return lines;
  }

  private static void add(List<String> lines, String one, String other) {
    String line = one.isEmpty() || other.isEmpty() ? one + other : one + " · " + other;
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }
}
