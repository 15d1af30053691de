package cn.anxun.app.data.remote;

import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteAnswer.Reason;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.Replies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;

/**
 * One server at all its addresses. An address that nobody answers at, or somebody else, is passed
 * over for the next; the one that answered is asked first from then on.
 */
final class ServerConnection {
  /** Bytes. More than any page is; a reply that goes on for ever is cut here. */
  static final int MAX_REPLY = 16 << 20;

  private static final int NO_CONTENT = 204;
  private static final String EMPTY = "{}";
  private static final int FIRST_ERROR = 400;

  /** How long to wait for a weak network, and no longer. */
  record Patience(Duration connect, Duration silence, Duration whole) {
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120));
  }

  /** One of the routes. */
  interface Route {
    Call<ResponseBody> call(LedgerApi api, Departure departure);
  }

  private final List<LedgerApi> apis = new ArrayList<>();
  private final Replies replies;
  private final ServerTime heard;
  private volatile int first;

  /**
   * @param address whose URLs that cannot be read are passed over
   * @param clock for a Retry-After that names a date
   * @param heard is told the time of every reply that is the server's own
   */
  ServerConnection(ServerAddress address, Patience patience, Clock clock, ServerTime heard) {
    this(address, patience, clock, heard, Optional.empty());
  }

  /**
   * @param app what every request says of this app; empty to say nothing
   */
  ServerConnection(
      ServerAddress address,
      Patience patience,
      Clock clock,
      ServerTime heard,
      Optional<AppVersion> app) {
    this.heard = heard;
    this.replies = new Replies(clock);
    OkHttpClient.Builder client =
        new OkHttpClient.Builder()
            .connectTimeout(patience.connect())
            .readTimeout(patience.silence())
            .writeTimeout(patience.silence())
            .callTimeout(patience.whole())
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(new GzipRequests())
            .addInterceptor(ServerConnection::inTheReadersLanguage)
            .addNetworkInterceptor(new Departure.Mark());
    app.ifPresent(
        version -> client.addInterceptor(chain -> chain.proceed(saying(version, chain.request()))));
    address.fingerprint().ifPresent(sha256 -> PinnedCertificate.pin(client, sha256));
    OkHttpClient built = client.build();
    for (String url : address.urls()) {
      HttpUrl base = HttpUrl.parse(url.endsWith("/") ? url : url + "/");
      if (base != null) {
        apis.add(
            new Retrofit.Builder()
                .baseUrl(base)
                .client(built)
                .addConverterFactory(new WireConverters())
                .build()
                .create(LedgerApi.class));
      }
    }
  }

  private static Request saying(AppVersion app, Request request) {
    return request
        .newBuilder()
        .header(cn.anxun.core.sync.wire.v1.Headers.APP, app.toString())
        .build();
  }

  /** A refusal is a sentence that a person is to read. */
  private static okhttp3.Response inTheReadersLanguage(Interceptor.Chain chain) throws IOException {
    return chain.proceed(
        chain
            .request()
            .newBuilder()
            .header("Accept-Language", Locale.getDefault().toLanguageTag())
            .build());
  }

  <T> RemoteAnswer<T> ask(Route route, Replies.Reader<T> reader) {
    return ask(route, (status, headers, body) -> message(status, headers, body, reader));
  }

  /** What a reply means; whoever reads it closes nothing. */
  interface Reading<T> {
    RemoteAnswer<T> read(int status, Headers headers, @Nullable ResponseBody body)
        throws IOException;
  }

  <T> RemoteAnswer<T> ask(Route route, Reading<T> reading) {
    RemoteAnswer<T> answer = new RemoteAnswer.Offline<>(Reason.UNREACHABLE);
    int start = first;
    for (int i = 0; i < apis.size(); i++) {
      int at = (start + i) % apis.size();
      answer = ask(apis.get(at), route, reading);
      if (!isNobody(answer)) {
        first = at;
        break;
      }
    }
    return answer;
  }

  private static boolean isNobody(RemoteAnswer<?> answer) {
    return answer instanceof RemoteAnswer.Offline<?> offline && !offline.reason().mayHaveArrived();
  }

  private <T> RemoteAnswer<T> ask(LedgerApi api, Route route, Reading<T> reading) {
    Departure departure = new Departure();
    Response<ResponseBody> response;
    try {
      response = route.call(api, departure).execute();
    } catch (SSLException e) {
      return new RemoteAnswer.Offline<>(departure.hasLeft() ? Reason.LOST : Reason.NOT_OURS);
    } catch (IOException e) {
      return new RemoteAnswer.Offline<>(departure.hasLeft() ? Reason.LOST : Reason.UNREACHABLE);
    }
    try (ResponseBody body = response.isSuccessful() ? response.body() : response.errorBody()) {
      RemoteAnswer<T> answer = reading.read(response.code(), response.headers(), body);
      if (answer instanceof RemoteAnswer.Answered) {
        date(response.headers().get("Date")).ifPresent(heard::heard);
      }
      return answer;
    } catch (IOException e) {
      return new RemoteAnswer.Offline<>(Reason.UNREADABLE);
    }
  }

  /** A message of ours or a refusal. */
  <T> RemoteAnswer<T> message(
      int status, Headers headers, @Nullable ResponseBody body, Replies.Reader<T> reader)
      throws IOException {
    Optional<byte[]> bytes = bytes(body);
    if (!bytes.isPresent()) {
      return new RemoteAnswer.Offline<>(Reason.UNREADABLE);
    }
    if (status == NO_CONTENT) {
      // Only a message that may be empty is read from it; for all others it is unreadable.
      return replies.answer(
          new Replies.Reply(
              NO_CONTENT, MediaTypes.V1, Optional.empty(), EMPTY.getBytes(StandardCharsets.UTF_8)),
          reader);
    }
    String type = headers.get("Content-Type");
    return replies.answer(
        new Replies.Reply(
            status,
            type == null ? "" : type,
            Optional.ofNullable(headers.get("Retry-After")),
            bytes.get()),
        reader);
  }

  /** What a reply says that is not what was asked for. */
  <T> RemoteAnswer<T> refusal(int status, Headers headers, @Nullable ResponseBody body)
      throws IOException {
    if (status < FIRST_ERROR) {
      return new RemoteAnswer.Offline<>(Reason.NOT_OURS);
    }
    return message(
        status,
        headers,
        body,
        bytes -> {
          throw new IllegalStateException("a refusal has no message of ours");
        });
  }

  /** As RFC 9110 writes it; empty for what is no date. */
  private static Optional<Instant> date(@Nullable String header) {
    try {
      return header == null
          ? Optional.empty()
          : Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Empty for more than {@link #MAX_REPLY}. */
  private static Optional<byte[]> bytes(@Nullable ResponseBody body) throws IOException {
    if (body == null) {
      return Optional.of(new byte[0]);
    }
    BufferedSource source = body.source();
    Buffer bytes = new Buffer();
    while (bytes.size() <= MAX_REPLY) {
      if (source.read(bytes, MAX_REPLY + 1L - bytes.size()) < 0) {
        return Optional.of(bytes.readByteArray());
      }
    }
    return Optional.empty();
  }
}
