package cn.anxun.apk.signing;

import cn.anxun.apk.failure.BuildFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key and its certificate.
 *
 * @param key signs
 * @param certificate what the phone compares when an update comes
 */
public record SigningKey(PrivateKey key, X509Certificate certificate) {

  /** Reads the key, after making it where that is the source. */
  public static SigningKey load(KeySource source) throws IOException, BuildFailure {
    if (source.generated() && !Files.exists(source.keystore())) {
      generate(source);
    }
    if (!Files.isRegularFile(source.keystore())) {
      throw new BuildFailure("There is no keystore " + source.keystore() + ".");
    }
    char[] password = source.storePassword().toCharArray();
    try (InputStream in = Files.newInputStream(source.keystore())) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      if (store.getKey(source.alias(), password) instanceof PrivateKey key
          && store.getCertificate(source.alias()) instanceof X509Certificate certificate) {
        return new SigningKey(key, certificate);
      }
      throw new BuildFailure(
          "The keystore " + source.keystore() + " has no key " + source.alias() + ".");
    } catch (IOException | GeneralSecurityException e) {
      throw new BuildFailure(
          "The keystore "
              + source.keystore()
              + " does not open: wrong password, or not PKCS #12 ("
              + e.getMessage()
              + ").",
          e);
    }
  }

  /** By the JDK's own keytool: the JDK has no public API that makes certificates. */
  private static void generate(KeySource source) throws IOException, BuildFailure {
    Files.createDirectories(source.keystore().toAbsolutePath().getParent());
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-keystore",
                    source.keystore().toString(),
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    source.storePassword(),
                    "-alias",
                    source.alias(),
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-validity",
                    "10950",
                    "-dname",
                    "CN=Generated for tests"))
            .redirectErrorStream(true)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new BuildFailure("keytool makes no key: " + printed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BuildFailure("The build was interrupted while keytool ran.", e);
    }
  }
}
