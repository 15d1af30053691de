package cn.anxun.server.backup;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.disk.Folders;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code nightly}: sets where the server backs itself up each night, says how it stands, or makes
 * one now. For whoever has the machine, not for the browser: a stolen password must not name a
 * folder, on some machine of the network, to which everything is copied.
 */
@Command(name = "nightly")
public final class NightlyCommand implements Callable<Integer> {
  private static final int INSTALLATION_BYTES = 16;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--to", paramLabel = "DIR")
  private @Nullable Path folder;

  @Option(names = "--hour", paramLabel = "H")
  private @Nullable Integer hour;

  @Option(names = "--keep", paramLabel = "DAYS")
  private @Nullable Integer keptDays;

  @Option(names = "--off")
  private boolean off;

  @Option(names = "--now")
  private boolean now;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(data.path().resolve("bureaus")) && folder != null) {
      // Before the server's first start.
      DataDirectory.open(data.path(), "nightly").close();
    }
    try (DataDirectory directory = DataDirectory.view(data.path())) {
      if (off) {
        NightlySettings.clear(directory);
      } else if (folder != null || hour != null || keptDays != null) {
        set(directory);
      }
      Clock clock = Clock.systemUTC();
      Optional<NightlySettings> settings = NightlySettings.find(directory);
      if (now && settings.isPresent()) {
        new NightlyBackup(directory, clock, Optional::empty, () -> false).run(settings.get());
      }
      Texts texts = Language.texts(spec);
      NightlyStanding standing = NightlyStanding.of(directory, clock.instant());
      new NightlyWords(texts).lines(standing).forEach(spec.commandLine().getOut()::println);
      return now && standing.isWarning() ? ExitCode.FAILED : ExitCode.OK;
    }
  }

  private void set(DataDirectory directory) throws IOException {
    Optional<NightlySettings> before = NightlySettings.find(directory);
    Path chosen = folder == null ? before.map(NightlySettings::folder).orElse(null) : folder;
    if (chosen == null) {
      throw BackupException.of("nightly.where");
    }
    set(
        directory,
        chosen,
        Optional.ofNullable(hour).or(() -> before.map(NightlySettings::hour)),
        Optional.ofNullable(keptDays).or(() -> before.map(NightlySettings::keptDays)),
        Clock.systemUTC());
  }

  /**
   * Sets the second place and marks it as this server's.
   *
   * @throws BackupException where it lies within the data directory, or holds something else
   */
  public static void set(
      DataDirectory directory,
      Path chosen,
      Optional<Integer> hour,
      Optional<Integer> keptDays,
      Clock clock)
      throws IOException {
    Path absolute = chosen.toAbsolutePath().normalize();
    Path root = directory.root().toAbsolutePath().normalize();
    if (absolute.startsWith(root) || root.startsWith(absolute)) {
      throw BackupException.of("nightly.within", absolute, root);
    }
    Optional<NightlySettings> before = NightlySettings.find(directory);
    boolean same = before.filter(old -> old.folder().equals(absolute)).isPresent();
    String installation = before.map(NightlySettings::installation).orElseGet(NightlyCommand::mark);
    NightlySettings settings =
        new NightlySettings(
            absolute,
            hour.orElse(NightlySettings.DEFAULT_HOUR),
            keptDays.orElse(NightlySettings.DEFAULT_KEPT_DAYS),
            installation,
            same ? before.get().since() : clock.instant());
    NightlyFolder place = new NightlyFolder(absolute);
    place.mark(installation);
    Folders.giveTo(absolute.resolve(NightlyFolder.MARK), root);
    Folders.giveTo(absolute, root);
    settings.save(directory);
  }

  private static String mark() {
    byte[] bytes = new byte[INSTALLATION_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
