package cn.anxun.core.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Points as entries hold them, and as maps in China show them. */
class PlaceTest {
  private static final double METRE = 0.00001;

  /** Pairs that other programs publish for the same points. */
  @ParameterizedTest
  @CsvSource({
    "31.1774276, 121.5272106, 31.17530398364597, 121.531541859215",
    "22.543847, 113.912316, 22.540796131694766, 113.9171764808363",
    "39.911954, 116.377817, 39.91334545536069, 116.38404722455657",
  })
  void of_aPointInChina_isWhereOthersHaveIt(
      double latitude, double longitude, double shownLatitude, double shownLongitude) {
    Gcj02.Shown shown = Gcj02.of(latitude, longitude);

    assertThat(shown.latitude()).isCloseTo(shownLatitude, within(METRE));
    assertThat(shown.longitude()).isCloseTo(shownLongitude, within(METRE));
  }

  @Test
  void coordinates_areLatitudeAndLongitudeToSixDecimals() {
    FieldPoint point = new FieldPoint(-29.3712345, 113.1, 0, Instant.EPOCH, "gps", false);

    assertThat(point.coordinates()).isEqualTo("-29.371235, 113.100000");
    assertThat(Gcj02.of(39.911954, 116.377817).coordinates()).isEqualTo("39.913345, 116.384047");
  }

  @ParameterizedTest
  @CsvSource({"48.8584, 2.2945", "37.7749, -122.4194", "-33.8688, 151.2093", "0.5, 105"})
  void of_aPointElsewhere_isWhereItIs(double latitude, double longitude) {
    assertThat(Gcj02.of(latitude, longitude)).isEqualTo(new Gcj02.Shown(latitude, longitude));
  }

  @Test
  void of_anyPointInChina_isShiftedByAtMostAKilometre_andSmoothly() {
    for (double latitude = 18; latitude < 54; latitude += 0.37) {
      for (double longitude = 73; longitude < 135; longitude += 0.41) {
        Gcj02.Shown shown = Gcj02.of(latitude, longitude);
        Gcj02.Shown beside = Gcj02.of(latitude + METRE, longitude);
        assertThat(Math.abs(shown.latitude() - latitude)).isLessThan(0.009);
        assertThat(Math.abs(shown.longitude() - longitude)).isLessThan(0.016);
        assertThat(beside.latitude() - shown.latitude()).isCloseTo(METRE, within(METRE / 10));
      }
    }
  }

  @Test
  void json_whenRead_isThePoint_andAMockedOneSaysSo() throws Exception {
    FieldPoint point = new FieldPoint(29.3712345, 113.1234567, 12.34, Instant.EPOCH, "gps", false);

    assertThat(JsonText.write(point.json()))
        .isEqualTo(
            "{\"lat\":29.371235,\"lon\":113.123457,\"accuracy_m\":12.3,"
                + "\"at\":\"1970-01-01T00:00:00Z\",\"provider\":\"gps\"}");
    assertThat(FieldPoint.read(point.json()))
        .contains(new FieldPoint(29.371235, 113.123457, 12.3, Instant.EPOCH, "gps", false));
    FieldPoint mocked = new FieldPoint(29, 113, 5, Instant.EPOCH, "gps", true);
    assertThat(JsonText.write(mocked.json())).contains("\"mock\":true");
    assertThat(FieldPoint.read(mocked.json())).contains(mocked);
  }

  @Test
  void read_ofWhatIsNoPoint_isNone() {
    assertThat(FieldPoint.read(Json.of("here"))).isEmpty();
    assertThat(FieldPoint.read(Json.members().put("lat", 91L).put("lon", 0L).build())).isEmpty();
    assertThat(FieldPoint.read(Json.members().put("lat", 1L).build())).isEmpty();
    assertThatThrownBy(() -> new FieldPoint(Double.NaN, 0, 1, Instant.EPOCH, "gps", false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
