package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.ServerDigest;

/** {@code {"seq", "count", "hash"}}, or {@code {"reset"}} where the cursor does not fit. */
public final class ServerDigestJson {
  private ServerDigestJson() {}

  public static byte[] write(ServerDigest digest) {
    if (digest.reset() != PullPage.Reset.NONE) {
      return JsonText.bytes(Json.members().put("reset", PullPageJson.wire(digest.reset())).build());
    }
    return JsonText.bytes(
        Json.members()
            .put("seq", digest.seq())
            .put("count", digest.count())
            .put("hash", digest.hash())
            .build());
  }

  public static ServerDigest read(byte[] body) throws MalformedMessageException {
    MessageReader json = MessageReader.of(body);
    PullPage.Reset reset = PullPageJson.reset(json);
    return reset == PullPage.Reset.NONE
        ? new ServerDigest(reset, json.whole("seq"), json.whole("count"), json.text("hash"))
        : ServerDigest.outdated(reset);
  }
}
