package cn.anxun.server.phone;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.sync.wire.v1.MediaTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UnreliableNetworkTest {
  private static final Network.Request REQUEST = new Network.Request("/", Map.of(), null);

  private int arrived;

  private final Network perfect =
      request -> {
        arrived++;
        return new Network.Result.Reply(200, MediaTypes.V1, Optional.empty(), new byte[100]);
      };

  @Test
  void send_whenTheRateIsZero_changesNothing() {
    UnreliableNetwork network = new UnreliableNetwork(perfect, new Random(1), 0);

    assertThat(kinds(network, 100)).containsOnly("200 100");
    assertThat(network.faults()).isEmpty();
  }

  @Test
  void send_whenTheSeedIsTheSame_failsTheSameWay() {
    List<String> first = kinds(new UnreliableNetwork(perfect, new Random(7), 0.3), 200);
    List<String> second = kinds(new UnreliableNetwork(perfect, new Random(7), 0.3), 200);

    assertThat(second).isEqualTo(first);
    assertThat(first).contains("200 100", "200 50", "UNREACHABLE", "LOST").hasSize(200);
  }

  @Test
  void send_whenOnlyTheReplyIsLost_theServerHasIt() {
    UnreliableNetwork network = new UnreliableNetwork(perfect, new Random(3), 1);
    kinds(network, 100);

    int never =
        network.faults().getOrDefault(UnreliableNetwork.Fault.DROPPED_BEFORE, 0)
            + network.faults().getOrDefault(UnreliableNetwork.Fault.CAPTIVE_PORTAL, 0)
            + network.faults().getOrDefault(UnreliableNetwork.Fault.UNAVAILABLE, 0);
    assertThat(network.faults()).hasSize(UnreliableNetwork.Fault.values().length);
    assertThat(arrived).isEqualTo(100 - never);
  }

  private static List<String> kinds(Network network, int count) {
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Network.Result result = network.send(REQUEST);
      kinds.add(
          result instanceof Network.Result.Reply reply
              ? reply.status() + " " + reply.body().length
              : ((Network.Result.Failed) result).reason().name());
    }
    return kinds;
  }
}
