package cn.anxun.core.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the server's desk gives a phone.
 *
 * @param block empty where none was asked for
 * @param withdrawn of what the phone holds, and must not use any more
 */
public record NumberGrant(Optional<Block> block, List<NumberRequest.Range> withdrawn) {
  public NumberGrant {
    withdrawn = Collections.unmodifiableList(new ArrayList<>(withdrawn));
  }

  /** A block, with the id of the entry that reserved it. */
  public record Block(String id, NumberRequest.Range range) {}
}
