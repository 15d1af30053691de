package cn.anxun.app.server;

import static org.junit.Assume.assumeTrue;

import cn.anxun.core.sync.EnrolmentLink;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A real server in a process of its own, with one bureau ({@value #BUREAU}), for the end-to-end
 * tests:
 *
 * <pre>
 * try (ServerProcess server = ServerProcess.start(folder)) {
 *   server.addUser("li", "李强", "inspector");
 *   String code = server.enrolmentCode("li");
 *   … enrol a phone with server.url() and the code …
 * }
 * </pre>
 *
 * The jar is the system property {@code anxun.server.jar}; where it was not built the test is
 * skipped and says so.
 */
public final class ServerProcess implements AutoCloseable {
  public static final String BUREAU = "test";

  private static final Pattern ADDRESS = Pattern.compile("https?://[^/\\s（(]+:\\d+");
  private static final Pattern CODE =
      Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}(?:-[0-9A-Z]{4})*\\b");
  private static final Pattern SHA256 = Pattern.compile("\\b[0-9a-f]{64}\\b");
  private static final long COMMAND_SECONDS = 60;

  private final Path jar;
  private final Path data;
  private final String[] options;
  private Process process;
  private URI url;
  private int port;

  private ServerProcess(Path jar, Path data, String... options) {
    this.jar = jar;
    this.data = data;
    this.options = options;
    serve();
  }

  /**
   * Starts one.
   *
   * @param folder an empty directory, in which its data is kept
   * @param options more options of {@code serve}, such as {@code --lan}
   */
  public static ServerProcess start(Path folder, String... options) {
    ServerProcess server = new ServerProcess(jar(), folder.resolve("data"), options);
    server.command("bureau", "add", "--name", "某区应急管理局", "--division", "430602", BUREAU);
    return server;
  }

  /**
   * Replays a case and serves the data that it leaves.
   *
   * @param folder an empty directory, in which its data is kept
   */
  public static Replayed replay(Path caseFile, Path folder) {
    Path data = folder.resolve("data");
    try {
      Process replay =
          java("-Xmx1g", jar(), "case", caseFile.toString(), "--keep", data.toString(), "--json");
      String printed = new String(replay.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      for (String line : printed.split("\n", -1)) {
        if (line.startsWith("{")) {
          return new Replayed(line, new ServerProcess(jar(), data));
        }
      }
      throw new IllegalStateException(printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A case that was replayed.
   *
   * @param json what {@code case --json} printed of its figures
   */
  public record Replayed(String json, ServerProcess server) {}

  private static Path jar() {
    Path jar = Path.of(System.getProperty("anxun.server.jar", "anxun.jar"));
    assumeTrue(
        "skipped: no server at " + jar + "; build it with `mvn package -pl sync-server -am`",
        Files.exists(jar));
    return jar;
  }

  /** Where it listens, with the scheme and the port, without a slash at the end. */
  public String url() {
    return url.toString();
  }

  public int port() {
    return url.getPort();
  }

  /** Its data directory, to be read once it has been stopped. */
  public Path data() {
    return data;
  }

  /** Its files whose names begin with one of these, in every folder. */
  public List<Path> files(List<String> names) {
    try (Stream<Path> each = Files.walk(data)) {
      return each.filter(Files::isRegularFile)
          .filter(file -> names.stream().anyMatch(file.getFileName().toString()::startsWith))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds an account with a role in the bureau.
   *
   * @param more options of {@code user add}, such as {@code --division 430602003}
   */
  public void addUser(String account, String name, String role, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("user", "add", "--name", name, "--bureau", BUREAU, "--role", role));
    arguments.addAll(List.of(more));
    arguments.add(account);
    command(arguments.toArray(new String[0]));
  }

  /** A one-time code for a phone of this account. */
  public String enrolmentCode(String account) {
    return enrolmentCode(BUREAU, account);
  }

  /** A one-time code for a phone of this account in another bureau. */
  public String enrolmentCode(String bureau, String account) {
    return find(CODE, command("enrol", "--bureau", bureau, account));
  }

  /** What the QR says that {@code enrol} prints; with a fingerprint where it was given --lan. */
  public EnrolmentLink enrolmentLink(String account) {
    String printed = command("enrol", "--bureau", BUREAU, account);
    Matcher fingerprint = SHA256.matcher(printed);
    return new EnrolmentLink(
        List.of(url()),
        find(CODE, printed),
        fingerprint.find() ? Optional.of(fingerprint.group()) : Optional.empty());
  }

  /**
   * Runs one of its commands on its data directory, through the running server.
   *
   * @return what it printed
   * @throws IllegalStateException where the command fails
   */
  public String command(String... arguments) {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--data");
    line.add(data.toString());
    try {
      Process command = java(line.toArray(new String[0]));
      String printed = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!command.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS) || command.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", arguments) + ": " + printed);
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Stops it; {@link #restart} goes on with the same data at the same port. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** As by kill -9 or a power cut: nothing of it comes to an end. */
  public void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void restart() {
    serve();
  }

  @Override
  public void close() {
    stop();
  }

  private void serve() {
    List<String> line =
        new ArrayList<>(
            List.of("serve", "--data", data.toString(), "--port", Integer.toString(port)));
    line.addAll(List.of(options));
    StringBuilder printed = new StringBuilder();
    try {
      process = java(line.toArray(new String[0]));
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      for (String next = out.readLine(); next != null; next = out.readLine()) {
        printed.append(next).append('\n');
        Matcher matcher = ADDRESS.matcher(next);
        if (matcher.find()) {
          url = URI.create(matcher.group());
          port = url.getPort();
          drain(out);
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the server did not start: " + printed);
  }

  /** A process whose output nobody reads stops once the pipe is full. */
  private static void drain(BufferedReader out) {
    Thread reader =
        new Thread(
            () -> {
              try {
                for (String line = out.readLine(); line != null; ) {
                  line = out.readLine();
                }
              } catch (IOException e) {
                // The server has ended.
              }
            },
            "server output");
    reader.setDaemon(true);
    reader.start();
  }

  private Process java(String... arguments) throws IOException {
    return java("-Xmx256m", jar, arguments);
  }

  private static Process java(String heap, Path jar, String... arguments) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-jar",
                jar.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    // Every machine has this one, so that names on the command line arrive as they were written.
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  private static String find(Pattern pattern, String printed) {
    Matcher matcher = pattern.matcher(printed);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in: " + printed);
    }
    return matcher.group();
  }
}
