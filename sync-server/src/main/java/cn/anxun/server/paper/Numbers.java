package cn.anxun.server.paper;

import cn.anxun.core.paper.Paper;

/**
 * Numbers of one paper and year, without a gap.
 *
 * @param first from 1
 * @param last not below the first
 */
public record Numbers(Paper paper, int year, long first, long last) {
  public long count() {
    return last - first + 1;
  }

  boolean overlaps(long otherFirst, long otherLast) {
    return first <= otherLast && otherFirst <= last;
  }
}
