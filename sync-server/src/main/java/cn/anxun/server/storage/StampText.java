package cn.anxun.server.storage;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.ledger.StampJson;
import java.time.DateTimeException;
import java.time.Instant;

/** The stamp as it is stored and hashed, see {@link StampJson}; its seq is the row's. */
public final class StampText {
  private StampText() {}

  public static String write(Stamp stamp) {
    return StampJson.write(stamp);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException where the text is no stamp
   */
  public static Stamp read(long seq, String text) {
    try {
      if (JsonText.read(text) instanceof Json.Members members) {
        Role role =
            Role.find(text(members, "role"))
                .orElseThrow(() -> new IllegalArgumentException("no such role: " + text));
        Instant at = Instant.parse(text(members, "at"));
        return new Stamp(seq, text(members, "author"), role, text(members, "device"), at);
      }
      throw new IllegalArgumentException("not a stamp: " + text);
    } catch (JsonSyntaxException | DateTimeException e) {
      throw new IllegalArgumentException("not a stamp: " + text, e);
    }
  }

  private static String text(Json.Members members, String name) {
    if (members.get(name) instanceof Json.Text text) {
      return text.value();
    }
    throw new IllegalArgumentException("a stamp without " + name);
  }
}
