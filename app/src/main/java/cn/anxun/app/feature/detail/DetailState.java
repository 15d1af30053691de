package cn.anxun.app.feature.detail;

import cn.anxun.app.record.Names;
import cn.anxun.core.ledger.FoldedRecord;
import java.util.Optional;

/**
 * What the screen shows.
 *
 * @param record empty while it is read, and where it is voided or not known
 * @param site the name of its site; "" for none
 * @param photos how many files belong to it
 */
record DetailState(
    boolean reading,
    boolean failed,
    Optional<FoldedRecord> record,
    String site,
    int photos,
    Names names) {}
