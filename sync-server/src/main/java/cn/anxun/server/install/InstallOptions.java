package cn.anxun.server.install;

import cn.anxun.server.backup.NightlySettings;
import cn.anxun.server.serve.ReachOptions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code install} is told, as {@code serve} is told it; a mixin. */
final class InstallOptions {
  @Option(names = "--data", paramLabel = "DIR")
  private @Nullable Path data;

  @Mixin private ReachOptions reach = new ReachOptions();

  @Option(names = "--memory", paramLabel = "MB", defaultValue = "512")
  private int megabytes;

  @Option(names = "--backup-to", paramLabel = "DIR")
  private @Nullable Path backup;

  @Option(names = "--backup-hour", paramLabel = "H", defaultValue = "2")
  private int hour = NightlySettings.DEFAULT_HOUR;

  /** The plan for a system on which this is Java, and data lies here unless it is said. */
  Plan plan(Path usualData, Path java) throws URISyntaxException {
    return new Plan(
        java,
        jar(),
        data == null ? usualData : data.toAbsolutePath().normalize(),
        reach.arguments(),
        reach.port(),
        reach.isReachedDirectly(),
        megabytes,
        Optional.ofNullable(backup).map(folder -> folder.toAbsolutePath().normalize()),
        hour);
  }

  /** The jar that this class came in. */
  static Path jar() throws URISyntaxException {
    return Path.of(
        InstallOptions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
