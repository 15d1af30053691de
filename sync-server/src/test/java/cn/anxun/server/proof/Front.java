package cn.anxun.server.proof;

import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Network;
import java.net.URI;
import java.util.List;
import java.util.Random;

/**
 * Leads each request of one phone to one of several servers by chance, whether that one runs or
 * not.
 */
final class Front implements Network {
  private final List<HttpNetwork> servers;
  private final Random random;

  Front(List<URI> servers, Random random) {
    this.servers = servers.stream().map(HttpNetwork::to).toList();
    this.random = random;
  }

  @Override
  public Result send(Request request) {
    return servers.get(random.nextInt(servers.size())).send(request);
  }
}
