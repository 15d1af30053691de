package cn.anxun.core.indicator;

import cn.anxun.core.ledger.FoldedRecord;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The ids that a figure rests on, told by its records when they are asked for: those of a large
 * ledger's catalogue are millions, and most of its figures are only printed. The records live as
 * long as such a list does.
 */
final class Ids extends AbstractList<String> implements RandomAccess {
  private final List<FoldedRecord> records;
  private final List<String> others;

  /** Those of the records, then the others. Nothing is copied: neither list may change any more. */
  Ids(List<FoldedRecord> records, List<String> others) {
    this.records = records;
    this.others = others;
  }

  /** These, copied unless they are such a list already. */
  static List<String> copyOf(List<String> ids) {
    return ids instanceof Ids ? ids : new Ids(List.of(), new ArrayList<>(ids));
  }

  @Override
  public String get(int index) {
    return index < records.size()
        ? records.get(index).subject()
        : others.get(index - records.size());
  }

  @Override
  public int size() {
    return records.size() + others.size();
  }
}
