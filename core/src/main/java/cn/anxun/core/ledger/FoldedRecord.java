package cn.anxun.core.ledger;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One record as it stands at a cut-off.
 *
 * @param type as measures name it: {@code hazard}, {@code drill}, …, or the name of the office's
 *     own kind
 * @param subject its id
 * @param date the day on which it was found or held, corrections applied
 * @param fields as corrected and attributed, with the derived fields of its type beside them (such
 *     as {@code state}, {@code overdue}, {@code closed_on}: see the type's reducer)
 * @param entryIds every entry that made it what it is, in causal order
 */
public record FoldedRecord(
    String type,
    String subject,
    LocalDate date,
    Fields fields,
    List<String> entryIds,
    Set<Mark> marks) {

  public FoldedRecord {
    entryIds = List.of(entryIds.toArray(new String[0]));
    marks = marks.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(marks));
  }

  /** The value of a field, derived ones too; null where it is unset. */
  public @Nullable Json value(String field) {
    return fields.raw(field);
  }

  public FoldedRecord with(String field, @Nullable Json value) {
    return new FoldedRecord(type, subject, date, fields.with(field, value), entryIds, marks);
  }
}
