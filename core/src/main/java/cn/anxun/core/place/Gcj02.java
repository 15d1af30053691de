package cn.anxun.core.place;

/**
 * GCJ-02, the shifted coordinates that maps published in mainland China are drawn in (GB 20263).
 * Only ever for showing: what is stored is WGS-84. The shift is the published approximation by
 * sines over the Krasovsky 1940 ellipsoid; it is smooth, up to some 700 m, and differs from what
 * the official conversion gives by a few metres at most, less than a phone's own accuracy in a
 * street. Outside of mainland China's bounding box nothing is shifted; within the box but beyond
 * the border (Hong Kong, Mongolia, …) the maps differ, and so may this.
 */
public final class Gcj02 {
  /** Of the Krasovsky 1940 ellipsoid: the semi-major axis in metres. */
  private static final double AXIS = 6378245.0;

  /** The first eccentricity squared. */
  private static final double ECCENTRICITY = 0.006693421622965943;

  private static final double MIN_LONGITUDE = 72.004;
  private static final double MAX_LONGITUDE = 137.8347;
  private static final double MIN_LATITUDE = 0.8293;
  private static final double MAX_LATITUDE = 55.8271;

  private Gcj02() {}

  /**
   * A position on a Chinese map.
   *
   * @param latitude in degrees
   * @param longitude in degrees
   */
  public record Shown(double latitude, double longitude) {

    /** For people, as {@link FieldPoint#coordinates}. */
    public String coordinates() {
      return FieldPoint.coordinates(latitude, longitude);
    }
  }

  /** Where a WGS-84 point stands on such a map. */
  public static Shown of(double latitude, double longitude) {
    if (longitude < MIN_LONGITUDE
        || longitude > MAX_LONGITUDE
        || latitude < MIN_LATITUDE
        || latitude > MAX_LATITUDE) {
      return new Shown(latitude, longitude);
    }
    double x = longitude - 105.0;
    double y = latitude - 35.0;
    double radians = Math.toRadians(latitude);
    double sine = Math.sin(radians);
    double magic = 1 - ECCENTRICITY * sine * sine;
    double root = Math.sqrt(magic);
    double metresNorth = AXIS * (1 - ECCENTRICITY) / (magic * root);
    double metresEast = AXIS / root * Math.cos(radians);
    return new Shown(
        latitude + Math.toDegrees(north(x, y) / metresNorth),
        longitude + Math.toDegrees(east(x, y) / metresEast));
  }

  /** In metres. */
  private static double north(double x, double y) {
    return -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + ripple(x)
        + (20.0 * sine(y) + 40.0 * sine(y / 3.0)) * 2.0 / 3.0
        + (160.0 * sine(y / 12.0) + 320.0 * sine(y / 30.0)) * 2.0 / 3.0;
  }

  /** In metres. */
  private static double east(double x, double y) {
    return 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + ripple(x)
        + (20.0 * sine(x) + 40.0 * sine(x / 3.0)) * 2.0 / 3.0
        + (150.0 * sine(x / 12.0) + 300.0 * sine(x / 30.0)) * 2.0 / 3.0;
  }

  private static double ripple(double x) {
    return (20.0 * sine(6.0 * x) + 20.0 * sine(2.0 * x)) * 2.0 / 3.0;
  }

  private static double sine(double halfTurns) {
    return Math.sin(halfTurns * Math.PI);
  }
}
