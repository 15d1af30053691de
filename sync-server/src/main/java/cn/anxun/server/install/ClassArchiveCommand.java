package cn.anxun.server.install;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.certificate.CertificateFiles;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.install.Runner.Ran;
import cn.anxun.server.log.LogFiles;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code class-archive FILE}: lays down the classes that a start of the server needs as this Java
 * has read and checked them, so that later starts take a third less work (JDK's application
 * class-data sharing). Java ignores one of another jar or another Java, but ends at once where one
 * is cut off: so it gets its name only after Java has run with it.
 */
@Command(name = "class-archive")
public final class ClassArchiveCommand implements Callable<Integer> {
  private static final String BUREAU = "rehearsal";

  /** What to do. */
  static final class Work {
    @Parameters(paramLabel = "FILE")
    @Nullable Path file;

    /** What the archive is made of; run by this command itself. */
    @Option(names = "--rehearse", hidden = true)
    boolean rehearses;
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Work work = new Work();

  private final Runner runner;

  public ClassArchiveCommand() {
    this(new ThisMachine());
  }

  ClassArchiveCommand(Runner runner) {
    this.runner = runner;
  }

  @Override
  public Integer call() throws IOException, URISyntaxException {
    if (work.file == null) {
      rehearse();
      return ExitCode.OK;
    }
    Texts texts = Language.texts(spec);
    Path file = work.file.toAbsolutePath();
    String failure = make(file, file.resolveSibling(file.getFileName() + ".part"));
    if (failure.isEmpty()) {
      spec.commandLine().getOut().println(texts.text("class-archive.made", file));
      return ExitCode.OK;
    }
    spec.commandLine().getErr().println(texts.text("class-archive.failed", file, failure));
    return ExitCode.FAILED;
  }

  /**
   * Makes it, tries it, and gives it its name.
   *
   * @return what failed; "" where nothing did
   */
  private String make(Path file, Path unfinished) throws IOException, URISyntaxException {
    try {
      Ran made =
          runner.run(java("-XX:ArchiveClassesAtExit=" + unfinished, "class-archive", "--rehearse"));
      if (made.exit() != 0 || !Files.isRegularFile(unfinished)) {
        return made.printed();
      }
      Ran tried = runner.run(java(ServiceFlags.archive(unfinished), "--version"));
      if (tried.exit() != 0) {
        return tried.printed();
      }
      letOthersRead(unfinished);
      DurableFile.place(unfinished, file);
      return "";
    } catch (FileSystemException e) {
      // On Windows a server that runs with the one before holds it.
      return e.toString();
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** Whoever makes it, it is read by the server's own user. */
  private static void letOthersRead(Path archive) throws IOException {
    if (Files.getFileStore(archive).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  private static List<String> java(String flag, String... words) throws URISyntaxException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(ServiceFlags.COLLECTOR);
    command.add("-Xlog:cds=off,cds+dynamic=off");
    String unpacked = System.getProperty("org.sqlite.tmpdir");
    if (unpacked != null) {
      command.add("-Dorg.sqlite.tmpdir=" + unpacked);
    }
    command.add(flag);
    command.add("-jar");
    command.add(InstallOptions.jar().toString());
    command.addAll(List.of(words));
    return command;
  }

  /** Starts a server on empty data, and once more on what it left, and opens its door each time. */
  private static void rehearse() throws IOException {
    DataDirectory around = DataDirectory.ephemeral("class-archive");
    LogFiles logs = LogFiles.begin(around.root().resolve("logs"));
    try (around;
        logs) {
      Path root = around.root().resolve("data");
      for (int start = 0; start < 2; start++) {
        Clock clock = Clock.systemUTC();
        try (Server server =
            Server.start(
                DataDirectory.open(root, "class-archive"), ServerOptions.inProcess(), clock)) {
          CertificateFiles.lan(root, clock, new SecureRandom());
          if (server.directory().bureaus().find(BUREAU).isEmpty()) {
            server.directory().bureaus().create(new Bureau(BUREAU, BUREAU, "100000"), BUREAU);
          }
          server.ledger(BUREAU).head();
          ask(server, "/healthz");
          ask(server, "/login");
        }
      }
    }
  }

  private static void ask(Server server, String path) throws IOException {
    try (InputStream answer = server.address().resolve(path).toURL().openStream()) {
      answer.transferTo(OutputStream.nullOutputStream());
    }
  }
}
