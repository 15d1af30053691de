package cn.anxun.app.data.remote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where one server is reached.
 *
 * @param urls at least one, tried in turn: inside the office's network and outside of it
 * @param fingerprint SHA-256 of the certificate by which alone the server is known, 64 hexadecimal
 *     digits; empty where the system's authorities vouch for it
 */
public record ServerAddress(List<String> urls, Optional<String> fingerprint) {
  public ServerAddress {
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("urls: a server has at least one address");
    }
    urls = Collections.unmodifiableList(new ArrayList<>(urls));
  }

  /**
   * Whether whoever answers here can only be the server that is known: it has to show the same
   * certificate, wherever it stands; where none is pinned, every address is one at which the
   * system's authorities vouch for the same.
   */
  public boolean isSureToBe(ServerAddress known) {
    if (!lower(fingerprint).equals(lower(known.fingerprint))) {
      return false;
    }
    for (String url : urls) {
      HttpUrl here = HttpUrl.parse(url);
      if (here == null || !(known.hasOrigin(here) || (here.isHttps() && fingerprint.isPresent()))) {
        return false;
      }
    }
    return true;
  }

  private boolean hasOrigin(HttpUrl of) {
    for (String url : urls) {
      HttpUrl own = HttpUrl.parse(url);
      if (own != null
          && own.scheme().equals(of.scheme())
          && own.host().equals(of.host())
          && own.port() == of.port()) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> lower(Optional<String> sha256) {
    return sha256.map(digits -> digits.replace(":", "").toLowerCase(Locale.ROOT));
  }
}
