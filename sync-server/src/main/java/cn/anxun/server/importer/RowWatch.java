package cn.anxun.server.importer;

import cn.anxun.server.importer.SheetRows.RawRow;
import org.dhatim.fastexcel.reader.Row;

/** Sees each row as it goes by, with what becomes of it. */
interface RowWatch {
  void row(RawRow raw, RowValues row, ImportPreview.Outcome outcome);

  /** A row above the records. */
  default void above(Row row) {}
}
