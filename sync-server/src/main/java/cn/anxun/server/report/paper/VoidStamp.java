package cn.anxun.server.report.paper;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** 作废 across each page of a PDF, over what stands there, which stays legible. */
final class VoidStamp extends PdfPageEventHelper {
  private static final float SIZE = 190;
  private static final float ANGLE = 45;
  private static final float OPACITY = 0.2f;

  private final BaseFont face;

  VoidStamp(BaseFont face) {
    this.face = face;
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    PdfContentByte canvas = writer.getDirectContent();
    PdfGState through = new PdfGState();
    through.setFillOpacity(OPACITY);
    Rectangle page = document.getPageSize();
    canvas.saveState();
    canvas.setGState(through);
    canvas.setRGBColorFill(0xb0, 0x00, 0x20);
    canvas.beginText();
    canvas.setFontAndSize(face, SIZE);
    canvas.showTextAligned(
        Element.ALIGN_CENTER,
        VoidMark.WORD,
        page.getWidth() / 2 + SIZE / 4,
        page.getHeight() / 2 - SIZE / 4,
        ANGLE);
    canvas.endText();
    canvas.restoreState();
  }
}
