package cn.anxun.server.report.fill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A finance bureau's files: styles, merged cells, formulas, a comment, a picture, macros, custom
 * XML.
 */
final class BureauTemplates {
  private static final byte[] PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private BureauTemplates() {}

  /**
   * Sheet 自评表: A1 merged title with the bureau; row 2 placeholders in cells of every format; A4 a
   * rich text with a placeholder over two looks; C4 a formula; B5:C5 merged; row 6 styled and
   * empty.
   */
  static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("自评表");
      sheet.createRow(0).createCell(0).setCellValue("{{bureau}}{{year}}年度自评表");
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 5));
      XSSFRow row = sheet.createRow(1);
      String[] formats = {"0.00", "0.00%", "@", "yyyy\"年\"m\"月\"d\"日\"", "General", "0.00"};
      String[] texts = {
        "{{total}}",
        "{{execution.rate}}",
        "{{total}}",
        "{{cutoff}}",
        "{{ weights }}",
        "{{row.隐患整改率.actual}}"
      };
      for (int i = 0; i < formats.length; i++) {
        XSSFCell cell = row.createCell(i);
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(formats[i]));
        cell.setCellStyle(style);
        cell.setCellValue(texts[i]);
      }
      XSSFRow rich = sheet.createRow(3);
      XSSFFont bold = workbook.createFont();
      bold.setBold(true);
      XSSFRichTextString split = new XSSFRichTextString("得分 {{total}} 分");
      split.applyFont(5, 8, bold);
      rich.createCell(0).setCellValue(split);
      rich.createCell(1).setCellValue("排查{{row.排查各类安全隐患个数.actual}}，整改率{{row.隐患整改率.value}}%");
      rich.createCell(2).setCellFormula("SUM(A2:A3)");
      rich.createCell(3).setCellValue("不动 & <保持>");
      XSSFRow merged = sheet.createRow(4);
      merged.createCell(0).setCellValue(7);
      sheet.addMergedRegion(new CellRangeAddress(4, 4, 1, 2));
      XSSFCellStyle styled = workbook.createCellStyle();
      styled.setDataFormat(workbook.createDataFormat().getFormat("0.0"));
      sheet.createRow(5).createCell(1).setCellStyle(styled);
      sheet.setColumnWidth(0, 30 * 256);
      decorate(workbook, sheet);
      workbook.createSheet("说明").createRow(0).createCell(0).setCellValue("填表说明");
      workbook.write(out);
    }
    Map<String, byte[]> parts = Zips.read(out.toByteArray());
    Map<String, byte[]> all = new LinkedHashMap<>(parts);
    String types = new String(parts.get("[Content_Types].xml"), StandardCharsets.UTF_8);
    String binary =
        "<Default Extension=\"bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>";
    put(all, "[Content_Types].xml", types.replaceFirst("(?=<Default )", binary));
    all.put("xl/vbaProject.bin", new byte[] {1, 2, 3, 0, (byte) 0xFF});
    all.put("customXml/item1.xml", "<a  b='1' />".getBytes(StandardCharsets.UTF_8));
    return Zips.write(all);
  }

  private static void decorate(XSSFWorkbook workbook, XSSFSheet sheet) {
    ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
    anchor.setRow1(10);
    anchor.setRow2(12);
    anchor.setCol2(3);
    var drawing = sheet.createDrawingPatriarch();
    drawing.createPicture(anchor, workbook.addPicture(PIXEL, Workbook.PICTURE_TYPE_PNG));
    var comment = drawing.createCellComment(anchor);
    comment.setString(new XSSFRichTextString("请按预算批复填写"));
    sheet.getRow(3).getCell(3).setCellComment(comment);
    sheet.getFooter().setCenter("第 &P 页");
  }

  /** A document whose body is this WordprocessingML, with a header. */
  static byte[] document(String body) throws IOException {
    String namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    Map<String, byte[]> parts = new LinkedHashMap<>();
    put(
        parts,
        "[Content_Types].xml",
        """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
        <Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>
        </Types>
        """);
    put(
        parts,
        "_rels/.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
        </Relationships>
        """);
    put(
        parts,
        "word/_rels/document.xml.rels",
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>
        </Relationships>
        """);
    put(
        parts,
        "word/document.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<w:document "
            + namespace
            + "><w:body>"
            + body
            + "<w:sectPr/></w:body></w:document>");
    put(
        parts,
        "word/header1.xml",
        "<w:hdr " + namespace + "><w:p><w:r><w:t>{{bureau}}</w:t></w:r></w:p></w:hdr>");
    put(parts, "word/styles.xml", "<w:styles " + namespace + "  />");
    return Zips.write(parts);
  }

  private static void put(Map<String, byte[]> parts, String name, String text) {
    parts.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
