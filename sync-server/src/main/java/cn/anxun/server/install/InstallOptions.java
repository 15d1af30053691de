package cn.anxun.server.install;

import cn.anxun.server.backup.NightlySettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What {@code install} is told, as {@code serve} is told it; a mixin. */
final class InstallOptions {

  /** At most one way to be reached by other machines. */
  static final class Reach {
    @Option(names = "--lan")
    boolean lan;

    @Option(names = "--keystore", paramLabel = "FILE")
    @Nullable Path keystore;

    @Option(names = "--behind-proxy")
    boolean behindProxy;
  }

  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
  private int port;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Reach reach;

  @Option(names = "--keystore-password-file", paramLabel = "FILE")
  private @Nullable Path keystorePassword;

  @Option(names = "--address", paramLabel = "URL")
  private @Nullable URI address;

  @Option(names = "--memory", paramLabel = "MB", defaultValue = "512")
  private int megabytes;

  @Option(names = "--backup-to", paramLabel = "DIR")
  private @Nullable Path backup;

  @Option(names = "--backup-hour", paramLabel = "H", defaultValue = "2")
  private int hour = NightlySettings.DEFAULT_HOUR;

  /** The plan for a system on which this is Java, and data lies here unless it is said. */
  Plan plan(Path usualData, Path java) throws URISyntaxException {
    List<String> serve = new ArrayList<>(List.of("--port", Integer.toString(port)));
    if (reach != null && reach.lan) {
      serve.add("--lan");
    } else if (reach != null && reach.keystore != null) {
      serve.add("--keystore");
      serve.add(reach.keystore.toAbsolutePath().toString());
    } else if (reach != null && reach.behindProxy) {
      serve.add("--behind-proxy");
    }
    if (keystorePassword != null) {
      serve.add("--keystore-password-file");
      serve.add(keystorePassword.toAbsolutePath().toString());
    }
    if (address != null) {
      serve.add("--address");
      serve.add(address.toString());
    }
    return new Plan(
        java,
        jar(),
        data == null ? usualData : data.toAbsolutePath().normalize(),
        serve,
        port,
        reach != null && (reach.lan || reach.keystore != null),
        megabytes,
        Optional.ofNullable(backup).map(folder -> folder.toAbsolutePath().normalize()),
        hour);
  }

  /** The jar that this class came in. */
  private static Path jar() throws URISyntaxException {
    return Path.of(
        InstallOptions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
