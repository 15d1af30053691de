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
 * belong to. Waits for disk and network.
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
     * So many entries of the account before are unsent, and would be taken for this one's; nothing
     * was changed.
     */
    record OtherAccount(int unsent) implements Result {}
  }

  @Inject
  public EnrolPhone(
      EnrolmentClient client,
      Enrolments enrolments,
      Settings settings,
      PhoneStore store,
      BundledEntries bundled,
      Lease lease,
      WipeProgress wipe) {
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
    RemoteAnswer<Enrolment> answer =
        client.enrol(
            server, new EnrolmentRequest(link.code(), enrolments.deviceId(), phoneName, ""));
    if (!(answer instanceof RemoteAnswer.Answered<Enrolment> answered)) {
      return new Result.Failed(answer);
    }
    Enrolment enrolment = answered.value();
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
    settings.put(BUREAU, enrolment.bureau().id());
    settings.put(ACCOUNT, enrolment.account());
    Enrolled enrolled = new Enrolled(enrolment, server);
    enrolments.keep(enrolled);
    lease.renew();
    wipe.over();
    return new Result.Done(enrolled);
  }

  static int unsent(OutboxCounts counts) {
    return counts.pending() + counts.quarantined();
  }
}
