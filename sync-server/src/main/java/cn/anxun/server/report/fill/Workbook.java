package cn.anxun.server.report.fill;

import cn.anxun.server.report.fill.FillProblem.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a workbook says of its sheets.
 *
 * @param date1904 whether days are counted from 1904, as old Macs did
 * @param stringsPart the part of the shared texts; "" for none
 */
record Workbook(
    List<Sheet> sheets,
    SharedStrings strings,
    CellFormats formats,
    boolean date1904,
    String stringsPart,
    String stringsPrefix) {
  static final Set<String> NAMESPACES =
      Set.of(
          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
          "http://purl.oclc.org/ooxml/spreadsheetml/main");
  private static final Set<String> RELATIONSHIPS =
      Set.of(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships");

  /** A sheet and the part that holds it. */
  record Sheet(String name, String part) {}

  /** The sheet of this name. */
  Optional<Sheet> find(String name) {
    return sheets.stream().filter(sheet -> sheet.name().equals(name.strip())).findFirst();
  }

  static Workbook read(OfficeFile file, String part) throws IOException, FillException {
    String xml = file.xml(part);
    String prefix = prefix(part, xml);
    String id = XmlText.prefix(xml, RELATIONSHIPS).orElse("r:") + "id";
    Relationships related = Relationships.of(file, part);
    List<Sheet> sheets = new ArrayList<>();
    boolean date1904 = false;
    XmlCursor cursor = new XmlCursor(xml);
    while (cursor.next()) {
      if (cursor.isStart(prefix + "sheet")) {
        String name = cursor.attribute("name");
        String target = cursor.attribute(id);
        Optional<String> found = target == null ? Optional.empty() : related.find(target);
        if (name != null && found.isPresent() && file.has(found.get())) {
          sheets.add(new Sheet(name, found.get()));
        }
      } else if (cursor.isStart(prefix + "workbookPr")) {
        String value = cursor.attribute("date1904");
        date1904 = "1".equals(value) || "true".equals(value);
      }
    }
    String strings = related.first("sharedStrings").filter(file::has).orElse("");
    String stringsPrefix = strings.isEmpty() ? "" : prefix(strings, file.xml(strings));
    Optional<String> styles = related.first("styles").filter(file::has);
    return new Workbook(
        sheets,
        strings.isEmpty()
            ? SharedStrings.none()
            : SharedStrings.read(file.xml(strings), stringsPrefix),
        styles.isEmpty()
            ? CellFormats.none()
            : CellFormats.read(
                file.xml(styles.get()), prefix(styles.get(), file.xml(styles.get()))),
        date1904,
        strings,
        stringsPrefix);
  }

  static String prefix(String part, String xml) throws FillException {
    return XmlText.prefix(xml, NAMESPACES)
        .orElseThrow(() -> new FillException(FillProblem.of(Reason.BROKEN, part)));
  }
}
