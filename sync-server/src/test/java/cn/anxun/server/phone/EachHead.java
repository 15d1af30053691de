package cn.anxun.server.phone;

import cn.anxun.core.sync.wire.v1.PushReplyJson;

/**
 * The way to a server as apps went it that could not ask for the last head of a push alone: each
 * receipt has its own.
 */
public final class EachHead implements Network {
  private static final String QUERY = '?' + PushReplyJson.HEADS + '=' + PushReplyJson.LAST_HEAD;

  private final Network network;

  public EachHead(Network network) {
    this.network = network;
  }

  @Override
  public Result send(Request request) {
    return network.send(
        new Request(request.path().replace(QUERY, ""), request.headers(), request.body()));
  }
}
