package cn.anxun.server.admin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What the enrolment QR says: {@code anxun:enrol?server=…&code=…&sha256=…}. */
final class EnrolmentLink {
  private EnrolmentLink() {}

  /**
   * @param fingerprint SHA-256 of the certificate that the phone pins, where the server made its
   *     own
   */
  static String of(URI server, String code, Optional<String> fingerprint) {
    return "anxun:enrol?server="
        + URLEncoder.encode(server.toString(), StandardCharsets.UTF_8)
        + "&code="
        + code
        + fingerprint.map(sha256 -> "&sha256=" + sha256).orElse("");
  }
}
