package cn.anxun.core.place;

import cn.anxun.core.json.Json;
import cn.anxun.core.text.Instants;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The one point of a record, as {@code RecordFields.POINT} holds it: WGS-84, never anything else.
 *
 * @param latitude in degrees, -90 to 90
 * @param longitude in degrees, -180 to 180
 * @param accuracyMetres the radius within which the phone is with 68 %; 0 where it was not said
 * @param at when it was measured, by the phone's clock
 * @param provider what measured it: {@code gps}, {@code network}, …
 * @param mock whether another app had set it: it proves nothing
 */
public record FieldPoint(
    double latitude,
    double longitude,
    double accuracyMetres,
    Instant at,
    String provider,
    boolean mock) {
  private static final int DEGREE_DECIMALS = 6;

  public FieldPoint {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("no point on earth: " + latitude + ", " + longitude);
    }
    if (!(accuracyMetres >= 0) || Double.isInfinite(accuracyMetres)) {
      throw new IllegalArgumentException("accuracyMetres: " + accuracyMetres);
    }
  }

  /** As it stands in an entry: degrees to six decimals, which is about 0.1 m. */
  public Json json() {
    Json.MembersBuilder members =
        Json.members()
            .put("lat", degrees(latitude))
            .put("lon", degrees(longitude))
            .put(
                "accuracy_m",
                Json.of(BigDecimal.valueOf(accuracyMetres).setScale(1, RoundingMode.HALF_UP)))
            .put("at", at.toString())
            .put("provider", provider);
    if (mock) {
      members.put("mock", true);
    }
    return members.build();
  }

  /** For people: latitude and longitude in degrees, {@code 29.371235, 113.123457}. */
  public String coordinates() {
    return coordinates(latitude, longitude);
  }

  static String coordinates(double latitude, double longitude) {
    return String.format(Locale.ROOT, "%.6f, %.6f", latitude, longitude);
  }

  private static Json degrees(double degrees) {
    return Json.of(BigDecimal.valueOf(degrees).setScale(DEGREE_DECIMALS, RoundingMode.HALF_UP));
  }

  /** The point that an entry holds; empty for what is none. */
  public static Optional<FieldPoint> read(Json json) {
    if (!(json instanceof Json.Members members)
        || !(members.get("lat") instanceof Json.Num lat)
        || !(members.get("lon") instanceof Json.Num lon)) {
      return Optional.empty();
    }
    try {
      Optional<Instant> at =
          members.get("at") instanceof Json.Text text
              ? Instants.find(text.value())
              : Optional.of(Instant.EPOCH);
      if (!at.isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          new FieldPoint(
              lat.value().doubleValue(),
              lon.value().doubleValue(),
              members.get("accuracy_m") instanceof Json.Num accuracy
                  ? accuracy.value().doubleValue()
                  : 0,
              at.get(),
              members.get("provider") instanceof Json.Text provider ? provider.value() : "",
              members.get("mock") instanceof Json.Flag mock && mock.value()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
