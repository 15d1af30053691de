package cn.anxun.server.admin;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.certificate.CertificateFiles;
import cn.anxun.server.certificate.ServerCertificate;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.Language;
import cn.anxun.server.enrolment.PhoneAccess;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * An administrator's command. It opens the data directory itself; where a server holds it, the same
 * command runs inside that server, by its {@link ControlSocket}.
 */
abstract class AdminCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin DataOption data = new DataOption();

  private @Nullable Office office;
  private @Nullable String input;
  private Path folder = Path.of("");

  /**
   * Lets the command run on what is open already.
   *
   * @param workingFolder where the command was given, which its files are relative to
   */
  void bind(Office open, String standardInput, Path workingFolder) {
    this.office = open;
    this.input = standardInput;
    this.folder = workingFolder;
  }

  /** A file that an argument names. */
  final Path resolve(Path argument) {
    return folder.resolve(argument);
  }

  @Override
  public Integer call() throws IOException {
    if (office != null) {
      return run(office);
    }
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    try (DataDirectory directory = DataDirectory.open(data.path(), spec.qualifiedName());
        Directory accounts = Directory.open(directory, clock, random);
        BureauLedgers ledgers = new BureauLedgers(directory, clock, random)) {
      PushAudit audit = new PushAudit(accounts.audit());
      NumberDesk numbers = NumberDesk.open(ledgers, new EntryIds(clock, random), audit, clock);
      String actor = ControlSocket.ACTOR + System.getProperty("user.name", "");
      Optional<String> fingerprint =
          CertificateFiles.findLan(data.path()).map(ServerCertificate::fingerprint);
      return run(
          new Office(
              accounts, ledgers, numbers, actor, new PhoneAccess(Optional.empty(), fingerprint)));
    } catch (StorageException e) {
      return ControlSocket.forward(data.path(), spec, readsInput() ? input() : "")
          .orElseThrow(() -> e);
    }
  }

  /** Does the work and returns the exit code. */
  abstract int run(Office open);

  /** Whether it reads the standard input. */
  boolean readsInput() {
    return false;
  }

  /** The first line of the standard input. */
  final String input() throws IOException {
    if (input == null) {
      input =
          new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .findFirst()
              .orElse("");
    }
    return input;
  }

  final Texts texts() {
    return Language.texts(spec);
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final void say(String key, Object... arguments) {
    out().println(texts().text(key, arguments));
  }
}
