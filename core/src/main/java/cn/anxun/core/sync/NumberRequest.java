package cn.anxun.core.sync;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A phone asks for numbers of a paper, and tells which it was given before.
 *
 * @param paper as entries name it, such as 责令限期整改指令书
 * @param count how many; 0 to tell only
 * @param name of the request: asked again by it, the server gives the same block
 * @param held all blocks of this paper and year that the phone was given
 */
public record NumberRequest(String paper, int year, int count, String name, List<Range> held) {
  public NumberRequest {
    held = Collections.unmodifiableList(new ArrayList<>(held));
  }

  /** Numbers from one to another, both inclusive. */
  public record Range(long first, long last) {}
}
