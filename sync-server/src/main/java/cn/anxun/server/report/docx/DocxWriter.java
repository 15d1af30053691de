package cn.anxun.server.report.docx;

import cn.anxun.server.report.PrintedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabs;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/**
 * Writes a {@link PrintedDocument} as .docx: A4 landscape, borders on every cell, the heading row
 * repeated on each page, page numbers.
 */
public final class DocxWriter {
  /** In twentieths of a point. */
  private static final int PAGE_WIDTH = 16_838;

  private static final int PAGE_HEIGHT = 11_906;
  private static final int SIDE_MARGIN = 850;
  private static final int END_MARGIN = 850;
  private static final int EDGE = 450;
  static final int TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN;

  private final XWPFDocument document;

  private DocxWriter(XWPFDocument document) {
    this.document = document;
  }

  /** Writes the whole file; the stream stays open. */
  public static void write(PrintedDocument printed, OutputStream out) throws IOException {
    try (XWPFDocument document = new XWPFDocument()) {
      document.getProperties().getCoreProperties().setCreator("安巡");
      document.getProperties().getCoreProperties().setTitle(printed.name());
      DocxWriter writer = new DocxWriter(document);
      for (int i = 0; i < printed.sheets().size(); i++) {
        writer.sheet(printed.sheets().get(i), i > 0);
      }
      writer.page();
      document.write(out);
    }
  }

  private void sheet(PrintedDocument.Sheet sheet, boolean onNewPage) {
    XWPFParagraph title = line(sheet.title(), DocxFont.TITLE, ParagraphAlignment.CENTER);
    title.setPageBreak(onNewPage);
    if (!sheet.subtitle().isEmpty()) {
      line(sheet.subtitle(), DocxFont.SUBTITLE, ParagraphAlignment.CENTER);
    }
    for (String small : sheet.smallPrint()) {
      line(small, DocxFont.SMALL, ParagraphAlignment.LEFT);
    }
    DocxTable.write(document, sheet.table(), !sheet.footer().isEmpty());
    // Word wants a paragraph after a table; it is the footer, or a line without height.
    if (sheet.footer().isEmpty()) {
      DocxFont.spacer(document.createParagraph());
    } else {
      footer(sheet.footer());
    }
  }

  private XWPFParagraph line(String text, DocxFont font, ParagraphAlignment alignment) {
    XWPFParagraph line = document.createParagraph();
    line.setAlignment(alignment);
    line.setSpacingAfter(40);
    DocxFont.write(line, text, font);
    return line;
  }

  private void footer(List<String> parts) {
    XWPFParagraph line = document.createParagraph();
    line.setSpacingBefore(160);
    CTTabs tabs = line.getCTP().addNewPPr().addNewTabs();
    for (int i = 1; i < parts.size(); i++) {
      CTTabStop stop = tabs.addNewTab();
      stop.setVal(STTabJc.LEFT);
      stop.setPos(BigInteger.valueOf((long) TEXT_WIDTH * i / parts.size()));
    }
    for (int i = 0; i < parts.size(); i++) {
      XWPFRun run = DocxFont.write(line, parts.get(i), DocxFont.FOOTER);
      if (i + 1 < parts.size()) {
        run.addTab();
      }
    }
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(PAGE_WIDTH));
    size.setH(BigInteger.valueOf(PAGE_HEIGHT));
    size.setOrient(STPageOrientation.LANDSCAPE);
    CTPageMar margins = section.addNewPgMar();
    margins.setLeft(BigInteger.valueOf(SIDE_MARGIN));
    margins.setRight(BigInteger.valueOf(SIDE_MARGIN));
    margins.setTop(BigInteger.valueOf(END_MARGIN));
    margins.setBottom(BigInteger.valueOf(END_MARGIN));
    margins.setHeader(BigInteger.valueOf(EDGE));
    margins.setFooter(BigInteger.valueOf(EDGE));
    margins.setGutter(BigInteger.ZERO);
    XWPFParagraph numbers =
        document
            .createHeaderFooterPolicy()
            .createFooter(XWPFHeaderFooterPolicy.DEFAULT)
            .createParagraph();
    numbers.setAlignment(ParagraphAlignment.CENTER);
    DocxFont.write(numbers, "第 ", DocxFont.SMALL);
    DocxFont.field(numbers, "PAGE");
    DocxFont.write(numbers, " 页 共 ", DocxFont.SMALL);
    DocxFont.field(numbers, "NUMPAGES");
    DocxFont.write(numbers, " 页", DocxFont.SMALL);
  }
}
