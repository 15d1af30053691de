package cn.anxun.core.indicator;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An immutable list of ids, which figures that rest on the same records share: those of a large
 * ledger's catalogue have millions.
 */
final class Ids extends AbstractList<String> implements RandomAccess {
  private final String[] ids;

  private Ids(String[] ids) {
    this.ids = ids;
  }

  /** These, copied unless they are such a list already. */
  static List<String> copyOf(List<String> ids) {
    return ids instanceof Ids ? ids : new Ids(ids.toArray(new String[0]));
  }

  @Override
  public String get(int index) {
    return ids[index];
  }

  @Override
  public int size() {
    return ids.length;
  }
}
