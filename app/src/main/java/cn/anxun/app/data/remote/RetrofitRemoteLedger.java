package cn.anxun.app.data.remote;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.NumberGrant;
import cn.anxun.core.sync.NumberRequest;
import cn.anxun.core.sync.OfferedApp;
import cn.anxun.core.sync.People;
import cn.anxun.core.sync.PullPage;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.core.sync.ServerDigest;
import cn.anxun.core.sync.Witness;
import cn.anxun.core.sync.wire.v1.NumbersJson;
import cn.anxun.core.sync.wire.v1.OfferedAppJson;
import cn.anxun.core.sync.wire.v1.PeopleJson;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.core.sync.wire.v1.ServerDigestJson;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@link RemoteLedger} over HTTP v1. */
public final class RetrofitRemoteLedger implements RemoteLedger {
  private final ServerConnection server;
  private final String bearer;

  /**
   * @param token of the device
   * @param clock for a Retry-After that names a date
   * @param heard is told the time of every reply that is the server's own
   */
  public RetrofitRemoteLedger(ServerAddress address, String token, Clock clock, ServerTime heard) {
    this(address, token, clock, heard, ServerConnection.Patience.USUAL);
  }

  /**
   * The same, and tells the server which app it is.
   *
   * @param app what every request says of this app
   */
  public RetrofitRemoteLedger(
      ServerAddress address, String token, Clock clock, ServerTime heard, AppVersion app) {
    this.server =
        new ServerConnection(
            address, ServerConnection.Patience.USUAL, clock, heard, Optional.of(app));
    this.bearer = "Bearer " + token;
  }

  RetrofitRemoteLedger(
      ServerAddress address,
      String token,
      Clock clock,
      ServerTime heard,
      ServerConnection.Patience patience) {
    this.server = new ServerConnection(address, patience, clock, heard);
    this.bearer = "Bearer " + token;
  }

  @Override
  public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
    return server.ask(
        (api, departure) -> api.push(bearer, new PushedEntries(entries), departure),
        PushReplyJson::read);
  }

  @Override
  public RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head) {
    return pull(cursor, limit, head, unused -> {});
  }

  @Override
  public RemoteAnswer<PullPage> pull(
      String cursor, int limit, Optional<Witness> head, Consumer<String> after) {
    return server.ask(
        (api, departure) -> api.pull(bearer, told(head), cursor, limit, departure),
        body -> PullPageJson.read(body, after));
  }

  /** What the accounts of the bureau are called. */
  public RemoteAnswer<People> people() {
    return server.ask((api, departure) -> api.people(bearer, departure), PeopleJson::read);
  }

  /** The app that the server hands out. */
  public RemoteAnswer<OfferedApp> offeredApp() {
    return server.ask((api, departure) -> api.app(departure), OfferedAppJson::read);
  }

  /** A block of numbers for papers. */
  public RemoteAnswer<NumberGrant> reserveNumbers(NumberRequest request) {
    return server.ask(
        (api, departure) ->
            api.numbers(bearer, new NumbersBody(NumbersJson.write(request)), departure),
        NumbersJson::readGrant);
  }

  /** Gives unused numbers back. */
  public RemoteAnswer<Boolean> returnNumbers(
      String paper, int year, NumberRequest.Range range, String reason) {
    return server.ask(
        (api, departure) ->
            api.returnNumbers(
                bearer,
                new NumbersBody(NumbersJson.writeReturn(paper, year, range, reason)),
                departure),
        body -> true);
  }

  @Override
  public RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head) {
    return server.ask(
        (api, departure) -> api.digest(bearer, told(head), cursor, departure),
        ServerDigestJson::read);
  }

  private static @Nullable String told(Optional<Witness> head) {
    return head.map(Witness::toString).orElse(null);
  }
}
