package cn.anxun.app.data.local;

import java.util.ArrayList;
import java.util.List;

/** Lists in parts that one statement can bind: SQLite before 3.32 binds at most 999 values. */
final class Parts {
  static final int SIZE = 500;

  private Parts() {}

  static <T> List<List<T>> of(List<T> whole) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < whole.size(); from += SIZE) {
      parts.add(whole.subList(from, Math.min(from + SIZE, whole.size())));
    }
    return parts;
  }
}
