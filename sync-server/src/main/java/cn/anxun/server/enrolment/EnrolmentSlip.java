package cn.anxun.server.enrolment;

import cn.anxun.core.sync.EnrolmentLink;
import cn.anxun.server.auth.Enrolments;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person is given to make one phone a device: told once, to be kept like a password until it
 * is used.
 *
 * @param address where phones reach the server
 * @param link what the QR says
 */
public record EnrolmentSlip(String account, URI address, EnrolmentLink link, Instant validUntil) {

  /**
   * Makes a new code and the slip for it.
   *
   * @param fingerprint of the server's certificate, told with https alone
   * @throws cn.anxun.server.auth.AccountException where the account may have no phone here
   */
  public static EnrolmentSlip issue(
      Enrolments enrolments,
      String account,
      String bureau,
      URI address,
      Optional<String> fingerprint,
      String actor) {
    Enrolments.IssuedCode issued = enrolments.issue(account, bureau, actor);
    Optional<String> pinned = "https".equals(address.getScheme()) ? fingerprint : Optional.empty();
    return new EnrolmentSlip(
        account,
        address,
        new EnrolmentLink(List.of(address.toString()), issued.code(), pinned),
        issued.expiresAt());
  }

  public String code() {
    return link.code();
  }
}
