package cn.anxun.server.file;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * What stands for a picture that is there and cannot be shown small: a frame with hills and a sun,
 * and an arrow that leads out of it to the picture itself. It has no words, which would need fonts.
 */
final class PictureSign {
  private static final Color PAPER = new Color(0xeceff1);
  private static final Color INK = new Color(0x607d8b);
  private static final Color PALE = new Color(0xb0bec5);

  private PictureSign() {}

  /**
   * Draws it, 4:3.
   *
   * @param width in pixels
   */
  static BufferedImage draw(int width) {
    int unit = width / 32;
    BufferedImage sign = new BufferedImage(width, width * 3 / 4, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = sign.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(PAPER);
    pen.fillRect(0, 0, sign.getWidth(), sign.getHeight());
    pen.setColor(PALE);
    pen.fillOval(11 * unit, 7 * unit, 3 * unit, 3 * unit);
    pen.fillPolygon(hill(unit, 8, 13, 18));
    pen.fillPolygon(hill(unit, 13, 18, 23));
    pen.setColor(INK);
    pen.setStroke(new BasicStroke(unit, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    pen.drawRoundRect(7 * unit, 5 * unit, 17 * unit, 13 * unit, 2 * unit, 2 * unit);
    pen.drawLine(20 * unit, 9 * unit, 27 * unit, 2 * unit);
    pen.drawLine(22 * unit, 2 * unit, 27 * unit, 2 * unit);
    pen.drawLine(27 * unit, 2 * unit, 27 * unit, 7 * unit);
    pen.dispose();
    return sign;
  }

  private static Polygon hill(int unit, int left, int top, int right) {
    return new Polygon(
        new int[] {left * unit, top * unit, right * unit},
        new int[] {17 * unit, 11 * unit, 17 * unit},
        3);
  }
}
