package cn.anxun.server.doctor;

import cn.anxun.core.sync.Hex;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/** The machine that this runs on. */
final class ThisMachine implements Machine {
  private static final int MILLIS = 5_000;
  private static final String PRODUCT = "{\"status\":";

  @Override
  public int javaVersion() {
    return Runtime.version().feature();
  }

  @Override
  public String platform() {
    return OSInfo.getNativeLibFolderPathForCurrentOS();
  }

  @Override
  public boolean shipsSqlite() {
    return SQLiteJDBCLoader.class.getResource("/org/sqlite/native/" + platform()) != null
        || SQLiteJDBCLoader.class.getResource(
                "/org/sqlite/native/" + platform() + "/" + System.mapLibraryName("sqlitejdbc"))
            != null;
  }

  @Override
  public String loadSqlite() throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sqlite_version()")) {
      return row.getString(1);
    } catch (SQLException | LinkageError e) {
      throw new IOException(root(e), e);
    }
  }

  private static String root(Throwable failure) {
    Throwable at = failure;
    while (at.getCause() != null) {
      at = at.getCause();
    }
    return String.valueOf(at.getMessage());
  }

  @Override
  public long memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Optional<Boolean> isTimeSynchronised() {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return said("w32tm", "/query", "/status").map(text -> !text.contains("Local CMOS Clock"));
    }
    return said("timedatectl", "show", "-p", "NTPSynchronized", "--value")
        .map(String::strip)
        .filter(text -> text.equals("yes") || text.equals("no"))
        .map("yes"::equals);
  }

  /** What the command prints; empty where there is none, or it fails. */
  private static Optional<String> said(String... command) {
    try {
      Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      try (InputStream out = process.getInputStream()) {
        if (!process.waitFor(MILLIS, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
          return Optional.empty();
        }
        String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
        return process.exitValue() == 0 ? Optional.of(text) : Optional.empty();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public long freeBytes(Path path) throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  @Override
  public void tryWriting(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, ".anxun-doctor-", ".part");
    Files.delete(file);
  }

  @Override
  public boolean isOpenToOthers(Path folder) throws IOException {
    if (!Files.getFileStore(folder).supportsFileAttributeView("posix")) {
      return false;
    }
    Set<PosixFilePermission> open = PosixFilePermissions.fromString("---rwxrwx");
    return Files.getPosixFilePermissions(folder).stream().anyMatch(open::contains);
  }

  @Override
  public Optional<Instant> lastChange(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(Path::toFile)
          .map(File::lastModified)
          .max(Comparator.naturalOrder())
          .map(Instant::ofEpochMilli);
    }
  }

  @Override
  public boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<String> resolve(String host) {
    try {
      return Optional.of(InetAddress.getByName(host).getHostAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  @Override
  public Answer ask(URI server) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) server.resolve("/healthz").toURL().openConnection();
    connection.setConnectTimeout(MILLIS);
    connection.setReadTimeout(MILLIS);
    SeenCertificate seen = new SeenCertificate();
    if (connection instanceof HttpsURLConnection encrypted) {
      // The certificate is judged by whoever asks; here it is only looked at.
      encrypted.setSSLSocketFactory(context(seen).getSocketFactory());
      encrypted.setHostnameVerifier((host, session) -> true);
    }
    int status = connection.getResponseCode();
    InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream();
    String text = body == null ? "" : new String(body.readNBytes(200), StandardCharsets.UTF_8);
    connection.disconnect();
    return new Answer(status, text.startsWith(PRODUCT), shown(seen));
  }

  private static SSLContext context(SeenCertificate seen) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {seen}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private static Optional<Shown> shown(SeenCertificate seen) throws IOException {
    Optional<X509Certificate> certificate = seen.certificate();
    if (certificate.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Shown(
              certificate.get().getNotAfter().toInstant(),
              Hex.sha256(certificate.get().getEncoded()),
              certificate.get().getSubjectX500Principal().getName().toLowerCase(Locale.ROOT)));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
