package cn.anxun.server.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.http.v1.RunningServer;
import cn.anxun.server.serve.ServerOptions.Transport;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the server listens, and how it stops. */
final class ServerTest {
  private static final int SOCKET_MILLIS = 60_000;

  @TempDir Path folder;

  private Server start(ServerOptions options) {
    return Server.start(
        DataDirectory.open(folder.resolve("data"), "test"), options, Clock.systemUTC());
  }

  /**
   * Trusts whatever certificate comes and notes its fingerprint, as a phone does before it
   * compares.
   */
  private static final class NotingTrust implements X509TrustManager {
    final AtomicReference<String> fingerprint = new AtomicReference<>("");

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      throw new IllegalStateException("no client certificates here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      try {
        fingerprint.set(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded())));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static String fingerprintSeenAt(URI address) throws Exception {
    NotingTrust trust = new NotingTrust();
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(null, new TrustManager[] {trust}, null);
    HttpsURLConnection connection =
        (HttpsURLConnection) address.resolve("/healthz").toURL().openConnection();
    connection.setSSLSocketFactory(tls.getSocketFactory());
    connection.setHostnameVerifier((host, session) -> true);
    assertThat(connection.getResponseCode()).isEqualTo(200);
    assertThat(connection.getHeaderField("Strict-Transport-Security")).isNotNull();
    return trust.fingerprint.get();
  }

  @Test
  void lan_makesAKeyOfItsOwnOnce_thatTheOwnerAloneCanRead() throws Exception {
    String first;
    try (Server server = start(ServerOptions.inProcess().withTransport(new Transport.Lan()))) {
      first = server.fingerprint().orElseThrow();
      assertThat(fingerprintSeenAt(server.address())).isEqualTo(first).hasSize(64);
      assertThat(server.phoneAddress().getScheme()).isEqualTo("https");
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("data/lan.p12"))))
        .isEqualTo("rw-------");
    try (Server server = start(ServerOptions.inProcess().withTransport(new Transport.Lan()))) {
      assertThat(server.fingerprint()).contains(first);
    }
  }

  @Test
  void lan_answersNoPlainHttp() {
    try (Server server = start(ServerOptions.inProcess().withTransport(new Transport.Lan()))) {
      URI plain = URI.create("http://127.0.0.1:" + server.address().getPort() + "/healthz");
      assertThatThrownBy(
              () -> ((HttpURLConnection) plain.toURL().openConnection()).getResponseCode())
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void lan_speaksTls13And12_andRefusesWhatIsOlder() throws Exception {
    try (Server server = start(ServerOptions.inProcess().withTransport(new Transport.Lan()))) {
      int port = server.address().getPort();
      for (String protocol : List.of("TLSv1.3", "TLSv1.2")) {
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new NotingTrust()}, null);
        try (SSLSocket socket =
            (SSLSocket)
                tls.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
          socket.setSoTimeout(SOCKET_MILLIS);
          socket.setEnabledProtocols(new String[] {protocol});
          socket.startHandshake();
          assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
      }
      for (String older : List.of("0302", "0301")) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
          socket.setSoTimeout(SOCKET_MILLIS);
          socket.getOutputStream().write(HexFormat.of().parseHex(clientHello(older)));
          byte[] alert = socket.getInputStream().readNBytes(7);
          assertThat(HexFormat.of().formatHex(alert, 5, 7))
              .as("fatal protocol_version, RFC 8446 section 6.2")
              .isEqualTo("0246");
        }
      }
    }
  }

  /**
   * The first message of a client that speaks this version at the most. Java's own does so no more.
   */
  private static String clientHello(String version) {
    String suites = "c009c013002f";
    String body = version + "ab".repeat(32) + "00" + "0006" + suites + "0100";
    return "160301" + length(body, 4, 2) + "01" + length(body, 0, 3) + body;
  }

  private static String length(String hex, int more, int bytes) {
    return HexFormat.of().toHexDigits(hex.length() / 2 + more, 2 * bytes);
  }

  @Test
  void keystore_withAWrongPassword_saysSo() throws Exception {
    try (Server server = start(ServerOptions.inProcess().withTransport(new Transport.Lan()))) {
      assertThat(server.fingerprint()).isPresent();
    }
    Path file = folder.resolve("data/lan.p12");
    assertThatThrownBy(
            () ->
                start(
                    ServerOptions.inProcess().withTransport(new Transport.Keystore(file, "wrong"))))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("lan.p12");
    try (Server server = start(ServerOptions.inProcess())) {
      assertThat(server.fingerprint()).as("the lock was let go").isEmpty();
    }
  }

  @Test
  void server_onADirectoryThatIsHeld_refuses() {
    try (Server server = start(ServerOptions.inProcess())) {
      assertThatThrownBy(() -> start(ServerOptions.inProcess()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(server.address().toString());
    }
  }

  @Test
  void stop_answersTheRequestThatIsUnderWay() throws Exception {
    try (RunningServer running = RunningServer.start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.address().getPort())) {
      byte[] body = "{\"account\":\"a\",\"password\":\"b\"}".getBytes(UTF_8);
      String head =
          "POST /api/v1/sessions HTTP/1.1\r\n"
              + "Host: x\r\n"
              + "Content-Type: application/json\r\n"
              + "Content-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      socket.getOutputStream().write(body, 0, 5);
      socket.getOutputStream().flush();
      // Each question about the counts is itself a request that was started.
      for (int polls = 1;
          !RunningServer.text(running.get("/metrics", ""))
              .contains("anxun_requests_started_total " + (polls + 1));
          polls++) {
        Thread.sleep(10);
      }
      Thread stop = new Thread(running::close);
      stop.start();
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(body, 5, body.length - 5);
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 401");
      stop.join();
    }
  }

  @Test
  void server_atAPortThatIsTaken_saysSo_andLetsTheDirectoryGo() {
    try (RunningServer running = RunningServer.start()) {
      ServerOptions taken = ServerOptions.inProcess().withPort(running.address().getPort());
      assertThatThrownBy(() -> start(taken))
          .isInstanceOf(PortTakenException.class)
          .hasMessageContaining("--port");
    }
    start(ServerOptions.inProcess()).close();
  }

  @Test
  void stop_twice_isHarmless() {
    Server server = start(ServerOptions.inProcess());
    server.close();
    server.close();
  }
}
