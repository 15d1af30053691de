package cn.anxun.server.simulation;

import cn.anxun.core.sync.RemoteAnswer.Reason;
import cn.anxun.server.phone.Network;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** A network that does its worst, the same for the same seed. */
final class BadNetwork implements Network {
  private static final byte[] PORTAL =
      "<!DOCTYPE html><html><title>上网认证</title><body>请登录后上网</body></html>"
          .getBytes(StandardCharsets.UTF_8);

  /** What may befall a request. */
  enum Fault {
    NEVER_SENT,
    REQUEST_CUT,
    REQUEST_CORRUPTED,
    REPLY_LOST,
    REPLY_CUT,
    REPLY_CORRUPTED,
    SENT_TWICE,
    STALLED,
    PORTAL,
    TOO_MANY,
    FAILED,
    UNAVAILABLE
  }

  private final Supplier<Optional<Network>> server;
  private final List<Request> stalled = new ArrayList<>();
  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
  private Random random = new Random(0);
  private int percent;

  /**
   * @param server the way to it; empty where no server runs
   */
  BadNetwork(Supplier<Optional<Network>> server) {
    this.server = server;
  }

  /** From now on this many of a hundred requests are befallen. */
  void befall(long seed, int percentOfRequests) {
    random = new Random(seed);
    percent = percentOfRequests;
  }

  Map<Fault, Integer> counts() {
    return counts;
  }

  @Override
  public Result send(Request request) {
    boolean arrivesLate = !stalled.isEmpty() && random.nextInt(3) == 0;
    if (arrivesLate) {
      var unused = deliver(stalled.remove(random.nextInt(stalled.size())));
    }
    if (random.nextInt(100) >= percent) {
      return deliver(request);
    }
    Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
    counts.merge(fault, 1, Integer::sum);
    return befall(fault, request);
  }

  private Result befall(Fault fault, Request request) {
    return switch (fault) {
      case NEVER_SENT -> new Result.Failed(Reason.UNREACHABLE);
      case REQUEST_CUT -> deliver(changed(request, this::cut));
      case REQUEST_CORRUPTED -> deliver(changed(request, this::corrupted));
      case REPLY_LOST -> {
        var unused = deliver(request);
        yield new Result.Failed(Reason.LOST);
      }
      case REPLY_CUT -> changed(deliver(request), this::cut);
      case REPLY_CORRUPTED -> changed(deliver(request), this::corrupted);
      case SENT_TWICE -> {
        var unused = deliver(request);
        yield deliver(request);
      }
      case STALLED -> {
        stalled.add(request);
        yield new Result.Failed(Reason.LOST);
      }
      case PORTAL -> reply(200, "text/html; charset=utf-8", PORTAL);
      case TOO_MANY -> new Result.Reply(429, "text/plain", Optional.of("2"), new byte[0]);
      case FAILED -> reply(500, "text/html", PORTAL);
      case UNAVAILABLE -> reply(503, "text/plain", new byte[0]);
    };
  }

  private Result deliver(Request request) {
    return server
        .get()
        .map(network -> network.send(request))
        .orElse(new Result.Failed(Reason.UNREACHABLE));
  }

  private static Result reply(int status, String type, byte[] body) {
    return new Result.Reply(status, type, Optional.empty(), body);
  }

  private interface Change {
    byte[] of(byte[] body);
  }

  private static Request changed(Request request, Change change) {
    byte[] body = request.body();
    return body == null ? request : new Request(request.path(), request.headers(), change.of(body));
  }

  private static Result changed(Result result, Change change) {
    return result instanceof Result.Reply reply
        ? new Result.Reply(
            reply.status(), reply.contentType(), reply.retryAfter(), change.of(reply.body()))
        : result;
  }

  private byte[] cut(byte[] body) {
    return Arrays.copyOf(body, random.nextInt(body.length + 1));
  }

  private byte[] corrupted(byte[] body) {
    byte[] changed = body.clone();
    for (int i = 0; i < 3 && body.length > 0; i++) {
      changed[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return changed;
  }
}
