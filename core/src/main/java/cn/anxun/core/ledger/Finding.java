package cn.anxun.core.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the fold noticed about a subject.
 *
 * @param entryIds the entries concerned, in causal order
 * @param field for a conflict or a proposed correction, the field; else ""
 */
public record Finding(Mark mark, List<String> entryIds, String field) {
  public Finding {
    entryIds = Collections.unmodifiableList(new ArrayList<>(entryIds));
  }

  static Finding of(Mark mark, String entryId) {
    return new Finding(mark, List.of(entryId), "");
  }
}
