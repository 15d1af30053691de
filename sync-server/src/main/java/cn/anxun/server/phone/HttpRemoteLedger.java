package cn.anxun.server.phone;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.Witness;
import cn.anxun.core.sync.wire.v1.Headers;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import cn.anxun.core.sync.wire.v1.ServerDigestJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link RemoteLedger} over HTTP v1, asked as the app asks. */
public final class HttpRemoteLedger implements RemoteLedger {
  private static final String PATH = "/api/v1/entries";
  private static final String PUSH =
      PATH + '?' + PushReplyJson.HEADS + '=' + PushReplyJson.LAST_HEAD;
  private static final String DIGEST = "/api/v1/digest";

  private final Network network;
  private final String token;
  private final NetworkReplies replies;

  /**
   * @param token of the device
   * @param clock for a Retry-After that names a date
   */
  public HttpRemoteLedger(Network network, String token, Clock clock) {
    this.network = network;
    this.token = token;
    this.replies = new NetworkReplies(clock);
  }

  @Override
  public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
    Network.Request request = request(PUSH, Optional.empty(), PushRequestJson.write(entries));
    return replies.answer(network.send(request), PushReplyJson::read);
  }

  @Override
  public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
    return pull(cursor, limit, head, unused -> {});
  }

  @Override
  public RemoteAnswer<PullPage> pull(
      String cursor, int limit, Optional<Witness> head, Consumer<String> after) {
    String query =
        "?limit=" + limit + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    return replies.answer(
        network.send(request(PATH + query, head, null)), body -> PullPageJson.read(body, after));
  }

  @Override
  public RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head) {
    String query = "?cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    return replies.answer(
        network.send(request(DIGEST + query, head, null)), ServerDigestJson::read);
  }

  private Network.Request request(String path, Optional<Witness> head, byte @Nullable [] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", MediaTypes.V1 + ", " + MediaTypes.PROBLEM);
    head.ifPresent(witness -> headers.put(Headers.HEAD, witness.toString()));
    if (body != null) {
      headers.put("Content-Type", MediaTypes.V1);
    }
    return new Network.Request(path, headers, body);
  }
}
