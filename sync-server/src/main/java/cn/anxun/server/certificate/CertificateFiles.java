package cn.anxun.server.certificate;

import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The key stores of HTTPS. The one of {@code --lan} is made once and kept in the data directory,
 * readable by its owner alone; phones trust it by the fingerprint they were told at enrolment, so
 * it is valid for long and its names do not matter.
 */
public final class CertificateFiles {
  private static final String FILE = "lan.p12";
  private static final String ALIAS = "anxun";

  /**
   * The file's permissions protect the key, not this word: whoever may read the file could read a
   * password kept beside it as well.
   */
  private static final String PASSWORD = "anxun-lan";

  private static final int YEARS = 20;
  private static final int SERIAL_BITS = 120;

  private CertificateFiles() {}

  /** The server's own key, made where there is none yet. */
  public static ServerCertificate lan(Path dataDirectory, Clock clock, SecureRandom random) {
    Path file = dataDirectory.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(file, clock, random);
      }
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new StorageException(
          ServerTexts.both("serve.no-key", file, String.valueOf(e.getMessage())), e);
    }
    return load(file, PASSWORD);
  }

  /** The server's own key, where it has made one. */
  public static Optional<ServerCertificate> findLan(Path dataDirectory) {
    Path file = dataDirectory.resolve(FILE);
    return Files.exists(file) ? Optional.of(load(file, PASSWORD)) : Optional.empty();
  }

  /**
   * The key in this PKCS#12 file.
   *
   * @throws StorageException where it cannot be read with this password
   */
  public static ServerCertificate load(Path file, String password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password.toCharArray());
      return new ServerCertificate(store, password);
    } catch (IOException | GeneralSecurityException e) {
      throw new StorageException(
          ServerTexts.both("serve.no-key", file, String.valueOf(e.getMessage())), e);
    }
  }

  private static void make(Path file, Clock clock, SecureRandom random)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    KeyPair pair = generator.generateKeyPair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        ALIAS,
        pair.getPrivate(),
        PASSWORD.toCharArray(),
        new Certificate[] {certificate(pair, clock.instant(), random)});
    DurableFile.<GeneralSecurityException>write(
        file, out -> store.store(out, PASSWORD.toCharArray()));
  }

  private static X509Certificate certificate(KeyPair pair, Instant now, SecureRandom random)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    X500Name name = new X500Name("CN=Anxun");
    Date from = Date.from(now.minus(1, ChronoUnit.DAYS));
    Date until = Date.from(now.plus(365L * YEARS, ChronoUnit.DAYS));
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name, new BigInteger(SERIAL_BITS, random), from, until, name, pair.getPublic());
    builder.addExtension(
        Extension.subjectAlternativeName,
        false,
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            }));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
  }
}
