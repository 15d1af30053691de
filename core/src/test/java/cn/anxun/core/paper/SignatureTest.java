package cn.anxun.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.paper.Signature.Who;
import cn.anxun.core.paper.SignatureStrokes.Pen;
import cn.anxun.core.paper.SignatureStrokes.Point;
import cn.anxun.core.paper.SignatureStrokes.Stroke;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  @Test
  void write_whenReadAgain_isTheSame() {
    List<Signature> signatures =
        List.of(
            new Signature(Who.INSPECTOR, "张明", NOON, wave().simplified()),
            new Signature(Who.SITE, "王“老板”", NOON, SignatureStrokes.blank(1000, 400)));

    Json read = JsonText.read(JsonText.write(Signature.write(signatures)));

    assertThat(Signature.list(read)).isEqualTo(signatures);
  }

  @Test
  void list_whenSomeAreNotOfTheShape_leavesThoseOut() {
    Json.Members good = new Signature(Who.WITNESS, "李", NOON, wave().simplified()).write();
    List<Json> items = new ArrayList<>();
    items.add(good);
    items.add(Json.of("a signature"));
    items.add(changed(good, "who", Json.of("nobody")));
    items.add(changed(good, "at", Json.of("noon")));
    items.add(changed(good, "width", Json.of(1_000_000_000_000L)));
    items.add(changed(good, "width", Json.of(5)));
    items.add(changed(good, "strokes", Json.of("M 1,2 3")));

    assertThat(Signature.list(Json.items(items))).hasSize(1);
    assertThat(Signature.list(Json.of("none"))).isEmpty();
    assertThat(Signature.list(null)).isEmpty();
  }

  @Test
  void read_whenTheTextIsNotOne_isEmpty() {
    for (String text :
        new String[] {
          "M",
          "M ",
          "L 1,1",
          "M 1,1;",
          "M 1,1 ",
          "M 1;1",
          "M -1,1",
          "M 1.5,1",
          "M 101,1",
          "M 1,51",
          "M 123456,1",
          "M 1,1;;M 2,2"
        }) {
      assertThat(SignatureStrokes.read(100, 50, text)).as(text).isEmpty();
    }
    assertThat(SignatureStrokes.read(100, 50, "M 100,50;M 0,0 1,1")).isPresent();
    assertThat(SignatureStrokes.read(0, 50, "")).isEmpty();
    StringBuilder longest = new StringBuilder("M");
    while (longest.length() <= SignatureStrokes.MAX_TEXT) {
      longest.append(" 1,1");
    }
    assertThat(SignatureStrokes.read(100, 50, longest.toString())).isEmpty();
  }

  @Test
  void strokes_whenAPointLiesOutside_areRefused() {
    assertThatThrownBy(
            () -> SignatureStrokes.blank(10, 10).with(new Stroke(List.of(new Point(11, 0)))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void simplified_whenTheHandIsLong_staysNearEveryPoint() {
    SignatureStrokes written = wave();

    SignatureStrokes fitted = written.simplified();

    assertThat(fitted.text().length()).isLessThan(written.text().length() / 4);
    assertThat(Math.max(fitted.width(), fitted.height())).isEqualTo(SignatureStrokes.SIDE);
    double scale = (double) fitted.width() / 2000;
    for (Point point : written.strokes().get(0).points()) {
      assertThat(nearest(fitted, point.x() * scale, (point.y() - 100) * scale))
          .isLessThanOrEqualTo(3);
    }
  }

  @Test
  void simplified_whenItIsAScribble_fitsAndKeepsTheFirst() {
    SignatureStrokes scribble = SignatureStrokes.blank(2000, 1000);
    for (int i = 0; i < 3000; i++) {
      scribble = scribble.with(new Stroke(List.of(new Point(i * 7 % 2000, i * 13 % 1000))));
    }

    SignatureStrokes fitted = scribble.simplified();

    assertThat(fitted.text().length()).isBetween(7000, SignatureStrokes.MAX_TEXT);
    assertThat(fitted.strokes().get(0)).isEqualTo(scribble.simplified().strokes().get(0));
  }

  @Property(tries = 200)
  void simplified_ofAnyHand_canBeReadAgain(
      @ForAll @Size(min = 1, max = 12)
          List<@Size(min = 2, max = 60) List<@IntRange(min = 0, max = 900) Integer>> hand) {
    SignatureStrokes written = SignatureStrokes.blank(900, 900);
    for (List<Integer> numbers : hand) {
      List<Point> points = new ArrayList<>();
      for (int i = 1; i < numbers.size(); i += 2) {
        points.add(new Point(numbers.get(i - 1), numbers.get(i)));
      }
      written = written.with(new Stroke(points));
    }

    SignatureStrokes fitted = written.simplified();

    assertThat(SignatureStrokes.read(fitted.width(), fitted.height(), fitted.text()))
        .contains(fitted);
    assertThat(fitted.text().getBytes(StandardCharsets.UTF_8).length)
        .isLessThanOrEqualTo(SignatureStrokes.MAX_TEXT);
  }

  @Test
  void onField_whenThePhoneIsTurned_keepsTheHandWholeAndInTheMiddle() {
    SignatureStrokes written =
        SignatureStrokes.blank(2000, 1000)
            .with(new Stroke(List.of(new Point(0, 0), new Point(2000, 1000))));

    SignatureStrokes turned = written.onField(1000, 2000);

    assertThat(turned.text()).isEqualTo("M 0,750 1000,1250");
    assertThat(turned.onField(2000, 1000).text()).isEqualTo("M 750,375 1250,625");
    assertThat(written.onField(4000, 3000).text()).isEqualTo("M 1000,1000 3000,2000");
  }

  @Test
  void isWritten_whenItIsASlipOfTheFinger_isFalse() {
    SignatureStrokes slip =
        SignatureStrokes.blank(1000, 400)
            .with(new Stroke(List.of(new Point(10, 10), new Point(40, 10))));

    assertThat(slip.isWritten()).isFalse();
    assertThat(slip.with(new Stroke(List.of(new Point(0, 0), new Point(90, 0)))).isWritten())
        .isTrue();
    assertThat(slip.withoutLast().isBlank()).isTrue();
  }

  @Test
  void draw_goesThroughEveryPointAndStaysNear() {
    List<String> drawn = new ArrayList<>();
    SignatureStrokes strokes =
        SignatureStrokes.read(100, 100, "M 0,0 90,0 90,90;M 50,50").orElseThrow();

    strokes.draw(
        new Pen() {
          @Override
          public void moveTo(float x, float y) {
            drawn.add("move " + x + ' ' + y);
          }

          @Override
          public void curveTo(float x1, float y1, float x2, float y2, float x, float y) {
            assertThat(Math.hypot(x - x2, y - y2)).isLessThanOrEqualTo(30.01);
            drawn.add("curve " + x + ' ' + y);
          }
        });

    assertThat(drawn)
        .containsExactly(
            "move 0.0 0.0",
            "curve 90.0 0.0",
            "curve 90.0 90.0",
            "move 50.0 50.0",
            "curve 50.1 50.0");
  }

  private static Json changed(Json.Members members, String name, Json value) {
    Json.MembersBuilder builder = Json.members();
    members.values().forEach((key, old) -> builder.put(key, key.equals(name) ? value : old));
    return builder.build();
  }

  /** A stroke of 401 points from the left edge to the right, between the heights 100 and 500. */
  private static SignatureStrokes wave() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= 400; i++) {
      points.add(new Point(i * 5, (int) Math.round(300 + 200 * Math.sin(i / 20.0))));
    }
    return SignatureStrokes.blank(2400, 600).with(new Stroke(points));
  }

  private static double nearest(SignatureStrokes strokes, double x, double y) {
    double nearest = Double.MAX_VALUE;
    for (Stroke stroke : strokes.strokes()) {
      for (int i = 1; i < stroke.points().size(); i++) {
        Point from = stroke.points().get(i - 1);
        Point to = stroke.points().get(i);
        for (int part = 0; part <= 50; part++) {
          double px = from.x() + (to.x() - from.x()) * part / 50.0;
          double py = from.y() + (to.y() - from.y()) * part / 50.0;
          nearest = Math.min(nearest, Math.hypot(px - x, py - y));
        }
      }
    }
    return nearest;
  }
}
