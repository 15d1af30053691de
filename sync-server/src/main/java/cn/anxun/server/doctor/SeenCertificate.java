package cn.anxun.server.doctor;

import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the certificate that a server shows. Nothing but the question whether it is well is
 * sent over a connection that this one lets through.
 */
final class SeenCertificate extends X509ExtendedTrustManager {
  private @Nullable X509Certificate seen;

  Optional<X509Certificate> certificate() {
    return Optional.ofNullable(seen);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    seen = chain[0];
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    seen = chain[0];
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    seen = chain[0];
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {
    throw new UnsupportedOperationException("no client shows a certificate here");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
