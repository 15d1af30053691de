package cn.anxun.server.console.record;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import cn.anxun.core.place.FieldPoint;
import cn.anxun.core.place.Gcj02;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.page.Days;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a record was made, in words.
 *
 * @param how accuracy, time and what measured it
 * @param mock whether another app had set it, so that it proves nothing
 * @param wgs84 latitude and longitude as they are stored
 * @param gcj02 the same point as maps published in mainland China draw it; beyond their bounding
 *     box equal to the other
 */
public record RecordPlace(String how, boolean mock, String wgs84, String gcj02) {

  /** The place that these fields hold; empty for none. */
  static Optional<RecordPlace> of(Json.Members fields, Texts texts) {
    return Optional.ofNullable(fields.get(RecordFields.POINT.name()))
        .flatMap(FieldPoint::read)
        .map(
            point ->
                new RecordPlace(
                    how(point, texts),
                    point.mock(),
                    point.coordinates(),
                    Gcj02.of(point.latitude(), point.longitude()).coordinates()));
  }

  private static String how(FieldPoint point, Texts texts) {
    String accuracy =
        point.accuracyMetres() == 0
            ? texts.text("console.place.unknown")
            : texts.text("console.place.within", (long) Math.ceil(point.accuracyMetres()));
    String known = "console.place.by." + point.provider();
    String by = texts.has(known) ? texts.text(known) : point.provider();
    String at = point.at().equals(Instant.EPOCH) ? "" : Days.text(point.at(), texts);
    return texts.text("console.place.how", accuracy, at, by).trim();
  }
}
