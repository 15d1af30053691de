package cn.anxun.app.data.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okio.ByteString;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A server in a local network, known by its own certificate and nothing else. */
public final class PinnedCertificateTest {
  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final MockWebServer SERVER = new MockWebServer();

  private static String fingerprint = "";

  @BeforeClass
  public static void start() throws Exception {
    KeyStore keys = selfSigned();
    fingerprint = ByteString.of(keys.getCertificate("server").getEncoded()).sha256().hex();
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    SERVER.useHttps(context.getSocketFactory(), false);
    SERVER.start();
  }

  @AfterClass
  public static void stop() throws IOException {
    SERVER.shutdown();
  }

  @Test
  public void pin_whenItIsTheCertificate_trustsItWhateverItsNameAndWhoeverSignedIt()
      throws IOException {
    SERVER.enqueue(new MockResponse().setBody("ours"));

    try (Response response = ask(fingerprint)) {
      assertThat(response.body().string()).isEqualTo("ours");
    }
  }

  @Test
  public void pin_whenTypedWithColonsAndInCapitals_isTheSame() throws IOException {
    SERVER.enqueue(new MockResponse());
    String typed = fingerprint.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");

    try (Response response = ask(typed)) {
      assertThat(response.isSuccessful()).isTrue();
    }
  }

  @Test
  public void pin_whenItIsAnotherCertificate_sendsNothing() {
    int before = SERVER.getRequestCount();
    String other = (fingerprint.startsWith("0") ? "1" : "0") + fingerprint.substring(1);

    assertThatThrownBy(() -> ask(other).close())
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("not the certificate that the enrolment named");

    assertThat(SERVER.getRequestCount()).isEqualTo(before);
  }

  @Test
  public void pin_whenNothingIsPinned_doesNotTrustIt() {
    assertThatThrownBy(() -> ask(new OkHttpClient.Builder()).close())
        .isInstanceOf(SSLException.class);
  }

  private static Response ask(String pinned) throws IOException {
    OkHttpClient.Builder client = new OkHttpClient.Builder();
    PinnedCertificate.pin(client, pinned);
    return ask(client);
  }

  private static Response ask(OkHttpClient.Builder client) throws IOException {
    Request request = new Request.Builder().url(SERVER.url("/")).build();
    return client.build().newCall(request).execute();
  }

  /** By the JDK's keytool, for another name than the one that is asked. */
  private static KeyStore selfSigned() throws Exception {
    Path file = FOLDER.getRoot().toPath().resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=anxun",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }
}
