package cn.anxun.core.sync;

import java.io.UnsupportedEncodingException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an enrolment QR says: {@code anxun:enrol?server=…&code=…&sha256=…}. The address may stand
 * several times, for a server that is reached at different addresses; {@code sha256} is there where
 * the server made its own certificate.
 *
 * @param servers at least one address, to be tried in turn: {@code https://host:port}
 * @param code the one-time code
 * @param fingerprint SHA-256 of the certificate that the phone pins, 64 hexadecimal digits
 */
public record EnrolmentLink(List<String> servers, String code, Optional<String> fingerprint) {
  private static final String PREFIX = "anxun:enrol?";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  public EnrolmentLink {
    servers = Collections.unmodifiableList(new ArrayList<>(servers));
  }

  /**
   * Reads what {@link #toString()} writes; members that this version does not know are passed over.
   * Empty for anything else, such as the QR of something else altogether.
   */
  public static Optional<EnrolmentLink> parse(String text) {
    String link = text.trim();
    if (!link.startsWith(PREFIX)) {
      return Optional.empty();
    }
    List<String> servers = new ArrayList<>();
    String code = "";
    Optional<String> fingerprint = Optional.empty();
    for (String part : link.substring(PREFIX.length()).split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        continue;
      }
      Optional<String> value = decoded(part.substring(equals + 1));
      if (!value.isPresent()) {
        return Optional.empty();
      }
      switch (part.substring(0, equals)) {
        case "server" -> servers.add(value.get());
        case "code" -> code = value.get();
        case "sha256" -> fingerprint = value;
        default -> {}
      }
    }
    boolean whole =
        !servers.isEmpty()
            && !code.isEmpty()
            && (!fingerprint.isPresent() || SHA256.matcher(fingerprint.get()).matches());
    return whole ? Optional.of(new EnrolmentLink(servers, code, fingerprint)) : Optional.empty();
  }

  @Override
  public String toString() {
    StringBuilder link = new StringBuilder(PREFIX);
    for (String server : servers) {
      link.append("server=").append(encoded(server)).append('&');
    }
    link.append("code=").append(encoded(code));
    fingerprint.ifPresent(sha256 -> link.append("&sha256=").append(sha256));
    return link.toString();
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(URLDecoder.decode(value, "UTF-8"));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encoded(String value) {
    try {
      return URLEncoder.encode(value, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
