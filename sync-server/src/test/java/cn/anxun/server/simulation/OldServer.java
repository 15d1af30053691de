package cn.anxun.server.simulation;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.EntryRejectedException;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import cn.anxun.server.phone.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The server as it answered before it knew trainings: it defers them, and keeps the others. */
final class OldServer {
  private OldServer() {}

  /** Its answer to this request, the most of which the server of today gives. */
  static Network.Result answer(Network.Request request, Network today, Happened happened) {
    if (request.body() == null) {
      return today.send(request);
    }
    try {
      List<byte[]> known = new ArrayList<>();
      List<Receipt> deferred = new ArrayList<>();
      for (byte[] bytes : PushRequestJson.read(request.body(), PushRequestJson.MAX_ENTRIES)) {
        Optional<String> training = training(bytes);
        training.ifPresent(id -> deferred.add(new Receipt.Deferred(id)));
        if (training.isEmpty()) {
          known.add(bytes);
        }
      }
      if (deferred.isEmpty()) {
        return today.send(request);
      }
      happened.count("kind deferred by an older server", deferred.size());
      return withReceipts(today.send(without(request, known)), deferred);
    } catch (MalformedMessageException e) {
      return today.send(request);
    }
  }

  private static Optional<String> training(byte[] bytes) {
    try {
      WrittenEntry entry = EntryJson.read(bytes);
      return entry.entry().kind() == TrainingHeld.KIND
          ? Optional.of(entry.entry().id())
          : Optional.empty();
    } catch (EntryRejectedException e) {
      return Optional.empty();
    }
  }

  private static Network.Request without(Network.Request request, List<byte[]> known) {
    List<WrittenEntry> written = new ArrayList<>();
    for (byte[] bytes : known) {
      try {
        written.add(EntryJson.readRecorded(bytes));
      } catch (EntryRejectedException e) {
        throw new IllegalStateException(e);
      }
    }
    return new Network.Request(request.path(), request.headers(), PushRequestJson.write(written));
  }

  private static Network.Result withReceipts(Network.Result result, List<Receipt> deferred) {
    if (!(result instanceof Network.Result.Reply reply)
        || reply.status() != 200
        || !MediaTypes.matches(reply.contentType(), MediaTypes.V1)) {
      return result;
    }
    PushReply said;
    try {
      said = PushReplyJson.read(reply.body());
    } catch (MalformedMessageException e) {
      return result;
    }
    List<Receipt> receipts = new ArrayList<>(said.receipts());
    receipts.addAll(deferred);
    return new Network.Result.Reply(
        reply.status(),
        reply.contentType(),
        reply.retryAfter(),
        PushReplyJson.write(new PushReply(receipts, said.serverTime())));
  }
}
