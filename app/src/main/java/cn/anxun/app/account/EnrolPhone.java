package cn.anxun.app.account;

import cn.anxun.app.data.local.BundledEntries;
import cn.anxun.app.data.remote.EnrolmentClient;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.OutboxCounts;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.RemoteAnswer;
import java.util.Optional;
import javax.inject.Inject;

/**
 * 入网: makes this phone a device of an account. What was recorded before stays, and so the phone
 * cannot go over to another bureau: its records would be offered to a ledger that they do not
 * belong to. While the phone is locked it goes to no other server either, for the one who holds it
 * may have found it: a server that moved is taken by whoever has unlocked. Waits for disk and
 * network.
 */
public final class EnrolPhone {
  private static final String BUREAU = "account.bureau";
  private static final String ACCOUNT = "account.account";

  private final EnrolmentClient client;
  private final Enrolments enrolments;
  private final Settings settings;
  private final PhoneStore store;
  private final BundledEntries bundled;
  private final Lease lease;
  private final WipeProgress wipe;
  private final ServerTrust trust;
  private final IdleLock lock;

  /** What came of it. */
  public sealed interface Result {
    record Done(Enrolled enrolled) implements Result {}

    /** The server is not there, or would not. */
    record Failed(RemoteAnswer<Enrolment> answer) implements Result {}

    /**
     * This phone holds another bureau's ledger, with so many entries unsent; nothing was changed.
     */
    record OtherBureau(int unsent) implements Result {}

    /**
     * So many entries of the account before are unsent or in the server's inbox, and would be taken
     * for this one's; nothing was changed.
     */
    record OtherAccount(int unsent) implements Result {}

    /**
     * The phone is locked and belongs to a bureau whose server this is not, as far as it can be
     * known; nothing was changed.
     *
     * @param bureau its name
     */
    record OtherServer(String bureau) implements Result {}
  }

  @Inject
  public EnrolPhone(
      EnrolmentClient client,
      Enrolments enrolments,
      Settings settings,
      PhoneStore store,
      BundledEntries bundled,
      Lease lease,
      WipeProgress wipe,
      ServerTrust trust,
      IdleLock lock) {
    this.trust = trust;
    this.lock = lock;
    this.client = client;
    this.enrolments = enrolments;
    this.settings = settings;
    this.store = store;
    this.bundled = bundled;
    this.lease = lease;
    this.wipe = wipe;
  }

  /**
   * Enrols.
   *
   * @param phoneName what people call this phone
   */
  public Result enrol(EnrolmentLink link, String phoneName) {
    ServerAddress server = new ServerAddress(link.servers(), link.fingerprint());
    Optional<Enrolled> trusted = lock.isLocked() ? trust.find() : Optional.empty();
    if (trusted.isPresent() && !ServerTrust.isSame(trusted.get(), server)) {
      return otherServer(trusted.get());
    }
    RemoteAnswer<Enrolment> answer =
        client.enrol(
            server, new EnrolmentRequest(link.code(), enrolments.deviceId(), phoneName, ""));
    if (!(answer instanceof RemoteAnswer.Answered<Enrolment> answered)) {
      return new Result.Failed(answer);
    }
    Enrolment enrolment = answered.value();
    Enrolled enrolled = new Enrolled(enrolment, server);
    if (trusted.isPresent() && !ServerTrust.hasSameKey(trusted.get(), enrolled)) {
      return otherServer(trusted.get());
    }
    Optional<String> bureau = settings.find(BUREAU);
    boolean other = bureau.isPresent() && !bureau.get().equals(enrolment.bureau().id());
    if (other) {
      return new Result.OtherBureau(unsent(store.counts()));
    }
    if (!settings.find(ACCOUNT).orElse(enrolment.account()).equals(enrolment.account())) {
      int unsent = unsent(store.counts());
      if (unsent > 0) {
        return new Result.OtherAccount(unsent);
      }
      store.beginScope();
    }
    // Bundles that were made with a token before are not opened for this one.
    bundled.forgetAll();
    trust.keep(enrolled);
    settings.put(BUREAU, enrolment.bureau().id());
    settings.put(ACCOUNT, enrolment.account());
    enrolments.keep(enrolled);
    lease.renew();
    wipe.over();
    return new Result.Done(enrolled);
  }

  private static Result otherServer(Enrolled trusted) {
    return new Result.OtherServer(trusted.enrolment().bureau().name());
  }

  /**
   * Those in the server's inbox too: a phone that is served again offers them again, with the token
   * that it has then.
   */
  static int unsent(OutboxCounts counts) {
    return counts.pending() + counts.quarantined() + counts.held();
  }
}
