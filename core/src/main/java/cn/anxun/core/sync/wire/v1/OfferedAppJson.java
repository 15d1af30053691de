package cn.anxun.core.sync.wire.v1;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.OfferedApp;
import cn.anxun.core.sync.wire.v1.MalformedMessageException.Fault;

/** {@link OfferedApp} as {@code GET /api/v1/app} answers it. */
public final class OfferedAppJson {
  private static final String LATEST = "latest";
  private static final String NAME = "name";
  private static final String MINIMUM = "minimum";
  private static final String RECOMMENDED = "recommended";
  private static final String BYTES = "bytes";
  private static final String SHA256 = "sha256";
  private static final String PAGE = "page";

  private OfferedAppJson() {}

  /** The answer, with what a person may check a download by. */
  public static byte[] write(OfferedApp app, long bytes, String sha256) {
    return JsonText.bytes(
        Json.members()
            .put(LATEST, app.latest().code())
            .put(NAME, app.latest().name())
            .put(MINIMUM, app.minimum())
            .put(RECOMMENDED, app.recommended())
            .put(BYTES, bytes)
            .put(SHA256, sha256)
            .put(PAGE, app.page())
            .build());
  }

  public static OfferedApp read(byte[] body) throws MalformedMessageException {
    MessageReader reader = MessageReader.of(body);
    String page = reader.text(PAGE);
    if (!page.startsWith("/") || page.startsWith("//")) {
      throw new MalformedMessageException(Fault.WRONG_TYPE, PAGE, null);
    }
    return new OfferedApp(
        new AppVersion(code(reader, LATEST), reader.text(NAME)),
        code(reader, MINIMUM),
        code(reader, RECOMMENDED),
        page);
  }

  private static int code(MessageReader reader, String name) throws MalformedMessageException {
    long code = reader.whole(name);
    if (code < 1 || code > Integer.MAX_VALUE) {
      throw new MalformedMessageException(Fault.WRONG_TYPE, name, null);
    }
    return (int) code;
  }
}
