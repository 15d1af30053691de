package cn.anxun.server.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own, with this program's own classes and the options of Java for a
 * small machine. Closing it kills it.
 */
final class Child implements AutoCloseable {
  /** As docs/reliability.md has them for a small machine. */
  static final List<String> FLAGS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m");

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final String MAIN = "cn.anxun.server.Main";
  private static final int OK = 200;
  private static final double KILOBYTES = 1024;

  private final Process process;
  private final URI address;
  private final double millis;

  private Child(Process process, URI address, double millis) {
    this.process = process;
    this.address = address;
    this.millis = millis;
  }

  /** {@code serve} on this data directory. */
  static Child serve(Path data) throws IOException, WrongCountException {
    return start(List.of(MAIN, "serve", "--port", "0", "--data", data.toString()));
  }

  /** A {@link BareServer}. */
  static Child bare() throws IOException, WrongCountException {
    return start(List.of(BareServer.class.getName()));
  }

  private static Child start(List<String> what) throws IOException, WrongCountException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(FLAGS);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(what);
    long from = System.nanoTime();
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      URI address = address(process.inputReader(StandardCharsets.UTF_8));
      requireWell(address);
      return new Child(process, address, (System.nanoTime() - from) / 1e6);
    } catch (IOException | WrongCountException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI address(BufferedReader printed) throws IOException {
    String line = printed.readLine();
    Matcher address = ADDRESS.matcher(line == null ? "" : line);
    if (!address.find()) {
      throw new IOException("the server did not start: " + line);
    }
    return URI.create(address.group());
  }

  private static void requireWell(URI address) throws IOException, WrongCountException {
    try (HttpConnection connection = new HttpConnection(address)) {
      HttpConnection.Answer answer =
          connection.send(
              ("GET /healthz HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      WrongCountException.require("/healthz", OK, answer.status());
    }
  }

  URI address() {
    return address;
  }

  /** From its start until it had answered. */
  double startMillis() {
    return millis;
  }

  /** The memory that it holds now, in MB. */
  double residentMegabytes() throws IOException, WrongCountException {
    return status("VmRSS:");
  }

  /** The most that it has held, in MB. */
  double mostMegabytes() throws IOException, WrongCountException {
    return status("VmHWM:");
  }

  private double status(String name) throws IOException, WrongCountException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.isReadable(status)) {
      throw new WrongCountException("no " + status + " on this system");
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES;
      }
    }
    throw new WrongCountException(name + " is not in " + status);
  }

  @Override
  public void close() throws IOException {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
