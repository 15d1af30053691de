package cn.anxun.server.simulation;

import cn.anxun.core.sync.RemoteAnswer.Reason;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.server.phone.Network;
import cn.anxun.server.phone.Network.Result.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** A network that does its worst, the same for the same seed. */
final class BadNetwork implements Network {
  private static final int OK = 200;

  /** How long a phone waits for an answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final byte[] PORTAL =
      "<!DOCTYPE html><html><title>上网认证</title><body>请登录后上网</body></html>"
          .getBytes(StandardCharsets.UTF_8);

  private static final byte[] BROKE =
      "{\"type\":\"about:blank\",\"title\":\"Internal\",\"status\":500,\"code\":\"internal\"}"
          .getBytes(StandardCharsets.UTF_8);

  /** What may befall a request. */
  enum Fault {
    NEVER_SENT("network: request never sent"),
    REQUEST_CUT("network: request cut after byte N"),
    REQUEST_TRUNCATED("network: request body truncated"),
    REQUEST_CORRUPTED("network: request body corrupted"),
    REPLY_LOST("network: reply lost after the commit"),
    REPLY_CUT("network: reply cut after byte N"),
    REPLY_TRUNCATED("network: reply body truncated"),
    REPLY_CORRUPTED("network: reply body corrupted"),
    SENT_TWICE("network: request duplicated"),
    STALLED("network: request stalled"),
    PORTAL_PAGE("network: captive portal's HTML"),
    TOO_MANY("network: 429"),
    FAILED("network: 500 of a proxy"),
    BROKEN("network: 500 of the server"),
    UNAVAILABLE("network: 503");

    private final String counted;

    Fault(String counted) {
      this.counted = counted;
    }

    String counted() {
      return counted;
    }
  }

  static final String LATE = "network: stalled request arrives after later ones";

  private final SimulatedServer server;
  private final Happened happened;
  private final List<Request> stalled = new ArrayList<>();
  private Consumer<Duration> passing = time -> {};
  private Random random = new Random(0);
  private int percent;

  BadNetwork(SimulatedServer server, Happened happened) {
    this.server = server;
    this.happened = happened;
  }

  /** Who waits in vain is told for how long. */
  void tellPassing(Consumer<Duration> time) {
    passing = time;
  }

  /** From now on this many of a hundred requests are befallen. */
  void befall(long seed, int percentOfRequests) {
    random = new Random(seed);
    percent = percentOfRequests;
  }

  @Override
  public Result send(Request request) {
    boolean arrivesLate = !stalled.isEmpty() && random.nextInt(3) == 0;
    if (arrivesLate && deliver(stalled.remove(random.nextInt(stalled.size()))) instanceof Reply) {
      happened.count(LATE);
    }
    if (random.nextInt(100) >= percent) {
      return deliver(request);
    }
    return befall(Fault.values()[random.nextInt(Fault.values().length)], request);
  }

  private Result befall(Fault fault, Request request) {
    return switch (fault) {
      case REQUEST_CUT -> damaged(fault, Damage.Kind.REQUEST_CUT, request);
      case REQUEST_TRUNCATED -> damaged(fault, Damage.Kind.REQUEST_TRUNCATED, request);
      case REQUEST_CORRUPTED -> damaged(fault, Damage.Kind.REQUEST_CORRUPTED, request);
      case REPLY_CUT -> damaged(fault, Damage.Kind.REPLY_CUT, request);
      case REPLY_TRUNCATED -> damaged(fault, Damage.Kind.REPLY_TRUNCATED, request);
      case REPLY_CORRUPTED -> damaged(fault, Damage.Kind.REPLY_CORRUPTED, request);
      case REPLY_LOST -> {
        if (deliver(request) instanceof Reply reply
            && reply.status() == OK
            && request.body() != null) {
          happened.count(fault.counted());
        }
        yield new Result.Failed(Reason.LOST);
      }
      case SENT_TWICE -> {
        if (deliver(request) instanceof Reply) {
          happened.count(fault.counted());
        }
        yield deliver(request);
      }
      default -> {
        happened.count(fault.counted());
        yield instead(fault, request);
      }
    };
  }

  /** What comes at once, and not from the server. */
  private Result instead(Fault fault, Request request) {
    return switch (fault) {
      case NEVER_SENT -> new Result.Failed(Reason.UNREACHABLE);
      case STALLED -> {
        stalled.add(request);
        passing.accept(PATIENCE);
        server.clock().forward(PATIENCE);
        yield new Result.Failed(Reason.LOST);
      }
      case PORTAL_PAGE -> reply(200, "text/html; charset=utf-8", PORTAL);
      case TOO_MANY -> new Reply(429, "text/plain", Optional.of("2"), new byte[0]);
      case FAILED -> reply(500, "text/html", PORTAL);
      case BROKEN -> reply(500, MediaTypes.PROBLEM, BROKE);
      case UNAVAILABLE -> reply(503, "text/plain", new byte[0]);
      default -> throw new IllegalStateException(fault + " is not to be befallen here");
    };
  }

  private Result damaged(Fault fault, Damage.Kind kind, Request request) {
    server.damageNext(new Damage(kind, random.nextLong(), () -> happened.count(fault.counted())));
    try {
      return deliver(request);
    } finally {
      server.damageNext(null);
    }
  }

  private Result deliver(Request request) {
    return server
        .network()
        .map(network -> network.send(request))
        .orElse(new Result.Failed(Reason.UNREACHABLE));
  }

  private static Result reply(int status, String type, byte[] body) {
    return new Reply(status, type, Optional.empty(), body);
  }
}
