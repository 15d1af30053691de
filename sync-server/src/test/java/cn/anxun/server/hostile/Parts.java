package cn.anxun.server.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Small office files of which one part is hostile, so that a fuzzer need not learn how to pack.
 * Parts are stored, not deflated.
 */
public final class Parts {
  private static final String TYPES =
      "<?xml version=\"1.0\"?><Types"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
          + " Extension=\"rels\""
          + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
          + " Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/%s\""
          + " ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/></Types>";
  private static final String RELATIONS =
      "<?xml version=\"1.0\"?><Relationships"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
          + " Id=\"rId1\""
          + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
          + " Target=\"%s\"/>%s</Relationships>";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private Parts() {}

  /**
   * A workbook.
   *
   * @param which part is hostile; the whole file where there is no part of this number
   * @param bytes of which those from {@code from} on are that part
   */
  public static byte[] workbook(int which, byte[] bytes, int from) {
    return file(workbook(), which, bytes, from);
  }

  /** The same of a document. */
  public static byte[] document(int which, byte[] bytes, int from) {
    return file(document(), which, bytes, from);
  }

  private static byte[] file(Map<String, byte[]> parts, int which, byte[] bytes, int from) {
    byte[] hostile = Arrays.copyOfRange(bytes, from, bytes.length);
    List<String> names = new ArrayList<>(parts.keySet());
    if (which % (names.size() + 1) == names.size()) {
      return hostile;
    }
    parts.put(names.get(which % (names.size() + 1)), hostile);
    return zip(parts);
  }

  /** The parts of a whole workbook, in the order of their numbers. */
  public static Map<String, byte[]> workbook() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(
        parts,
        "xl/worksheets/sheet1.xml",
        "<?xml version=\"1.0\"?><worksheet xmlns=\""
            + MAIN
            + "\"><cols><col min=\"1\" max=\"2\" width=\"9\"/></cols><sheetData><row r=\"1\"><c"
            + " r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\""
            + " t=\"inlineStr\"><is><t>\u9690\u60a3\u63cf\u8ff0</t></is></c><c r=\"C1\""
            + " t=\"str\"><v>{{total}}</v></c></row><row r=\"2\"><c r=\"A2\""
            + " s=\"1\"><v>45000</v></c><c r=\"B2\" t=\"s\"><v>1</v></c><c"
            + " r=\"C2\"><f>A2*2</f><v>90000</v></c><c r=\"D2\" t=\"e\"><v>#REF!</v></c><c r=\"E2\""
            + " t=\"b\"><v>1</v></c></row></sheetData><mergeCells count=\"1\"><mergeCell"
            + " ref=\"A3:B4\"/></mergeCells></worksheet>");
    put(
        parts,
        "xl/sharedStrings.xml",
        "<?xml version=\"1.0\"?><sst xmlns=\""
            + MAIN
            + "\" count=\"2\""
            + " uniqueCount=\"2\"><si><t>\u68c0\u67e5\u65e5\u671f</t></si><si><r><t>\u706d\u706b\u5668</t></r><r><t>\u5931\u6548{{goal}}</t></r></si></sst>");
    put(
        parts,
        "xl/workbook.xml",
        "<?xml version=\"1.0\"?><workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + R
            + "\"><workbookPr date1904=\"0\"/><sheets><sheet name=\"\u53f0\u8d26\" sheetId=\"1\""
            + " r:id=\"rId1\"/></sheets></workbook>");
    put(
        parts,
        "xl/styles.xml",
        "<?xml version=\"1.0\"?><styleSheet xmlns=\""
            + MAIN
            + "\"><numFmts count=\"1\"><numFmt numFmtId=\"164\""
            + " formatCode=\"yyyy-mm-dd\"/></numFmts><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf"
            + " numFmtId=\"164\"/></cellXfs></styleSheet>");
    put(
        parts,
        "xl/_rels/workbook.xml.rels",
        String.format(
            RELATIONS,
            "worksheet",
            "worksheets/sheet1.xml",
            "<Relationship Id=\"rId2\" Type=\""
                + R
                + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"rId3\" Type=\""
                + R
                + "/styles\" Target=\"styles.xml\"/>"));
    put(parts, "_rels/.rels", String.format(RELATIONS, "officeDocument", "xl/workbook.xml", ""));
    put(
        parts,
        "[Content_Types].xml",
        String.format(TYPES, "xl/workbook.xml", "spreadsheetml.sheet"));
    return parts;
  }

  /** The parts of a whole document, in the order of their numbers. */
  public static Map<String, byte[]> document() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(
        parts,
        "word/document.xml",
        "<?xml version=\"1.0\"?><w:document xmlns:w=\""
            + W
            + "\"><w:body><w:p><w:r><w:t>\u81ea\u8bc4"
            + " {{to</w:t></w:r><w:r><w:t>tal}}</w:t></w:r></w:p><w:tbl><w:tblGrid><w:gridCol"
            + " w:w=\"900\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge"
            + " w:val=\"restart\"/></w:tcPr><w:p><w:r><w:t xml:space=\"preserve\"> \u603b\u5206"
            + " </w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>");
    put(
        parts,
        "word/_rels/document.xml.rels",
        String.format(RELATIONS, "styles", "styles.xml", ""));
    put(
        parts,
        "word/header1.xml",
        "<w:hdr xmlns:w=\"" + W + "\"><w:p><w:r><w:t>{{goal}}</w:t></w:r></w:p></w:hdr>");
    put(parts, "_rels/.rels", String.format(RELATIONS, "officeDocument", "word/document.xml", ""));
    put(
        parts,
        "[Content_Types].xml",
        String.format(TYPES, "word/document.xml", "wordprocessingml.document"));
    return parts;
  }

  private static void put(Map<String, byte[]> parts, String name, String text) {
    parts.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** These parts as a file. */
  public static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        CRC32 checksum = new CRC32();
        checksum.update(part.getValue());
        entry.setMethod(ZipEntry.STORED);
        entry.setTime(0);
        entry.setSize(part.getValue().length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
