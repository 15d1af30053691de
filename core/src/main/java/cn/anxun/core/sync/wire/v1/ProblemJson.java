package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.Problem;

/**
 * {@link Problem} as {@link MediaTypes#PROBLEM}; every member may be missing, as RFC 9457 has it.
 */
public final class ProblemJson {
  private ProblemJson() {}

  public static byte[] write(Problem problem) {
    return write(problem, "");
  }

  /**
   * The same with the id of the request, by which the server's log tells more.
   *
   * @param request "" for none
   */
  public static byte[] write(Problem problem, String request) {
    Json.MembersBuilder json =
        Json.members()
            .put("type", problem.type())
            .put("title", problem.title())
            .put("status", problem.status())
            .put("detail", problem.detail())
            .put("code", problem.code());
    if (!problem.field().isEmpty()) {
      json.put("field", problem.field());
    }
    if (!request.isEmpty()) {
      json.put("request", request);
    }
    return JsonText.bytes(json.build());
  }

  /**
   * Reads a problem.
   *
   * @param status of the reply; what the body says of it does not count
   */
  public static Problem read(byte[] body, int status) throws MalformedMessageException {
    MessageReader json = MessageReader.of(body);
    String type = json.textOrEmpty("type");
    return new Problem(
        type.isEmpty() ? "about:blank" : type,
        json.textOrEmpty("title"),
        status,
        json.textOrEmpty("detail"),
        json.textOrEmpty("code"),
        json.textOrEmpty("field"));
  }
}
