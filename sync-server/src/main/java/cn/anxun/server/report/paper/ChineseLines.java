package cn.anxun.server.report.paper;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/** Breaks a line between Chinese letters, but not before what closes nor after what opens. */
final class ChineseLines implements SplitCharacter {
  private static final String CLOSES = "，。、；：？！）〕］》”’…％%)]},.;:?!";
  private static final String OPENS = "（〔［《“‘([{";
  private static final int FIRST_CHINESE = 0x2e80;

  @Override
  public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] ck) {
    char here = text[current];
    if (current + 1 < end && CLOSES.indexOf(text[current + 1]) >= 0) {
      return false;
    }
    if (OPENS.indexOf(here) >= 0) {
      return false;
    }
    return here <= ' ' || here == '-' || here >= FIRST_CHINESE || CLOSES.indexOf(here) >= 0;
  }
}
