package cn.anxun.core.ledger;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;

/**
 * The stamp as it is hashed, in the chain and in digests: {@code
 * {"author":…,"role":…,"device":…,"at":…}} in this order and without spaces; its seq stands apart.
 */
public final class StampJson {
  private StampJson() {}

  public static String write(Stamp stamp) {
    return JsonText.write(
        Json.members()
            .put("author", stamp.author())
            .put("role", stamp.role().wire())
            .put("device", stamp.device())
            .put("at", stamp.at().toString())
            .build());
  }
}
