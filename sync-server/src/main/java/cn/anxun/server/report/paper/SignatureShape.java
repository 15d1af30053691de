package cn.anxun.server.report.paper;

import cn.anxun.core.paper.SignatureStrokes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A signature as a line for a page and as a picture for a document. */
public final class SignatureShape {
  /** Of the line, as a part of the field's longer side. */
  static final float PEN = 0.014f;

  private static final int PICTURE = 800;

  private SignatureShape() {}

  /** The {@code d} of an SVG path, of figures and letters alone. */
  public static String svg(SignatureStrokes strokes) {
    StringBuilder path = new StringBuilder();
    strokes.draw(
        new SignatureStrokes.Pen() {
          @Override
          public void moveTo(float x, float y) {
            path.append(String.format(Locale.ROOT, "M%.1f %.1f", x, y));
          }

          @Override
          public void curveTo(float x1, float y1, float x2, float y2, float x, float y) {
            path.append(
                String.format(Locale.ROOT, "C%.1f %.1f %.1f %.1f %.1f %.1f", x1, y1, x2, y2, x, y));
          }
        });
    return path.toString();
  }

  /** A PNG, its longer side {@value #PICTURE} pixels, black on white. */
  static byte[] png(SignatureStrokes strokes) throws IOException {
    double scale = (double) PICTURE / Math.max(strokes.width(), strokes.height());
    int margin = PICTURE / 40;
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(strokes.width() * scale) + 2 * margin,
            (int) Math.ceil(strokes.height() * scale) + 2 * margin,
            BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.BLACK);
    graphics.translate(margin, margin);
    graphics.scale(scale, scale);
    float pen = PEN * Math.max(strokes.width(), strokes.height());
    graphics.setStroke(new BasicStroke(pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D path = new Path2D.Double();
    strokes.draw(
        new SignatureStrokes.Pen() {
          @Override
          public void moveTo(float x, float y) {
            path.moveTo(x, y);
          }

          @Override
          public void curveTo(float x1, float y1, float x2, float y2, float x, float y) {
            path.curveTo(x1, y1, x2, y2, x, y);
          }
        });
    graphics.draw(path);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
