package cn.anxun.core.paper;

import cn.anxun.core.paper.SignatureStrokes.Point;
import cn.anxun.core.paper.SignatureStrokes.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a signature onto its smallest field and leaves out points by the algorithm of Ramer,
 * Douglas and Peucker, more of them the longer it is.
 */
final class StrokeFitting {
  /** Of {@link SignatureStrokes#SIDE}: far below the width of the line. */
  private static final double FINEST = 1.5;

  private static final double COARSEST = 24;

  private StrokeFitting() {}

  /** On the smallest field that holds it, its longer side {@link SignatureStrokes#SIDE}. */
  static SignatureStrokes fit(SignatureStrokes written) {
    if (written.isBlank()) {
      return written;
    }
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = 0;
    int bottom = 0;
    for (Stroke stroke : written.strokes()) {
      for (Point point : stroke.points()) {
        left = Math.min(left, point.x());
        top = Math.min(top, point.y());
        right = Math.max(right, point.x());
        bottom = Math.max(bottom, point.y());
      }
    }
    int longer = Math.max(1, Math.max(right - left, bottom - top));
    double scale = (double) SignatureStrokes.SIDE / longer;
    return thin(
        moved(
            written,
            Math.max(1, (int) Math.round((right - left) * scale)),
            Math.max(1, (int) Math.round((bottom - top) * scale)),
            scale,
            -left * scale,
            -top * scale));
  }

  /** With a text form that is not too long. */
  static SignatureStrokes thin(SignatureStrokes written) {
    SignatureStrokes thin = written;
    for (double tolerance = FINEST; tolerance <= COARSEST; tolerance *= 2) {
      thin = thinned(written, tolerance);
      if (thin.text().length() <= SignatureStrokes.MAX_TEXT) {
        return thin;
      }
    }
    while (thin.text().length() > SignatureStrokes.MAX_TEXT) {
      thin = thin.withoutLast();
    }
    return thin;
  }

  /**
   * Scaled, then moved to the right and down by so much; what would lie outside lies on the edge.
   */
  static SignatureStrokes moved(
      SignatureStrokes written, int width, int height, double scale, double right, double down) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : written.strokes()) {
      List<Point> points = new ArrayList<>();
      for (Point point : stroke.points()) {
        points.add(
            new Point(
                within(point.x() * scale + right, width),
                within(point.y() * scale + down, height)));
      }
      strokes.add(new Stroke(points));
    }
    return new SignatureStrokes(width, height, strokes);
  }

  private static int within(double place, int side) {
    return (int) Math.max(0, Math.min(side, Math.round(place)));
  }

  private static SignatureStrokes thinned(SignatureStrokes scaled, double tolerance) {
    List<Stroke> strokes = new ArrayList<>();
    for (Stroke stroke : scaled.strokes()) {
      List<Point> points = stroke.points();
      boolean[] kept = new boolean[points.size()];
      kept[0] = true;
      kept[kept.length - 1] = true;
      keep(points, kept, tolerance);
      List<Point> left = new ArrayList<>();
      for (int i = 0; i < kept.length; i++) {
        if (kept[i]) {
          left.add(points.get(i));
        }
      }
      strokes.add(new Stroke(left));
    }
    return new SignatureStrokes(scaled.width(), scaled.height(), strokes);
  }

  /** Marks what is to be kept, piece by piece; without recursion, for a stroke may be long. */
  private static void keep(List<Point> points, boolean[] kept, double tolerance) {
    List<int[]> pieces = new ArrayList<>();
    pieces.add(new int[] {0, points.size() - 1});
    while (!pieces.isEmpty()) {
      int[] piece = pieces.remove(pieces.size() - 1);
      int farthest = -1;
      double most = tolerance;
      for (int i = piece[0] + 1; i < piece[1]; i++) {
        double distance = distance(points.get(i), points.get(piece[0]), points.get(piece[1]));
        if (distance > most) {
          most = distance;
          farthest = i;
        }
      }
      if (farthest >= 0) {
        kept[farthest] = true;
        pieces.add(new int[] {piece[0], farthest});
        pieces.add(new int[] {farthest, piece[1]});
      }
    }
  }

  /** Of a point from the line between two, or from its nearer end. */
  private static double distance(Point point, Point from, Point to) {
    double x = (double) to.x() - from.x();
    double y = (double) to.y() - from.y();
    double square = x * x + y * y;
    double part =
        square == 0
            ? 0
            : Math.max(
                0, Math.min(1, ((point.x() - from.x()) * x + (point.y() - from.y()) * y) / square));
    return Math.hypot(point.x() - from.x() - part * x, point.y() - from.y() - part * y);
  }
}
