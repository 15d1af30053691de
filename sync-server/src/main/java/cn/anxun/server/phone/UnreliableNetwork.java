package cn.anxun.server.phone;

import cn.anxun.core.sync.RemoteAnswer.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A network that now and then does what networks in basements and hotels do; the same for the same
 * seed.
 */
public final class UnreliableNetwork implements Network {
  private static final String PORTAL =
      "<!DOCTYPE"
          + " html><html><head><title>上网认证</title></head><body><form>请登录后上网</form></body></html>";

  /** What may befall a request. */
  public enum Fault {
    /** It never leaves. */
    DROPPED_BEFORE,
    /** The server does it; its reply never arrives. */
    REPLY_DROPPED,
    /** A captive portal answers in the server's place. */
    CAPTIVE_PORTAL,
    /** Something on the way is overloaded. */
    UNAVAILABLE,
    /** The server does it; half of its reply arrives. */
    REPLY_CUT
  }

  private final Network network;
  private final Random random;
  private final double rate;
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

  /**
   * @param rate how many of the requests something befalls, 0 to 1
   */
  public UnreliableNetwork(Network network, Random random, double rate) {
    this.network = network;
    this.random = random;
    this.rate = rate;
  }

  @Override
  public synchronized Result send(Request request) {
    if (random.nextDouble() >= rate) {
      return network.send(request);
    }
    Fault fault = Fault.values()[random.nextInt(Fault.values().length)];
    faults.merge(fault, 1, Integer::sum);
    return befall(fault, request);
  }

  private Result befall(Fault fault, Request request) {
    return switch (fault) {
      case DROPPED_BEFORE -> new Result.Failed(Reason.UNREACHABLE);
      case REPLY_DROPPED -> {
        var unused = network.send(request);
        yield new Result.Failed(Reason.LOST);
      }
      case CAPTIVE_PORTAL ->
          new Result.Reply(
              200,
              "text/html; charset=utf-8",
              Optional.empty(),
              PORTAL.getBytes(StandardCharsets.UTF_8));
      case UNAVAILABLE -> new Result.Reply(503, "text/plain", Optional.empty(), new byte[0]);
      case REPLY_CUT ->
          network.send(request) instanceof Result.Reply reply
              ? new Result.Reply(
                  reply.status(),
                  reply.contentType(),
                  reply.retryAfter(),
                  Arrays.copyOf(reply.body(), reply.body().length / 2))
              : new Result.Failed(Reason.LOST);
    };
  }

  /** How often each fault has happened. */
  public synchronized Map<Fault, Integer> faults() {
    return new EnumMap<>(faults);
  }
}
