package cn.anxun.server.http.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import io.javalin.http.Context;

/** Answers in the API's own media type. */
final class Answers {
  private Answers() {}

  static void send(Context context, byte[] json) {
    context.result(json);
    context.contentType(MediaTypes.V1);
  }

  static void send(Context context, Json json) {
    send(context, JsonText.bytes(json));
  }
}
