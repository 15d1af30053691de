package cn.anxun.server.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request while it is being spoiled. Each char of its lines goes out as one byte.
 *
 * @param method GET, POST …
 * @param path with what stands for the parameters of the route
 * @param query without its question mark
 * @param headers by name; a value may hold line breaks, to say more than one
 */
@SuppressWarnings("ArrayRecordComponent")
record Draft(String method, String path, String query, Map<String, String> headers, byte[] body) {
  static final String LENGTH = "Content-Length";
  static final String TYPE = "Content-Type";

  Draft {
    headers = new LinkedHashMap<>(headers);
  }

  Draft withMethod(String other) {
    return new Draft(other, path, query, headers, body);
  }

  Draft withPath(String other) {
    return new Draft(method, other, query, headers, body);
  }

  Draft withQuery(String other) {
    return new Draft(method, path, other, headers, body);
  }

  Draft with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Draft(method, path, query, more, body);
  }

  Draft withBody(byte[] other) {
    return new Draft(method, path, query, headers, other);
  }

  Draft withBody(String type, byte[] other) {
    return with(TYPE, type).withBody(other);
  }

  boolean isApi() {
    return path.startsWith("/api/");
  }

  /** Whether its route takes a body. */
  boolean hasBody() {
    return method.equals("POST") || method.equals("PATCH");
  }

  byte[] bytes() {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path);
    if (!query.isEmpty()) {
      head.append('?').append(query);
    }
    head.append(" HTTP/1.1\r\n");
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Host", "localhost");
    all.put("Connection", "close");
    if (hasBody()) {
      all.put(LENGTH, Integer.toString(body.length));
    }
    all.putAll(headers);
    all.forEach(
        (name, value) -> {
          if (!value.isEmpty()) {
            head.append(name).append(": ").append(value).append("\r\n");
          }
        });
    head.append("\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
    return out.toByteArray();
  }
}
