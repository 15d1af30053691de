package cn.anxun.app.data.remote;

import android.annotation.SuppressLint;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import okhttp3.OkHttpClient;
import okio.ByteString;

/**
 * Trusts one certificate, by its SHA-256, and no other. A server in a local network has no name and
 * no authority that signs it: the enrolment tells its fingerprint.
 */
@SuppressLint("CustomX509TrustManager")
final class PinnedCertificate extends X509ExtendedTrustManager {
  private final byte[] fingerprint;

  private PinnedCertificate(byte[] fingerprint) {
    this.fingerprint = fingerprint;
  }

  /**
   * Makes a client accept this certificate alone, whatever its name and whoever signed it.
   *
   * @param fingerprint 64 hexadecimal digits
   */
  static void pin(OkHttpClient.Builder client, String fingerprint) {
    PinnedCertificate trust =
        new PinnedCertificate(
            ByteString.decodeHex(fingerprint.replace(":", "").toLowerCase(Locale.ROOT))
                .toByteArray());
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {trust}, null);
      client.sslSocketFactory(context.getSocketFactory(), trust);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    // The certificate itself is known; the name that it was asked under says nothing more.
    client.hostnameVerifier((host, session) -> true);
  }

  private void check(X509Certificate[] chain) throws CertificateException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
      if (!MessageDigest.isEqual(digest, fingerprint)) {
        throw new CertificateException("not the certificate that the enrolment named");
      }
    } catch (GeneralSecurityException e) {
      throw e instanceof CertificateException known ? known : new CertificateException(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    check(chain);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("this side is never a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
