package cn.anxun.app.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one call of the {@link Recorder} kept, in the order it was said. */
public record Recorded(List<Item> items) {
  public Recorded {
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  /**
   * One entry.
   *
   * @param kind of the entry, such as {@code HazardFound}
   * @param number the number that a person can say; "" where the kind has none
   * @param opens whether it began a record
   */
  public record Item(String entryId, String subject, String kind, String number, boolean opens) {}
}
