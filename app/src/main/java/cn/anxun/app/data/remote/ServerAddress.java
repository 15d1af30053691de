package cn.anxun.app.data.remote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
}
