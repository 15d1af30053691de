package cn.anxun.app.data.remote;

import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteAnswer.Reason;
import cn.anxun.core.sync.file.FileContents;
import cn.anxun.core.sync.file.QueuedFile;
import cn.anxun.core.sync.file.RemoteFiles;
import cn.anxun.core.sync.wire.v1.KnownFilesJson;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * {@link RemoteFiles} over HTTP v1: tus 1.0 by the same OkHttp, the same pinned certificate and the
 * same addresses as the ledger. What answers without tus's headers is not our server.
 */
public final class TusRemoteFiles implements RemoteFiles {
  /** As long as bytes flow a weak network may take its time. */
  private static final ServerConnection.Patience PATIENCE =
      new ServerConnection.Patience(
          Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(30));

  /** No file of the bureau is larger. */
  private static final long MAX_BYTES = 64L << 20;

  private static final MediaType V1 = MediaType.get(MediaTypes.V1);

  private final ServerConnection server;
  private final String bearer;

  /**
   * @param token of the device
   * @param clock for a Retry-After that names a date
   * @param heard is told the time of every reply that is the server's own
   * @param app what every request says of this app
   */
  public TusRemoteFiles(
      ServerAddress address, String token, Clock clock, ServerTime heard, AppVersion app) {
    this.server = new ServerConnection(address, PATIENCE, clock, heard, Optional.of(app));
    this.bearer = "Bearer " + token;
  }

  @Override
  public RemoteAnswer<Set<String>> known(List<String> hashes) {
    RequestBody asked = RequestBody.create(KnownFilesJson.writeRequest(hashes), V1);
    return server.ask(
        (api, departure) -> api.knownFiles(bearer, asked, departure), KnownFilesJson::read);
  }

  @Override
  public RemoteAnswer<Long> begin(QueuedFile file) {
    String metadata = "sha256 " + base64(file.sha256()) + ",type " + base64(file.type());
    return server.ask(
        (api, departure) ->
            api.beginFile(
                bearer, file.bytes(), metadata, RequestBody.create(new byte[0], null), departure),
        this::offset);
  }

  @Override
  public RemoteAnswer<Long> send(
      QueuedFile file, long offset, long length, FileContents content, LongConsumer sent) {
    FileSlice slice = new FileSlice(content, file.sha256(), offset, length, sent);
    return server.ask(
        (api, departure) -> api.sendFile(bearer, file.sha256(), offset, slice, departure),
        this::offset);
  }

  /** The bytes of a file that the account may see; all of them, to be compared with the hash. */
  public RemoteAnswer<byte[]> file(String sha256) {
    return server.ask((api, departure) -> api.file(bearer, sha256, departure), this::picture);
  }

  /** A picture as small as lists show it, JPEG. */
  public RemoteAnswer<byte[]> thumbnail(String sha256) {
    return server.ask((api, departure) -> api.thumbnail(bearer, sha256, departure), this::picture);
  }

  private RemoteAnswer<Long> offset(int status, Headers headers, @Nullable ResponseBody body)
      throws IOException {
    if (status >= 300) {
      return server.refusal(status, headers, body);
    }
    String offset = headers.get(TusHeaders.OFFSET);
    if (headers.get(TusHeaders.RESUMABLE) == null
        || offset == null
        || !offset.matches("\\d{1,18}")) {
      return new RemoteAnswer.Offline<>(Reason.NOT_OURS);
    }
    return new RemoteAnswer.Answered<>(Long.parseLong(offset));
  }

  private RemoteAnswer<byte[]> picture(int status, Headers headers, @Nullable ResponseBody body)
      throws IOException {
    if (status >= 300 || body == null) {
      return server.refusal(status, headers, body);
    }
    String type = headers.get("Content-Type");
    if (type == null || !(type.startsWith("image/") || type.startsWith("application/pdf"))) {
      return new RemoteAnswer.Offline<>(Reason.NOT_OURS);
    }
    Buffer bytes = new Buffer();
    while (body.source().read(bytes, 1 << 16) >= 0) {
      if (bytes.size() > MAX_BYTES) {
        return new RemoteAnswer.Offline<>(Reason.UNREADABLE);
      }
    }
    return new RemoteAnswer.Answered<>(bytes.readByteArray());
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
