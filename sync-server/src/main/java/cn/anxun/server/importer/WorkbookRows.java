package cn.anxun.server.importer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook as the library reads it. In a broken file the library throws whatever it meets: an
 * error of its own, an I/O error for XML that is none, a null where an attribute is missing. Each
 * says that the file is broken. Nothing that our own code throws over a row passes through here.
 */
public final class WorkbookRows implements AutoCloseable {
  private final ReadableWorkbook workbook;

  /** What may fail. */
  private interface Reading<T> {
    T read() throws IOException;
  }

  /** The rows of a sheet, one after the other. */
  public static final class Cursor implements AutoCloseable {
    private final Stream<Row> rows;
    private final Iterator<Row> left;

    private Cursor(Stream<Row> rows) {
      this.rows = rows;
      this.left = rows.iterator();
    }

    /**
     * The next row; empty behind the last.
     *
     * @throws ImportException where it cannot be read
     */
    public Optional<Row> next() throws ImportException {
      return unbroken(() -> left.hasNext() ? Optional.of(left.next()) : Optional.empty());
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  private WorkbookRows(ReadableWorkbook workbook) {
    this.workbook = workbook;
  }

  /**
   * Opens a file that {@link WorkbookGuard} has looked through.
   *
   * @param formats whether the formats of cells are wanted
   * @throws ImportException where it cannot be read
   */
  public static WorkbookRows open(Path file, boolean formats) throws ImportException {
    return unbroken(
        () ->
            new WorkbookRows(
                new ReadableWorkbook(file.toFile(), new ReadingOptions(formats, false))));
  }

  boolean isDate1904() throws ImportException {
    return unbroken(workbook::isDate1904);
  }

  /** The sheets, in their order; not empty. */
  public List<Sheet> sheets() throws ImportException {
    List<Sheet> sheets = unbroken(() -> workbook.getSheets().toList());
    if (sheets.isEmpty() || sheets.stream().anyMatch(sheet -> sheet.getName() == null)) {
      throw new ImportException("import.broken");
    }
    return sheets;
  }

  /** The rows of this sheet; to be closed before the workbook. */
  public Cursor rows(Sheet sheet) throws ImportException {
    return unbroken(() -> new Cursor(sheet.openStream()));
  }

  private static <T> T unbroken(Reading<T> reading) throws ImportException {
    try {
      return reading.read();
    } catch (IOException | RuntimeException e) {
      throw new ImportException("import.broken");
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
