package cn.anxun.server.report.paper;

import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.Signature;
import cn.anxun.core.paper.SignatureStrokes;
import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Writes a paper as PDF: A4, page numbers, headings of tables repeated, its font embedded. */
public final class PaperPdf {
  private static final float SIDE = 68;
  private static final float END = 62;
  private static final float LEADING = 1.55f;
  private static final float SIGNATURE_WIDTH = 110;
  private static final float SIGNATURE_HEIGHT = 46;
  private static final int LABEL_WIDTH = 31;
  private static final Color RED = new Color(0xb0, 0x00, 0x20);

  private final BaseFont face;
  private final Document document;
  private final PdfWriter writer;

  private PaperPdf(BaseFont face, Document document, PdfWriter writer) {
    this.face = face;
    this.document = document;
    this.writer = writer;
  }

  /**
   * Writes the whole file.
   *
   * @param title what the file says it is
   * @param mark what a void paper carries
   * @throws NoFontException where this machine has no Chinese font
   */
  public static void write(
      String title, List<PaperBlock> blocks, Optional<VoidMark> mark, OutputStream out)
      throws NoFontException {
    BaseFont face = PaperFont.get();
    Document document = new Document(PageSize.A4, SIDE, SIDE, END, END);
    PdfWriter writer = PdfWriter.getInstance(document, out);
    writer.setPageEvent(new PageNumbers(face));
    if (mark.isPresent()) {
      writer.setPageEvent(new VoidStamp(face));
    }
    document.addTitle(title);
    document.addCreator("安巡");
    document.open();
    PaperPdf paper = new PaperPdf(face, document, writer);
    mark.ifPresent(paper::add);
    int end = PaperEnd.of(blocks);
    blocks.subList(0, end).forEach(block -> document.add(paper.element(block)));
    if (end < blocks.size()) {
      document.add(paper.together(blocks.subList(end, blocks.size())));
    }
    document.close();
  }

  private void add(VoidMark mark) {
    Font red = new Font(face, 11, Font.NORMAL, RED);
    Chunk chunk = new Chunk(mark.line(), red);
    chunk.setSplitCharacter(new ChineseLines());
    PdfPCell cell = new PdfPCell(new Phrase(chunk));
    cell.setLeading(0, 1.4f);
    cell.setPadding(6);
    cell.setBorderColor(RED);
    PdfPTable box = whole(100);
    box.setSpacingAfter(10);
    box.addCell(cell);
    document.add(box);
  }

  private Element element(PaperBlock block) {
    if (block instanceof PaperBlock.Head head) {
      return line(head.text(), 15, Element.ALIGN_CENTER, 0);
    } else if (block instanceof PaperBlock.Title title) {
      return line(title.text(), 22, Element.ALIGN_CENTER, 8);
    } else if (block instanceof PaperBlock.Numbering number) {
      Paragraph line = line(number.text(), 12, Element.ALIGN_RIGHT, 4);
      line.setSpacingAfter(8);
      return line;
    } else if (block instanceof PaperBlock.Row row) {
      return row(row);
    } else if (block instanceof PaperBlock.Paragraph text) {
      return running(text);
    } else if (block instanceof PaperBlock.Table table) {
      return table(table);
    } else if (block instanceof PaperBlock.Signing signing) {
      return signing(signing);
    } else if (block instanceof PaperBlock.Closing closing) {
      return closing(closing);
    } else if (block instanceof PaperBlock.Note note) {
      return line(note.text(), 9.5f, Element.ALIGN_LEFT, 10);
    }
    throw new IllegalStateException("no element for " + block);
  }

  /** On one page, as far as a page holds them. */
  private PdfPTable together(List<PaperBlock> blocks) {
    PdfPTable all = whole(100);
    all.setKeepTogether(true);
    for (PaperBlock block : blocks) {
      Element element = element(block);
      PdfPCell cell;
      float before;
      if (element instanceof PdfPTable table) {
        cell = new PdfPCell(table);
        before = table.spacingBefore();
      } else {
        cell = new PdfPCell();
        cell.addElement(element);
        before = element instanceof Paragraph line ? line.getSpacingBefore() : 0;
      }
      cell.setBorder(Rectangle.NO_BORDER);
      cell.setPadding(0);
      cell.setPaddingTop(before);
      all.addCell(cell);
    }
    return all;
  }

  private Chunk chunk(String text, float size) {
    Chunk chunk = new Chunk(text, new Font(face, size));
    chunk.setSplitCharacter(new ChineseLines());
    return chunk;
  }

  private Paragraph line(String text, float size, int alignment, float before) {
    Paragraph line = new Paragraph(size * LEADING);
    line.add(chunk(text, size));
    line.setAlignment(alignment);
    line.setSpacingBefore(before);
    return line;
  }

  private Paragraph running(PaperBlock.Paragraph text) {
    Paragraph running = line(text.text(), 12, Element.ALIGN_JUSTIFIED, 3);
    running.setFirstLineIndent(text.indented() ? 24 : 0);
    return running;
  }

  private PdfPTable row(PaperBlock.Row row) {
    PdfPTable table = whole(LABEL_WIDTH, 100 - LABEL_WIDTH);
    PdfPCell label = cell(row.label() + "：", 12);
    label.setBorder(Rectangle.NO_BORDER);
    label.setNoWrap(true);
    PdfPCell value = cell(row.value().isEmpty() ? " " : row.value(), 12);
    value.setBorder(Rectangle.BOTTOM);
    value.setBorderWidth(0.5f);
    table.addCell(label);
    table.addCell(value);
    return table;
  }

  private PdfPTable table(PaperBlock.Table content) {
    int[] widths = content.columns().stream().mapToInt(PaperBlock.Column::width).toArray();
    PdfPTable table = whole(widths);
    table.setSpacingBefore(6);
    table.setSpacingAfter(6);
    table.setHeaderRows(1);
    table.setSplitLate(true);
    for (PaperBlock.Column column : content.columns()) {
      PdfPCell heading = cell(column.heading(), 11);
      heading.setHorizontalAlignment(Element.ALIGN_CENTER);
      table.addCell(heading);
    }
    for (List<String> row : content.rows()) {
      for (int i = 0; i < row.size(); i++) {
        PdfPCell cell = cell(row.get(i), 11);
        if (i == 0) {
          cell.setHorizontalAlignment(Element.ALIGN_CENTER);
        }
        table.addCell(cell);
      }
    }
    return table;
  }

  private PdfPTable signing(PaperBlock.Signing signing) {
    PdfPTable table = whole(38, 62);
    table.setSpacingBefore(10);
    table.setKeepTogether(true);
    PdfPCell label = cell(signing.label() + "：", 12);
    label.setBorder(Rectangle.NO_BORDER);
    label.setVerticalAlignment(Element.ALIGN_BOTTOM);
    table.addCell(label);
    PdfPCell drawn = new PdfPCell();
    drawn.setBorder(Rectangle.BOTTOM);
    drawn.setBorderWidth(0.5f);
    drawn.setMinimumHeight(30);
    if (!signing.signatures().isEmpty()) {
      Paragraph pictures = new Paragraph(SIGNATURE_HEIGHT + 4);
      for (Signature signature : signing.signatures()) {
        pictures.add(new Chunk(drawn(signature.strokes()), 0, 0));
        pictures.add(new Chunk("  ", new Font(face, 12)));
      }
      drawn.addElement(pictures);
    }
    table.addCell(drawn);
    if (!signing.note().isEmpty()) {
      PdfPCell note = cell(signing.note(), 11);
      note.setColspan(2);
      note.setBorder(Rectangle.NO_BORDER);
      table.addCell(note);
    }
    return table;
  }

  /** The strokes themselves, so that they stay sharp. */
  private Image drawn(SignatureStrokes strokes) {
    float scale = Math.min(SIGNATURE_WIDTH / strokes.width(), SIGNATURE_HEIGHT / strokes.height());
    float width = strokes.width() * scale;
    float height = strokes.height() * scale;
    PdfTemplate template = writer.getDirectContent().createTemplate(width + 4, height + 4);
    template.setLineWidth(1.3f);
    template.setLineCap(1);
    template.setLineJoin(1);
    strokes.draw(
        new SignatureStrokes.Pen() {
          @Override
          public void moveTo(float x, float y) {
            template.stroke();
            template.moveTo(x * scale + 2, height + 2 - y * scale);
          }

          @Override
          public void curveTo(float x1, float y1, float x2, float y2, float x, float y) {
            template.curveTo(
                x1 * scale + 2,
                height + 2 - y1 * scale,
                x2 * scale + 2,
                height + 2 - y2 * scale,
                x * scale + 2,
                height + 2 - y * scale);
          }
        });
    template.stroke();
    return Image.getInstance(template);
  }

  private PdfPTable closing(PaperBlock.Closing closing) {
    PdfPTable table = whole(100);
    table.setSpacingBefore(14);
    table.setKeepTogether(true);
    for (String text : List.of(closing.bureau() + closing.seal(), closing.date())) {
      PdfPCell cell = cell(text, 12);
      cell.setBorder(Rectangle.NO_BORDER);
      cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
      table.addCell(cell);
    }
    return table;
  }

  private static PdfPTable whole(int... widths) {
    float[] parts = new float[widths.length];
    for (int i = 0; i < widths.length; i++) {
      parts[i] = widths[i];
    }
    PdfPTable table = new PdfPTable(parts);
    table.setWidthPercentage(100);
    return table;
  }

  private PdfPCell cell(String text, float size) {
    PdfPCell cell = new PdfPCell(new Phrase(chunk(text, size)));
    cell.setLeading(0, 1.4f);
    cell.setPaddingTop(2);
    cell.setPaddingBottom(6);
    cell.setUseAscender(false);
    return cell;
  }
}
