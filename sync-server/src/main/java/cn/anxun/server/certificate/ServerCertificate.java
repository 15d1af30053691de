package cn.anxun.server.certificate;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.HexFormat;

/**
 * The key and certificate that HTTPS uses.
 *
 * @param keyStore with one key
 */
public record ServerCertificate(KeyStore keyStore, String password) {

  /**
   * SHA-256 of the certificate, 64 hexadecimal digits: what phones are told at enrolment and pin.
   */
  public String fingerprint() {
    try {
      String alias =
          Collections.list(keyStore.aliases()).stream()
              .filter(this::isKey)
              .findFirst()
              .orElseThrow();
      Certificate certificate = keyStore.getCertificate(alias);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean isKey(String alias) {
    try {
      return keyStore.isKeyEntry(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "ServerCertificate[" + fingerprint() + ']';
  }
}
