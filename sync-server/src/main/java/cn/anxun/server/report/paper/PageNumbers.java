package cn.anxun.server.report.paper;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/** 第 1 页 共 2 页 at the foot of each page; how many there are is filled in at the end. */
final class PageNumbers extends PdfPageEventHelper {
  private static final float SIZE = 9;
  private static final float FOOT = 36;
  private static final float ROOM = 40;

  private final BaseFont face;
  private @Nullable PdfTemplate total;

  PageNumbers(BaseFont face) {
    this.face = face;
  }

  @Override
  public void onOpenDocument(PdfWriter writer, Document document) {
    total = writer.getDirectContent().createTemplate(ROOM, SIZE * 2);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte canvas = writer.getDirectContent();
    String text = "第 " + writer.getPageNumber() + " 页 共 ";
    float width = face.getWidthPoint(text, SIZE);
    float left = (document.getPageSize().getWidth() - width - ROOM / 2) / 2;
    canvas.beginText();
    canvas.setFontAndSize(face, SIZE);
    canvas.setTextMatrix(left, FOOT);
    canvas.showText(text);
    canvas.endText();
    if (total != null) {
      canvas.addTemplate(total, left + width, FOOT - SIZE / 2);
    }
  }

  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    if (total != null) {
      total.beginText();
      total.setFontAndSize(face, SIZE);
      total.setTextMatrix(0, SIZE / 2);
      total.showText(writer.getPageNumber() - 1 + " 页");
      total.endText();
    }
  }
}
