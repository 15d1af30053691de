package cn.anxun.app.photo.capture;

import android.graphics.Matrix;
import android.graphics.RectF;
import android.util.Size;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which sizes a camera is asked for, and how its picture is turned. */
final class CameraGeometry {
  /** More than a record can use; a slow phone would be long about it. */
  private static final long MOST_PIXELS = 13_000_000;

  private static final int MOST_FINDER_SIDE = 1920;
  private static final float SAME_SHAPE = 0.02f;
  private static final int QUARTER = 90;
  private static final int CIRCLE = 360;

  private CameraGeometry() {}

  private static long area(Size size) {
    return (long) size.getWidth() * size.getHeight();
  }

  private static float shape(Size size) {
    return (float) size.getWidth() / size.getHeight();
  }

  /** The largest that is not too large, else the smallest; empty where there is none. */
  static Optional<Size> still(List<Size> offered) {
    Optional<Size> fitting =
        offered.stream()
            .filter(size -> area(size) <= MOST_PIXELS)
            .max(Comparator.comparingLong(CameraGeometry::area));
    return fitting.isPresent()
        ? fitting
        : offered.stream().min(Comparator.comparingLong(CameraGeometry::area));
  }

  /** The largest for the finder that shows what the still will; of another shape where none is. */
  static Optional<Size> finder(List<Size> offered, Size still) {
    Comparator<Size> byArea = Comparator.comparingLong(CameraGeometry::area);
    Optional<Size> same =
        offered.stream()
            .filter(size -> size.getWidth() <= MOST_FINDER_SIDE)
            .filter(size -> Math.abs(shape(size) - shape(still)) < SAME_SHAPE)
            .max(byArea);
    Optional<Size> other =
        offered.stream().filter(size -> size.getWidth() <= MOST_FINDER_SIDE).max(byArea);
    return same.isPresent() ? same : other.isPresent() ? other : offered.stream().min(byArea);
  }

  static List<Size> list(Size[] sizes) {
    return sizes == null ? List.of() : Arrays.asList(sizes);
  }

  /**
   * How far a picture is to be turned clockwise to stand upright.
   *
   * @param sensor how the sensor is built in, degrees clockwise
   * @param held how the phone is held, degrees clockwise from upright, any number
   */
  static int upright(int sensor, int held, boolean front) {
    int nearest = (Math.round((float) held / QUARTER) * QUARTER) % CIRCLE;
    return (sensor + (front ? -nearest : nearest) + CIRCLE) % CIRCLE;
  }

  /**
   * The whole picture, unstretched and upright, in the middle of the view.
   *
   * @param rotation of the display, in quarters, as {@code Surface.ROTATION_90}
   */
  static Matrix fit(int width, int height, Size picture, int sensor, int rotation) {
    boolean swapped = sensor % (2 * QUARTER) != 0;
    float across = swapped ? picture.getHeight() : picture.getWidth();
    float down = swapped ? picture.getWidth() : picture.getHeight();
    RectF view = new RectF(0, 0, width, height);
    RectF natural = new RectF(0, 0, across, down);
    natural.offset(view.centerX() - natural.centerX(), view.centerY() - natural.centerY());
    Matrix matrix = new Matrix();
    matrix.setRectToRect(view, natural, Matrix.ScaleToFit.FILL);
    boolean sideways = rotation % 2 != 0;
    float scale = Math.min(width / (sideways ? down : across), height / (sideways ? across : down));
    matrix.postScale(scale, scale, view.centerX(), view.centerY());
    matrix.postRotate(-QUARTER * rotation, view.centerX(), view.centerY());
    return matrix;
  }

  /**
   * Where a point of the finder lies on the sensor, both from 0 to 1.
   *
   * @param turned how far the sensor's picture is turned clockwise to be shown
   */
  static float[] onSensor(float x, float y, int turned) {
    return switch (turned) {
      case QUARTER -> new float[] {y, 1 - x};
      case 2 * QUARTER -> new float[] {1 - x, 1 - y};
      case 3 * QUARTER -> new float[] {1 - y, x};
      default -> new float[] {x, y};
    };
  }
}
