package cn.anxun.app.feature.inspection;

import cn.anxun.app.feature.inspection.VisitRecords.Opened;
import cn.anxun.app.record.RecordRejectedException;
import java.time.LocalDate;
import java.util.List;

/** Puts a finished visit into the ledger. */
interface VisitRecorder {

  /**
   * What became of it.
   *
   * @param number the inspection's, that a person can say
   * @param inspector the name of who is logged in
   */
  record Recorded(String number, String inspector) {}

  /**
   * Saves all of them in one transaction, or none. Not on the main thread.
   *
   * @param day the business date of each
   * @throws RecordRejectedException where the ledger would not take one of them; it says why
   */
  Recorded record(List<Opened> records, LocalDate day) throws RecordRejectedException;
}
