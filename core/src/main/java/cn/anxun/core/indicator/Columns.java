package cn.anxun.core.indicator;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.NamedValues;
import cn.anxun.core.ledger.FoldedRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the records of one type say in the fields that are asked for, field by field. They are read
 * in one pass, record by record, by all processors there are: a large ledger does not fit the
 * processor's cache, and to come back to each record for each field would wait for the memory every
 * time.
 */
final class Columns {
  private final List<FoldedRecord> records;
  private final Map<String, @Nullable Json[]> values = new ConcurrentHashMap<>();

  /**
   * Reads them.
   *
   * @param fields that are asked for; others are read when they are
   */
  Columns(List<FoldedRecord> records, Collection<String> fields) {
    this.records = records;
    List<@Nullable Json[]> columns = read(fields);
    int column = 0;
    for (String field : fields) {
      values.put(field, columns.get(column++));
    }
  }

  private List<@Nullable Json[]> read(Collection<String> fields) {
    List<@Nullable Json[]> columns = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      columns.add(new @Nullable Json[records.size()]);
    }
    NamedValues.Picking picking = new NamedValues.Picking(fields);
    IntStream.range(0, records.size())
        .parallel()
        .forEach(i -> picking.pick(records.get(i).fields().values(), i, columns));
    return columns;
  }

  /** What each record says in the field; null where it is unset. */
  @Nullable Json[] values(String field) {
    return values.computeIfAbsent(field, key -> read(List.of(key)).get(0));
  }
}
