package cn.anxun.server.enrolment;

import java.net.URI;
import java.util.Optional;

/**
 * Where phones reach this server.
 *
 * @param address empty where the server cannot know it, behind a proxy
 * @param fingerprint SHA-256 of the certificate, where it is the server's own
 */
public record PhoneAccess(Optional<URI> address, Optional<String> fingerprint) {
  public static final PhoneAccess UNKNOWN = new PhoneAccess(Optional.empty(), Optional.empty());

  /** The address that somebody typed; empty where phones could not use it. */
  public static Optional<URI> parse(String typed) {
    try {
      URI uri = URI.create(typed.strip());
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      boolean bare =
          uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null;
      return web && bare ? Optional.of(uri) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
