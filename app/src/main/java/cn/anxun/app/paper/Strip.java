package cn.anxun.app.paper;

import android.graphics.Canvas;

/**
 * What is never cut by the end of a page.
 *
 * @param height in points
 * @param staysWithNext not to be parted from the one below
 * @param head of the table that it is in, repeated where a page begins with it; 0 for none
 */
record Strip(float height, boolean staysWithNext, int head, Drawing drawing) {

  /** Draws it with its top left corner there. */
  interface Drawing {
    void draw(Canvas canvas, float left, float top);
  }

  static Strip gap(float height, boolean staysWithNext) {
    return new Strip(height, staysWithNext, 0, (canvas, left, top) -> {});
  }

  /** The same, not to be parted from the one below. */
  Strip staying() {
    return new Strip(height, true, head, drawing);
  }

  Strip with(Drawing more) {
    return new Strip(
        height,
        staysWithNext,
        head,
        (canvas, left, top) -> {
          more.draw(canvas, left, top);
          drawing.draw(canvas, left, top);
        });
  }
}
