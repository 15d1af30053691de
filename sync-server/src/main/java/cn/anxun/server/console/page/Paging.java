package cn.anxun.server.console.page;

import java.util.List;

/**
 * Part of a long list.
 *
 * @param offset of its first row, from 0
 * @param total rows of the whole list
 * @param address of the page from an offset on, without the offset: ends with {@code offset=}
 */
public record Paging(int offset, int size, int total, String address) {
  /** Rows of a page. */
  public static final int ROWS = 100;

  /** The page of this list from the offset on. */
  public static <T> List<T> cut(List<T> all, int offset) {
    int from = Math.min(offset, all.size());
    return all.subList(from, Math.min(from + ROWS, all.size()));
  }

  public static Paging of(int total, int offset, String address) {
    int from = Math.min(offset, total);
    return new Paging(from, Math.min(ROWS, total - from), total, address);
  }

  public boolean hasBefore() {
    return offset > 0;
  }

  public boolean hasAfter() {
    return offset + size < total;
  }

  public String before() {
    return address + Math.max(0, offset - ROWS);
  }

  public String after() {
    return address + (offset + size);
  }

  /** From 1; 0 where there is none. */
  public int first() {
    return total == 0 ? 0 : offset + 1;
  }

  public int last() {
    return offset + size;
  }
}
