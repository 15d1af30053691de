package cn.anxun.server.report.paper;

import cn.anxun.core.paper.PaperBlock;
import java.util.List;

/** Where the end of a paper begins: what must not stand on a page by itself. */
final class PaperEnd {
  private PaperEnd() {}

  /**
   * The index of the last words of the body, which stay on one page with all that follows them: who
   * signs, the seal, the day. The number of blocks where nobody signs.
   */
  static int of(List<PaperBlock> blocks) {
    int signing = 0;
    while (signing < blocks.size() && !(blocks.get(signing) instanceof PaperBlock.Signing)) {
      signing++;
    }
    boolean words =
        signing > 0
            && signing < blocks.size()
            && (blocks.get(signing - 1) instanceof PaperBlock.Paragraph
                || blocks.get(signing - 1) instanceof PaperBlock.Row);
    return words ? signing - 1 : signing;
  }
}
