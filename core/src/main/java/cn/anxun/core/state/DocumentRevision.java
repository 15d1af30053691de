package cn.anxun.core.state;

import cn.anxun.core.entry.Fields;
import java.time.LocalDate;
import java.util.List;

/**
 * The revision of a document that holds at the cut-off.
 *
 * @param date its business date; for targets the day on which they were frozen
 * @param fields of the entry, {@code document} among them
 * @param adjustments for targets, the {@code TargetAdjusted} entries' fields after it, in order;
 *     else empty
 */
public record DocumentRevision(
    String subject,
    String entryId,
    long seq,
    LocalDate date,
    Fields fields,
    List<Fields> adjustments) {}
