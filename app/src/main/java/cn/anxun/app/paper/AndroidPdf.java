package cn.anxun.app.paper;

import android.graphics.pdf.PdfDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/** By Android's own PDF, texts as text. */
public final class AndroidPdf implements PdfPages {
  @Override
  public void write(PaperPainter painter, Set<Integer> pages, OutputStream out) throws IOException {
    PdfDocument pdf = new PdfDocument();
    try {
      for (int i = 0; i < painter.pages(); i++) {
        if (pages.contains(i)) {
          PdfDocument.Page page =
              pdf.startPage(
                  new PdfDocument.PageInfo.Builder(PaperPainter.WIDTH, PaperPainter.HEIGHT, i + 1)
                      .create());
          painter.draw(page.getCanvas(), i);
          pdf.finishPage(page);
        }
      }
      pdf.writeTo(out);
    } finally {
      pdf.close();
    }
  }
}
