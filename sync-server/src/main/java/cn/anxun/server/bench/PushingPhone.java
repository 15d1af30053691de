package cn.anxun.server.bench;

import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.wire.v1.Headers;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A phone that pushes one body after the other, and tells with each which app it has, as phones do.
 */
final class PushingPhone implements Iterator<byte[]> {
  static final AppVersion APP = new AppVersion(1, "bench");

  private static final String PATH =
      "/api/v1/entries?" + PushReplyJson.HEADS + '=' + PushReplyJson.LAST_HEAD;

  private final String host;
  private final Iterator<byte[]> bodies;
  private final Map<String, String> headers = new LinkedHashMap<>();

  private PushingPhone(URI server, String token, Iterator<byte[]> bodies) {
    this.host = server.getAuthority();
    this.bodies = bodies;
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", MediaTypes.V1 + ", " + MediaTypes.PROBLEM);
    headers.put("Accept-Encoding", "gzip");
    headers.put("Content-Type", MediaTypes.V1);
    headers.put("Content-Encoding", "gzip");
    headers.put(Headers.APP, APP.toString());
  }

  /**
   * A phone that was enrolled.
   *
   * @param bodies as {@link Pushing#body} makes them
   */
  static PushingPhone of(URI server, Enrolment enrolment, Iterator<byte[]> bodies) {
    return new PushingPhone(server, enrolment.token(), bodies);
  }

  /** The same requests to a server that answers nothing. */
  static PushingPhone toBare(URI server, Iterator<byte[]> bodies) {
    return new PushingPhone(server, "none", bodies);
  }

  @Override
  public boolean hasNext() {
    return bodies.hasNext();
  }

  @Override
  public byte[] next() {
    return request(bodies.next());
  }

  /** The whole request. */
  byte[] request(byte[] body) {
    return HttpConnection.post(host, PATH, headers, body);
  }
}
