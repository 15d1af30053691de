package cn.anxun.server.serve;

import cn.anxun.server.serve.ServerOptions.Transport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a server is reached: what {@code serve} is told, and {@code install} hands on to it. */
public final class ReachOptions {

  /** At most one way to be reached by other machines. */
  static final class Way {
    @Option(names = "--lan")
    boolean lan;

    @Option(names = "--keystore", paramLabel = "FILE")
    @Nullable Path keystore;

    @Option(names = "--behind-proxy")
    boolean behindProxy;
  }

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
  private int port;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Way way;

  @Option(names = "--keystore-password-file", paramLabel = "FILE")
  private @Nullable Path keystorePassword;

  @Option(names = "--address", paramLabel = "URL")
  private @Nullable URI address;

  public int port() {
    return port;
  }

  /** Where phones reach the server, as whoever runs it says. */
  Optional<URI> address() {
    return Optional.ofNullable(address);
  }

  /** Whether other machines reach it without a proxy between. */
  public boolean isReachedDirectly() {
    return way != null && (way.lan || way.keystore != null);
  }

  /**
   * How requests come.
   *
   * @throws IOException where the password's file cannot be read
   */
  Transport transport() throws IOException {
    if (way == null) {
      return new Transport.Loopback();
    }
    if (way.keystore != null) {
      return new Transport.Keystore(
          way.keystore, keystorePassword == null ? "" : firstLine(keystorePassword));
    }
    return way.lan ? new Transport.Lan() : new Transport.BehindProxy();
  }

  /** The same options for another process, with paths that hold wherever it runs. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of("--port", Integer.toString(port)));
    if (way != null && way.lan) {
      arguments.add("--lan");
    } else if (way != null && way.keystore != null) {
      arguments.add("--keystore");
      arguments.add(way.keystore.toAbsolutePath().toString());
    } else if (way != null && way.behindProxy) {
      arguments.add("--behind-proxy");
    }
    if (keystorePassword != null) {
      arguments.add("--keystore-password-file");
      arguments.add(keystorePassword.toAbsolutePath().toString());
    }
    if (address != null) {
      arguments.add("--address");
      arguments.add(address.toString());
    }
    return arguments;
  }

  static String firstLine(Path file) throws IOException {
    return Files.readString(file).lines().findFirst().orElse("").trim();
  }
}
