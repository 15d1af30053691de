package cn.anxun.app.paper;

import android.os.Bundle;
import android.os.CancellationSignal;
import android.os.ParcelFileDescriptor;
import android.print.PageRange;
import android.print.PrintAttributes;
import android.print.PrintDocumentAdapter;
import android.print.PrintDocumentInfo;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Gives a paper to Android's print sheet, always as A4 upright. */
public final class PaperPrint extends PrintDocumentAdapter {
  private final PdfPages pdf;
  private final PaperPainter painter;
  private final String name;
  private final Executor background;

  /**
   * The paper to be printed.
   *
   * @param name of the print job and of the file where it is saved as PDF
   */
  public PaperPrint(PdfPages pdf, PaperPainter painter, String name, Executor background) {
    this.pdf = pdf;
    this.painter = painter;
    this.name = name;
    this.background = background;
  }

  /** What the sheet begins with. */
  public static PrintAttributes attributes() {
    return new PrintAttributes.Builder()
        .setMediaSize(PrintAttributes.MediaSize.ISO_A4)
        .setColorMode(PrintAttributes.COLOR_MODE_MONOCHROME)
        .build();
  }

  @Override
  public void onLayout(
      @Nullable PrintAttributes before,
      PrintAttributes now,
      CancellationSignal cancelled,
      LayoutResultCallback answer,
      @Nullable Bundle extras) {
    if (cancelled.isCanceled()) {
      answer.onLayoutCancelled();
      return;
    }
    answer.onLayoutFinished(
        new PrintDocumentInfo.Builder(name)
            .setContentType(PrintDocumentInfo.CONTENT_TYPE_DOCUMENT)
            .setPageCount(painter.pages())
            .build(),
        before == null);
  }

  @Override
  public void onWrite(
      PageRange[] wanted,
      ParcelFileDescriptor to,
      CancellationSignal cancelled,
      WriteResultCallback answer) {
    Set<Integer> pages = new HashSet<>();
    for (int page : all(painter)) {
      for (PageRange range : wanted) {
        if (page >= range.getStart() && page <= range.getEnd()) {
          pages.add(page);
        }
      }
    }
    background.execute(
        () -> {
          try (OutputStream out = new FileOutputStream(to.getFileDescriptor())) {
            pdf.write(painter, pages, out);
            answer.onWriteFinished(wanted);
          } catch (IOException e) {
            answer.onWriteFailed(name + ": " + e.getMessage());
          }
        });
  }

  /** Every page of it. */
  public static Set<Integer> all(PaperPainter painter) {
    Set<Integer> all = new HashSet<>();
    for (int i = 0; i < painter.pages(); i++) {
      all.add(i);
    }
    return all;
  }
}
