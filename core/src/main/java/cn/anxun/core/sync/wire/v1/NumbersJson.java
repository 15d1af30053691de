package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.NumberGrant;
import cn.anxun.core.sync.NumberRequest;
import cn.anxun.core.sync.NumberRequest.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages of {@code /api/v1/numbers} and {@code /api/v1/numbers/return}. */
public final class NumbersJson {
  private NumbersJson() {}

  public static byte[] write(NumberRequest request) {
    List<Json> held = new ArrayList<>();
    for (Range range : request.held()) {
      held.add(Json.members().put("first", range.first()).put("last", range.last()).build());
    }
    return JsonText.bytes(
        Json.members()
            .put("paper", request.paper())
            .put("year", request.year())
            .put("count", request.count())
            .put("request", request.name())
            .put("held", Json.items(held))
            .build());
  }

  /** Unused numbers that are given back. */
  public static byte[] writeReturn(String paper, int year, Range range, String reason) {
    return JsonText.bytes(
        Json.members()
            .put("paper", paper)
            .put("year", year)
            .put("first", range.first())
            .put("last", range.last())
            .put("reason", reason)
            .build());
  }

  public static NumberGrant readGrant(byte[] body) throws MalformedMessageException {
    MessageReader reader = MessageReader.of(body);
    Optional<NumberGrant.Block> block =
        reader.has("block")
            ? Optional.of(new NumberGrant.Block(reader.text("block"), range(reader)))
            : Optional.empty();
    List<Range> withdrawn = new ArrayList<>();
    if (reader.has("withdrawn")) {
      for (Json item : reader.items("withdrawn")) {
        withdrawn.add(range(MessageReader.of(item, "withdrawn")));
      }
    }
    return new NumberGrant(block, withdrawn);
  }

  private static Range range(MessageReader reader) throws MalformedMessageException {
    return new Range(reader.whole("first"), reader.whole("last"));
  }
}
