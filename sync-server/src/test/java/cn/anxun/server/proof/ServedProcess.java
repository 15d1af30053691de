package cn.anxun.server.proof;

import cn.anxun.server.Main;
import cn.anxun.server.install.ServiceFlags;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * {@code serve} in a process of its own: the jar that the system property {@code anxun.server.jar}
 * names, else the classes of this build. Its log is appended to a file.
 */
final class ServedProcess implements AutoCloseable {
  /** With what the server runs here: as it is documented for a small machine. */
  static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m", "-XX:+ExitOnOutOfMemoryError");

  /**
   * Where the jar is named, with what an installed server runs, its classes laid down as {@code
   * install} does; else {@link #SMALL}.
   */
  static List<String> asInstalled(Path folder, Path log) throws Exception {
    if (JAR.isEmpty()) {
      return SMALL;
    }
    List<String> flags = new ArrayList<>(ServiceFlags.of(SERVICE_MEGABYTES));
    Path archive = folder.resolve("anxun.jsa");
    if (command(flags, log, "class-archive", archive.toString()) != 0) {
      throw new AssertionError("no class archive; see " + log);
    }
    flags.add(ServiceFlags.archive(archive));
    return flags;
  }

  /** Below the ports that connections of clients get, of which one could take the server's. */
  private static final int FIRST_PORT = 20_000;

  private static final int PORTS = 12_000;

  /** As {@code install} has it by default. */
  private static final int SERVICE_MEGABYTES = 512;

  private static final String JAR = System.getProperty("anxun.server.jar", "");
  private static final long COMMAND_SECONDS = 300;

  private final Process process;
  private final URI address;
  private final long startedAt;
  private String firstLine = "";

  private ServedProcess(Process process, URI address, long startedAt) {
    this.process = process;
    this.address = address;
    this.startedAt = startedAt;
  }

  /** A port that nobody listens at and that no client's connection gets. */
  static int freePort() throws IOException {
    Random random = new Random();
    for (int attempt = 0; attempt < 100; attempt++) {
      int port = FIRST_PORT + random.nextInt(PORTS);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // Taken; another one.
      }
    }
    throw new IOException("no free port");
  }

  /** Starts one and does not wait for it. */
  static ServedProcess start(
      Path data, int port, Path log, List<String> flags, String... moreOptions) throws IOException {
    List<String> line = java(flags);
    line.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
    line.addAll(List.of(moreOptions));
    long startedAt = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new ServedProcess(process, URI.create("http://127.0.0.1:" + port), startedAt);
  }

  /** Runs a command with these flags of Java, and returns its exit code. */
  static int command(List<String> flags, Path log, String... arguments) throws Exception {
    List<String> line = java(flags);
    line.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(String.join(" ", arguments) + " does not end");
    }
    return process.exitValue();
  }

  private static List<String> java(List<String> flags) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(flags);
    if (JAR.isEmpty()) {
      line.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    } else {
      line.addAll(List.of("-jar", new File(JAR).getAbsolutePath()));
    }
    return line;
  }

  URI address() {
    return address;
  }

  /** What it printed first; after {@link #awaitWell}. */
  String firstLine() {
    return firstLine;
  }

  Process process() {
    return process;
  }

  /**
   * Waits until it answers that it is well.
   *
   * @return how long that took from its start
   * @throws AssertionError where it ended instead
   */
  Duration awaitWell() throws Exception {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    if (line == null) {
      throw new AssertionError("the server ended as it started: " + process.waitFor());
    }
    firstLine = line;
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/healthz")).build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new AssertionError("/healthz " + status);
    }
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** As by kill -9 or a power cut of the process: nothing of it comes to an end. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * Asks it to stop, as a service manager does.
   *
   * @return its exit code
   */
  int terminate() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the server does not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
