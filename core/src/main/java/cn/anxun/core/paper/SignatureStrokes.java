package cn.anxun.core.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a hand wrote: strokes of points on a field of this size, the origin at the top left. The
 * text form is {@code M x,y x,y;M x,y}, whole numbers, one {@code M} for each stroke.
 *
 * @param width of the field, 1 to {@value #MAX_SIDE}
 * @param height of the field, 1 to {@value #MAX_SIDE}
 * @param strokes in the order written; none has no point, and no point lies outside the field
 */
public record SignatureStrokes(int width, int height, List<Stroke> strokes) {
  /** The longer side of what {@link #simplified} makes. */
  public static final int SIDE = 1000;

  public static final int MAX_SIDE = 10_000;

  /** The most that the text form may have, in characters, all of them ASCII. */
  public static final int MAX_TEXT = 8 * 1024;

  /** The shortest line that is taken for a signature, as a part of the field's longer side. */
  private static final int LEAST_INK = 10;

  /** From one touch of the screen to its end. */
  public record Stroke(List<Point> points) {
    public Stroke {
      if (points.isEmpty()) {
        throw new IllegalArgumentException("a stroke has a point");
      }
      points = Collections.unmodifiableList(new ArrayList<>(points));
    }
  }

  /** A place on the field. */
  public record Point(int x, int y) {}

  /** What a signature is drawn with, in the coordinates of the field. */
  public interface Pen {
    void moveTo(float x, float y);

    /** A cubic Bézier curve from where the pen is, by two control points. */
    void curveTo(float x1, float y1, float x2, float y2, float x, float y);
  }

  public SignatureStrokes {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException("no field for a signature: " + width + " × " + height);
    }
    strokes = Collections.unmodifiableList(new ArrayList<>(strokes));
    for (Stroke stroke : strokes) {
      for (Point point : stroke.points()) {
        if (point.x() < 0 || point.y() < 0 || point.x() > width || point.y() > height) {
          throw new IllegalArgumentException("outside the field: " + point);
        }
      }
    }
  }

  /** Nothing written yet. */
  public static SignatureStrokes blank(int width, int height) {
    return new SignatureStrokes(width, height, List.of());
  }

  /** With one more stroke. */
  public SignatureStrokes with(Stroke stroke) {
    List<Stroke> more = new ArrayList<>(strokes);
    more.add(stroke);
    return new SignatureStrokes(width, height, more);
  }

  /** Without the last stroke. */
  public SignatureStrokes withoutLast() {
    return strokes.isEmpty()
        ? this
        : new SignatureStrokes(width, height, strokes.subList(0, strokes.size() - 1));
  }

  public boolean isBlank() {
    return strokes.isEmpty();
  }

  /** Whether it is more than a slip of the finger: a tenth of the field's longer side in all. */
  public boolean isWritten() {
    double length = 0;
    for (Stroke stroke : strokes) {
      List<Point> points = stroke.points();
      for (int i = 1; i < points.size(); i++) {
        length +=
            Math.hypot(
                points.get(i).x() - points.get(i - 1).x(),
                points.get(i).y() - points.get(i - 1).y());
      }
    }
    return length * LEAST_INK >= Math.max(width, height);
  }

  /**
   * The same hand on the smallest field that holds it, its longer side {@value #SIDE}, with no more
   * points than it takes to draw it, and a text form of at most {@value #MAX_TEXT} characters. A
   * scribble of more strokes than fit keeps the first of them.
   */
  public SignatureStrokes simplified() {
    return StrokeFitting.fit(this);
  }

  /**
   * The same hand on the same field with no more points than it takes to draw it, and a text form
   * of at most {@value #MAX_TEXT} characters; as {@link #simplified} leaves the last strokes out.
   */
  public SignatureStrokes thinned() {
    return StrokeFitting.thin(this);
  }

  /** The same hand in the middle of another field, made smaller where it would not fit. */
  public SignatureStrokes onField(int otherWidth, int otherHeight) {
    double scale =
        Math.min(1, Math.min((double) otherWidth / width, (double) otherHeight / height));
    return StrokeFitting.moved(
        this,
        otherWidth,
        otherHeight,
        scale,
        (otherWidth - width * scale) / 2,
        (otherHeight - height * scale) / 2);
  }

  /** The text form. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Stroke stroke : strokes) {
      text.append(text.length() == 0 ? "M" : ";M");
      for (Point point : stroke.points()) {
        text.append(' ').append(point.x()).append(',').append(point.y());
      }
    }
    return text.toString();
  }

  /** Reads the text form; empty where it is not one, or is longer than may be. */
  public static Optional<SignatureStrokes> read(int width, int height, String text) {
    if (text.length() > MAX_TEXT
        || width < 1
        || height < 1
        || width > MAX_SIDE
        || height > MAX_SIDE) {
      return Optional.empty();
    }
    List<Stroke> strokes = new ArrayList<>();
    if (!text.isEmpty()) {
      for (String part : text.split(";", -1)) {
        Optional<Stroke> stroke = stroke(part, width, height);
        if (!stroke.isPresent()) {
          return Optional.empty();
        }
        strokes.add(stroke.get());
      }
    }
    return Optional.of(new SignatureStrokes(width, height, strokes));
  }

  private static Optional<Stroke> stroke(String part, int width, int height) {
    if (!part.startsWith("M ")) {
      return Optional.empty();
    }
    List<Point> points = new ArrayList<>();
    for (String pair : part.substring(2).split(" ", -1)) {
      int comma = pair.indexOf(',');
      int x = comma < 0 ? -1 : coordinate(pair.substring(0, comma));
      int y = comma < 0 ? -1 : coordinate(pair.substring(comma + 1));
      if (x < 0 || y < 0 || x > width || y > height) {
        return Optional.empty();
      }
      points.add(new Point(x, y));
    }
    return Optional.of(new Stroke(points));
  }

  /** Minus one where it is not a whole number of at most five digits. */
  private static int coordinate(String digits) {
    if (digits.isEmpty() || digits.length() > 5) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      value = value * 10 + digit - '0';
    }
    return value;
  }

  /** Draws it as a smooth line through its points; a point alone becomes a dot. */
  public void draw(Pen pen) {
    for (Stroke stroke : strokes) {
      List<Point> points = stroke.points();
      Point first = points.get(0);
      pen.moveTo(first.x(), first.y());
      if (points.size() == 1) {
        pen.curveTo(first.x(), first.y(), first.x(), first.y(), first.x() + 0.1f, first.y());
      }
      for (int i = 1; i < points.size(); i++) {
        Point from = points.get(i - 1);
        Point to = points.get(i);
        double third = Math.hypot(to.x() - from.x(), to.y() - from.y()) / 3;
        float[] leaving = towards(points.get(Math.max(0, i - 2)), to, third);
        float[] arriving = towards(from, points.get(Math.min(points.size() - 1, i + 1)), third);
        pen.curveTo(
            from.x() + leaving[0],
            from.y() + leaving[1],
            to.x() - arriving[0],
            to.y() - arriving[1],
            to.x(),
            to.y());
      }
    }
  }

  /**
   * So far from the point before towards the point after: a third of a piece's length keeps the
   * line smooth, and it never swings out further than the piece is long.
   */
  private static float[] towards(Point before, Point after, double length) {
    double x = (double) after.x() - before.x();
    double y = (double) after.y() - before.y();
    double along = Math.hypot(x, y);
    return along == 0
        ? new float[] {0, 0}
        : new float[] {(float) (x / along * length), (float) (y / along * length)};
  }
}
