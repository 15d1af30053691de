package cn.anxun.server.http.v1;

import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.PullPageJson;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import cn.anxun.core.sync.wire.v1.ServerDigestJson;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.HeldPush;
import cn.anxun.server.auth.Inbox;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Metrics;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.RequestBody;
import cn.anxun.server.http.Requests;
import cn.anxun.server.inbox.ServedPush;
import cn.anxun.server.scope.SubjectIndexes;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Push, pull and digest: how a phone and the ledger come to hold the same, and prove it. */
final class EntryRoutes {
  private static final String PATH = "/api/v1/entries";
  private static final String DIGEST = "/api/v1/digest";
  private static final int DEFAULT_LIMIT = 200;

  private final Gate gate;
  private final BureauLedgers ledgers;
  private final PushAudit audit;
  private final HeldPush held;
  private final ServedPush served;
  private final PullReader pulls;
  private final Witnesses witnesses;
  private final Metrics metrics;
  private final InstantSource clock;

  EntryRoutes(
      Gate gate,
      BureauLedgers ledgers,
      Directory directory,
      SubjectIndexes indexes,
      Metrics metrics,
      InstantSource clock) {
    this.gate = gate;
    this.ledgers = ledgers;
    this.audit = new PushAudit(directory.audit());
    this.held = new HeldPush(directory.inbox());
    this.served = new ServedPush(directory.inbox());
    this.pulls = new PullReader(indexes);
    this.witnesses = new Witnesses(directory.devices());
    this.metrics = metrics;
    this.clock = clock;
  }

  void register(RoutesConfig routes) {
    routes.post(PATH, this::push);
    routes.get(PATH, this::pull);
    routes.get(DIGEST, gate.allow(Permission.PULL, this::digest));
  }

  private void push(Context context) throws MalformedMessageException {
    Authentication authentication = gate.authenticate(context);
    if (authentication instanceof Authentication.Unknown) {
      throw Gate.unknown(context);
    }
    List<byte[]> entries =
        PushRequestJson.read(
            RequestBody.json(context, PushRequestJson.MAX_BYTES), PushRequestJson.MAX_ENTRIES);
    List<Receipt> receipts;
    if (authentication instanceof Authentication.Valid valid) {
      receipts = accept(valid.principal(), entries);
    } else {
      receipts = hold(((Authentication.Withdrawn) authentication).principal(), entries);
    }
    receipts.forEach(
        receipt -> metrics.receipt(receipt.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
    PushReply reply = new PushReply(receipts, clock.instant());
    Answers.send(
        context, PushReplyJson.write(asksForLastHead(context) ? reply.withLastHead() : reply));
  }

  /** An app of before would take a reply whose receipts have no heads for none. */
  private static boolean asksForLastHead(Context context) {
    return Requests.find(context, PushReplyJson.HEADS)
        .filter(PushReplyJson.LAST_HEAD::equals)
        .isPresent();
  }

  private List<Receipt> hold(Principal principal, List<byte[]> entries) {
    return held.hold(principal, ledgers.get(principal.bureau()), entries)
        .orElseThrow(() -> Refusal.of(413, "inbox-full", Integer.toString(Inbox.MAX_ENTRIES)));
  }

  private List<Receipt> accept(Principal principal, List<byte[]> entries) {
    if (!principal.may(Permission.PUSH)) {
      throw Refusal.of(403, "forbidden");
    }
    BureauLedger ledger = ledgers.get(principal.bureau());
    List<Receipt> receipts = served.accept(principal, ledger, entries);
    audit.record(principal, ledger, receipts);
    return receipts;
  }

  /**
   * One who may not pull any more is told one thing still: that the server was restored since. What
   * it handed over after the backup is gone with the inbox, and it has to hand it over again.
   */
  private void pull(Context context) {
    Authentication authentication = gate.authenticate(context);
    byte[] page =
        restoredSince(context, authentication)
            .orElseGet(
                () -> page(context, Gate.permitted(Permission.PULL, context, authentication)));
    Answers.send(context, page);
  }

  private Optional<byte[]> restoredSince(Context context, Authentication authentication) {
    return authentication instanceof Authentication.Withdrawn withdrawn
        ? pulls.restoredSince(ledgers.get(withdrawn.principal().bureau()), cursor(context))
        : Optional.empty();
  }

  private byte[] page(Context context, Principal principal) {
    int limit = Requests.number(context, "limit", DEFAULT_LIMIT, 1, PullPageJson.MAX_ENTRIES);
    String cursor = cursor(context);
    BureauLedger ledger = ledgers.get(principal.bureau());
    witnesses.listen(context, principal, ledger, cursor);
    return pulls.read(ledger, principal, cursor, limit);
  }

  private static String cursor(Context context) {
    return Requests.find(context, "cursor").orElse("");
  }

  private void digest(Context context, Principal principal) {
    String cursor =
        Requests.find(context, "cursor")
            .orElseThrow(() -> Refusal.ofField(400, "missing", "cursor"));
    BureauLedger ledger = ledgers.get(principal.bureau());
    witnesses.listen(context, principal, ledger, cursor);
    Answers.send(context, ServerDigestJson.write(pulls.digest(ledger, principal, cursor)));
  }
}
