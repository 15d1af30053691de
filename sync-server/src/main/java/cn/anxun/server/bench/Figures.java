package cn.anxun.server.bench;

import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Network;
import cn.anxun.server.storage.SqliteDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Asks a filled bureau for the whole standard catalogue, and reads the same rows raw. */
final class Figures implements AutoCloseable {
  private static final String SELECT =
      "SELECT seq, id, subject, kind, open, personal, stamp FROM entry WHERE seq <= ?";
  private static final int OK = 200;

  private final FilledBureau bureau;
  private final HttpNetwork network;
  private final SqliteDatabase file;

  Figures(FilledBureau bureau) {
    this.bureau = bureau;
    this.network = HttpNetwork.to(bureau.server().address());
    this.file = bureau.openFile();
  }

  /** What was answered, by the indicator's id, and how long that took. */
  record Answer(double millis, Map<String, BigDecimal> parts) {}

  /**
   * Asks over HTTP and sees to it that every indicator is answered.
   *
   * @param asOf a seq, or {@code latest}
   */
  private Answer ask(String asOf) throws WrongCountException {
    Network.Request request =
        new Network.Request(
            "/api/v1/indicators?year=" + Corpus.YEAR + "&asOf=" + asOf,
            Map.of(
                "Authorization", "Bearer " + bureau.freshPhone().token(), "Accept", MediaTypes.V1),
            null);
    long from = System.nanoTime();
    Network.Result result = network.send(request);
    double millis = (System.nanoTime() - from) / 1e6;
    if (!(result instanceof Network.Result.Reply reply) || reply.status() != OK) {
      throw new WrongCountException(String.valueOf(result));
    }
    Map<String, BigDecimal> parts = parts(reply.body());
    WrongCountException.require("indicators", Catalogue.standard().list().size(), parts.size());
    return new Answer(millis, parts);
  }

  /** As of now; what was found and visited must be as many as were said. */
  double askLatest() throws WrongCountException {
    Answer answer = ask("latest");
    require(answer, "hazard.found", bureau.count(HazardFound.KIND));
    require(answer, "inspection.visits", bureau.count(Inspected.KIND));
    return answer.millis();
  }

  /** As of a seq; what was found and visited must be as many as the rows up to there say. */
  Answer askAsOf(long seq) throws WrongCountException {
    Answer answer = ask(Long.toString(seq));
    require(answer, "hazard.found", count(HazardFound.KIND, seq));
    require(answer, "inspection.visits", count(Inspected.KIND, seq));
    return answer;
  }

  private long count(Kind kind, long upTo) {
    return file.read(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM entry WHERE kind = :kind AND seq <= :seq")
                .bind("kind", kind.name())
                .bind("seq", upTo)
                .mapTo(Long.class)
                .one());
  }

  private static void require(Answer answer, String indicator, long expected)
      throws WrongCountException {
    BigDecimal part = answer.parts().getOrDefault(indicator, BigDecimal.ZERO);
    WrongCountException.require(indicator, expected, part.longValue());
  }

  private static Map<String, BigDecimal> parts(byte[] body) throws WrongCountException {
    Map<String, BigDecimal> parts = new HashMap<>();
    try {
      if (JsonText.read(body) instanceof Json.Members answer
          && answer.get("indicators") instanceof Json.Items figures) {
        figures.values().forEach(figure -> put(figure, parts));
      }
      return parts;
    } catch (JsonSyntaxException e) {
      throw new WrongCountException(String.valueOf(e));
    }
  }

  private static void put(Json item, Map<String, BigDecimal> parts) {
    if (item instanceof Json.Members figure
        && figure.get("id") instanceof Json.Text id
        && figure.get("part") instanceof Json.Num part) {
      parts.put(id.value(), part.value());
    }
  }

  /** Reads all rows up to a seq with one SELECT, and returns how many milliseconds that took. */
  double select(long upTo) throws IOException, WrongCountException {
    long[] bytes = {0};
    long from = System.nanoTime();
    long rows = file.read(handle -> rows(handle.getConnection(), upTo, bytes));
    double millis = (System.nanoTime() - from) / 1e6;
    WrongCountException.require("rows", upTo, rows);
    if (bytes[0] == 0) {
      throw new WrongCountException("rows without bytes");
    }
    return millis;
  }

  private static long rows(Connection connection, long upTo, long[] bytes) {
    try (PreparedStatement statement = connection.prepareStatement(SELECT)) {
      statement.setLong(1, upTo);
      long rows = 0;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows++;
          bytes[0] +=
              row.getLong(1)
                  + row.getString(2).length()
                  + row.getString(3).length()
                  + row.getString(4).length()
                  + row.getBytes(5).length
                  + (row.getBytes(6) == null ? 0 : row.getBytes(6).length)
                  + row.getString(7).length();
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  FilledBureau bureau() {
    return bureau;
  }

  @Override
  public void close() {
    file.close();
    bureau.close();
  }
}
