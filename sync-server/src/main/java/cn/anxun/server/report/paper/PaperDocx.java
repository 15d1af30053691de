package cn.anxun.server.report.paper;

import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.Signature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Writes a paper as .docx with the same contents as its PDF: A4, page numbers. */
public final class PaperDocx {
  /** In twentieths of a point. */
  private static final int PAGE_WIDTH = 11_906;

  private static final int PAGE_HEIGHT = 16_838;
  private static final int SIDE = 1361;
  private static final int END = 1247;
  private static final int TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE;
  private static final String FAMILY = "仿宋";
  private static final String TITLE_FAMILY = "宋体";
  private static final int SIGNATURE_WIDTH = 110;
  private static final int SIGNATURE_HEIGHT = 46;

  private static final String RED = "B00020";

  private final XWPFDocument document;

  /** Whether what is written now stays on one page with what follows. */
  private boolean together;

  private PaperDocx(XWPFDocument document) {
    this.document = document;
  }

  /**
   * Writes the whole file; the stream stays open.
   *
   * @param title what the file says it is
   * @param mark what a void paper carries
   */
  public static void write(
      String title, List<PaperBlock> blocks, Optional<VoidMark> mark, OutputStream out)
      throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.getProperties().getCoreProperties().setCreator("安巡");
      document.getProperties().getCoreProperties().setTitle(title);
      PaperDocx paper = new PaperDocx(document);
      mark.ifPresent(paper::add);
      int end = PaperEnd.of(blocks);
      for (int i = 0; i < blocks.size(); i++) {
        paper.together = i >= end;
        paper.add(blocks.get(i));
      }
      paper.page();
      if (mark.isPresent()) {
        WordWatermark.add(document, VoidMark.WORD);
      }
      document.write(out);
    }
  }

  private void add(VoidMark mark) {
    XWPFParagraph line = line(mark.line(), FAMILY, 11, ParagraphAlignment.LEFT);
    line.getRuns().forEach(run -> run.setColor(RED));
    line.setBorderTop(Borders.SINGLE);
    line.setBorderBottom(Borders.SINGLE);
    line.setBorderLeft(Borders.SINGLE);
    line.setBorderRight(Borders.SINGLE);
  }

  private void add(PaperBlock block) throws IOException {
    if (block instanceof PaperBlock.Head head) {
      line(head.text(), TITLE_FAMILY, 15, ParagraphAlignment.CENTER);
    } else if (block instanceof PaperBlock.Title title) {
      line(title.text(), TITLE_FAMILY, 22, ParagraphAlignment.CENTER);
    } else if (block instanceof PaperBlock.Numbering number) {
      line(number.text(), FAMILY, 12, ParagraphAlignment.RIGHT);
    } else if (block instanceof PaperBlock.Row row) {
      XWPFParagraph line = line(row.label() + "：", FAMILY, 12, ParagraphAlignment.LEFT);
      line.setSpacingBefore(60);
      write(line, row.value().isEmpty() ? "　　　　　　　　" : row.value(), FAMILY, 12)
          .setUnderline(UnderlinePatterns.SINGLE);
    } else if (block instanceof PaperBlock.Paragraph text) {
      XWPFParagraph running = line(text.text(), FAMILY, 12, ParagraphAlignment.BOTH);
      running.setIndentationFirstLine(text.indented() ? 480 : 0);
    } else if (block instanceof PaperBlock.Table table) {
      table(table);
    } else if (block instanceof PaperBlock.Signing signing) {
      signing(signing);
    } else if (block instanceof PaperBlock.Closing closing) {
      XWPFParagraph bureau =
          line(closing.bureau() + closing.seal(), FAMILY, 12, ParagraphAlignment.RIGHT);
      bureau.setSpacingBefore(240);
      bureau.setKeepNext(true);
      line(closing.date(), FAMILY, 12, ParagraphAlignment.RIGHT);
    } else if (block instanceof PaperBlock.Note note) {
      line(note.text(), FAMILY, 10, ParagraphAlignment.LEFT).setSpacingBefore(160);
    }
  }

  private XWPFParagraph line(String text, String family, int points, ParagraphAlignment alignment) {
    XWPFParagraph line = document.createParagraph();
    line.setAlignment(alignment);
    line.setSpacingAfter(60);
    line.setSpacingBetween(1.25);
    if (together) {
      line.setKeepNext(true);
      line.getCTP().getPPr().addNewKeepLines();
    }
    write(line, text, family, points);
    return line;
  }

  private static XWPFRun write(XWPFParagraph line, String text, String family, int points) {
    XWPFRun run = line.createRun();
    for (XWPFRun.FontCharRange range : XWPFRun.FontCharRange.values()) {
      run.setFontFamily(family, range);
    }
    run.setFontSize(points);
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (i > 0) {
        run.addBreak();
      }
      run.setText(lines[i]);
    }
    return run;
  }

  private void table(PaperBlock.Table content) {
    int sum = content.columns().stream().mapToInt(PaperBlock.Column::width).sum();
    List<Integer> widths =
        content.columns().stream().map(column -> column.width() * TEXT_WIDTH / sum).toList();
    XWPFTable table = document.createTable(content.rows().size() + 1, widths.size());
    table.setWidthType(TableWidthType.DXA);
    table.setWidth(Integer.toString(TEXT_WIDTH));
    CTTblGrid grid = table.getCTTbl().getTblGrid();
    if (grid == null) {
      grid = table.getCTTbl().addNewTblGrid();
    }
    while (grid.sizeOfGridColArray() > 0) {
      grid.removeGridCol(0);
    }
    for (int width : widths) {
      grid.addNewGridCol().setW(BigInteger.valueOf(width));
    }
    XWPFTableRow head = table.getRow(0);
    CTTrPr properties =
        head.getCtRow().isSetTrPr() ? head.getCtRow().getTrPr() : head.getCtRow().addNewTrPr();
    properties.addNewTblHeader();
    table.getRows().forEach(row -> row.setCantSplitRow(true));
    for (int column = 0; column < widths.size(); column++) {
      cell(head.getCell(column), content.columns().get(column).heading(), widths.get(column), true);
      for (int row = 0; row < content.rows().size(); row++) {
        String text = content.rows().get(row).get(column);
        cell(table.getRow(row + 1).getCell(column), text, widths.get(column), column == 0);
      }
    }
  }

  private static void cell(XWPFTableCell cell, String text, int width, boolean centred) {
    cell.setWidthType(TableWidthType.DXA);
    cell.setWidth(Integer.toString(width));
    XWPFParagraph line = cell.getParagraphs().get(0);
    line.setAlignment(centred ? ParagraphAlignment.CENTER : ParagraphAlignment.LEFT);
    write(line, text, FAMILY, 11);
  }

  private void signing(PaperBlock.Signing signing) throws IOException {
    XWPFParagraph line = line(signing.label() + "：", FAMILY, 12, ParagraphAlignment.LEFT);
    line.setSpacingBefore(200);
    if (signing.signatures().isEmpty()) {
      write(line, "　　　　　　　　　　", FAMILY, 12).setUnderline(UnderlinePatterns.SINGLE);
    }
    for (Signature signature : signing.signatures()) {
      double scale =
          Math.min(
              (double) SIGNATURE_WIDTH / signature.strokes().width(),
              (double) SIGNATURE_HEIGHT / signature.strokes().height());
      try {
        line.createRun()
            .addPicture(
                new ByteArrayInputStream(SignatureShape.png(signature.strokes())),
                PictureType.PNG,
                "signature.png",
                Units.toEMU(Math.max(1, signature.strokes().width() * scale)),
                Units.toEMU(Math.max(1, signature.strokes().height() * scale)));
      } catch (InvalidFormatException e) {
        throw new IOException(e);
      }
    }
    if (!signing.note().isEmpty()) {
      line.setKeepNext(true);
      line(signing.note(), FAMILY, 11, ParagraphAlignment.LEFT);
    }
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    section.addNewPgSz().setW(BigInteger.valueOf(PAGE_WIDTH));
    section.getPgSz().setH(BigInteger.valueOf(PAGE_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(BigInteger.valueOf(SIDE));
    margins.setRight(BigInteger.valueOf(SIDE));
    margins.setTop(BigInteger.valueOf(END));
    margins.setBottom(BigInteger.valueOf(END));
    margins.setHeader(BigInteger.valueOf(700));
    margins.setFooter(BigInteger.valueOf(700));
    margins.setGutter(BigInteger.ZERO);
    XWPFParagraph numbers = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    numbers.setAlignment(ParagraphAlignment.CENTER);
    write(numbers, "第 ", FAMILY, 9);
    field(numbers, "PAGE");
    write(numbers, " 页 共 ", FAMILY, 9);
    field(numbers, "NUMPAGES");
    write(numbers, " 页", FAMILY, 9);
  }

  private static void field(XWPFParagraph line, String instruction) {
    line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
    line.createRun().getCTR().addNewInstrText().setStringValue(instruction);
    line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.SEPARATE);
    write(line, "1", FAMILY, 9);
    line.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
  }
}
