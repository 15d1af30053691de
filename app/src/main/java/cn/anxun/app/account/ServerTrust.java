package cn.anxun.app.account;

import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.setting.Settings;
import java.util.Optional;
import javax.inject.Inject;

/**
 * By what a phone knows the server of its bureau again, kept also when somebody logs out: whoever
 * finds the phone could otherwise enrol it at a server of their own, and read with a PIN of their
 * own all that is on it. Waits for the disk.
 */
final class ServerTrust {
  /** Outlives a log-out, and a wipe that leaves something unsealed. */
  private static final String TRUSTED = "account.trust";

  private final Settings settings;
  private final Enrolments enrolments;

  @Inject
  ServerTrust(Settings settings, Enrolments enrolments) {
    this.settings = settings;
    this.enrolments = enrolments;
  }

  /** The enrolment whose server is trusted, without token and names; empty on a new phone. */
  Optional<Enrolled> find() {
    Optional<Enrolled> kept = settings.find(TRUSTED).map(Enrolled::read);
    return kept.isPresent() ? kept : enrolments.find();
  }

  void keep(Enrolled enrolled) {
    settings.put(TRUSTED, enrolled.withoutAccount().write());
  }

  /** Whether nobody but the trusted server can answer there, as far as can be told beforehand. */
  static boolean isSame(Enrolled trusted, ServerAddress server) {
    return server.isSureToBe(trusted.server());
  }

  /** Whether what has answered seals bundles with the key of the trusted server. */
  static boolean hasSameKey(Enrolled trusted, Enrolled answered) {
    return !trusted.bundleKey().isPresent() || trusted.bundleKey().equals(answered.bundleKey());
  }
}
