package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.MalformedMessageException.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code {"receipts":[{id, seq, head?, differs?} | {id, deferred} | {id, held} | {id, error: {code,
 * field, message}}], "serverTime"}}: a verdict for each pushed entry.
 */
public final class PushReplyJson {
  /** The parameter by which a client asks for the furthest head alone, and its value. */
  public static final String HEADS = "heads";

  public static final String LAST_HEAD = "last";

  private PushReplyJson() {}

  public static byte[] write(PushReply reply) {
    List<Json> receipts = new ArrayList<>();
    for (Receipt receipt : reply.receipts()) {
      receipts.add(json(receipt));
    }
    return JsonText.bytes(
        Json.members()
            .put("receipts", Json.items(receipts))
            .put("serverTime", reply.serverTime().toString())
            .build());
  }

  private static Json json(Receipt receipt) {
    Json.MembersBuilder json = Json.members().put("id", receipt.id());
    if (receipt instanceof Receipt.Accepted accepted) {
      json.put("seq", accepted.seq());
      if (!accepted.head().isEmpty()) {
        json.put("head", accepted.head());
      }
      if (accepted.differs()) {
        json.put("differs", true);
      }
    } else if (receipt instanceof Receipt.Deferred) {
      json.put("deferred", true);
    } else if (receipt instanceof Receipt.Held) {
      json.put("held", true);
    } else if (receipt instanceof Receipt.Rejected rejected) {
      EntryProblem problem = rejected.problem();
      json.put(
          "error",
          Json.members()
              .put("code", problem.code().wire())
              .put("field", problem.field())
              .put("message", problem.message())
              .build());
    }
    return json.build();
  }

  /**
   * Reads a reply. A receipt of a form that this version does not know is left out, so its entry
   * stays pending; a code of a problem that it does not know reads as {@link
   * EntryProblem.Code#REFUSED}.
   */
  public static PushReply read(byte[] body) throws MalformedMessageException {
    MessageReader reply = MessageReader.of(body);
    List<Receipt> receipts = new ArrayList<>();
    for (Json item : reply.items("receipts")) {
      receipt(MessageReader.of(item, "receipts")).ifPresent(receipts::add);
    }
    requireFurthestHead(receipts);
    return new PushReply(receipts, reply.instant("serverTime"));
  }

  /** Without any head a server could later deny what it says here. */
  private static void requireFurthestHead(List<Receipt> receipts) throws MalformedMessageException {
    Receipt.Accepted furthest = null;
    for (Receipt receipt : receipts) {
      if (receipt instanceof Receipt.Accepted accepted
          && (furthest == null || accepted.seq() > furthest.seq())) {
        furthest = accepted;
      }
    }
    if (furthest != null && furthest.head().isEmpty()) {
      throw new MalformedMessageException(Fault.MISSING, "head", null);
    }
  }

  private static Optional<Receipt> receipt(MessageReader json) throws MalformedMessageException {
    String id = json.text("id");
    if (json.has("seq")) {
      return Optional.of(
          new Receipt.Accepted(
              id, json.whole("seq"), json.textOrEmpty("head"), json.is("differs")));
    }
    if (json.is("deferred")) {
      return Optional.of(new Receipt.Deferred(id));
    }
    if (json.is("held")) {
      return Optional.of(new Receipt.Held(id));
    }
    if (json.has("error")) {
      MessageReader error = json.object("error");
      return Optional.of(
          new Receipt.Rejected(
              id,
              new EntryProblem(
                  code(error.text("code")), error.textOrEmpty("field"), error.text("message"))));
    }
    return Optional.empty();
  }

  private static EntryProblem.Code code(String wire) {
    for (EntryProblem.Code code : EntryProblem.Code.values()) {
      if (code.wire().equals(wire)) {
        return code;
      }
    }
    return EntryProblem.Code.REFUSED;
  }
}
