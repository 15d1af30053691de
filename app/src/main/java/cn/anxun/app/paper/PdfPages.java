package cn.anxun.app.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/** Makes PDF of a paper's pages. */
public interface PdfPages {
  /**
   * Writes these pages.
   *
   * @param pages counted from 0
   */
  void write(PaperPainter painter, Set<Integer> pages, OutputStream out) throws IOException;
}
