package cn.anxun.server.demo;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.text.Texts;
import cn.anxun.server.cases.CaseAnswers;
import cn.anxun.server.cases.CaseFile;
import cn.anxun.server.cases.CaseFileException;
import cn.anxun.server.cases.CaseFileReader;
import cn.anxun.server.cases.CaseReplay;
import cn.anxun.server.cases.FormFiles;
import cn.anxun.server.cases.ReplayException;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.serve.ServerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a made-up bureau's year on a throwaway server of this machine. */
@Command(name = "demo")
public final class DemoCommand implements Callable<Integer> {
  private static final int PHONES = 5;
  private static final long SEED = 2025;
  private static final int DOUBLED_PER_THOUSAND = 60;
  private static final List<String> LOGINS = List.of("office", "supervisor");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--once")
  private boolean once;

  @Option(names = "--port", paramLabel = "N", defaultValue = "0")
  private int port;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Texts texts = Language.texts(spec);
    CaseFile file = read();
    CaseReplay.Options options =
        new CaseReplay.Options(PHONES, SEED, DOUBLED_PER_THOUSAND, Optional.empty());
    DemoText text = new DemoText(texts, spec.commandLine().getOut());
    text.title(file.bureau());
    try (CaseReplay replay =
        CaseReplay.run(
            file, options, ServerOptions.inProcess().withPort(port), CaseReplay.Progress.NONE)) {
      tell(replay, file, text);
      if (!once) {
        text.running();
        serve(replay);
      }
      return ExitCode.OK;
    } catch (ReplayException e) {
      spec.commandLine().getErr().println(e.sentence(texts));
      return ExitCode.FAILED;
    }
  }

  private static CaseFile read() throws IOException {
    try (InputStream in = DemoCommand.class.getResourceAsStream("demo.json")) {
      if (in == null) {
        throw new IllegalStateException("the resource demo.json is missing from the build");
      }
      return CaseFileReader.read(in.readAllBytes());
    } catch (CaseFileException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void tell(CaseReplay replay, CaseFile file, DemoText text)
      throws ReplayException, IOException {
    DemoStory story = new DemoStory(replay, file.bureau().year(), Clock.systemUTC());
    text.year(replay);
    text.mended(story.mend());
    text.merged(story.merged());
    text.settled(story.settle());
    text.tallied(story.tally());
    CaseAnswers answers = replay.answers();
    text.figures(file, answers);
    List<FormResult> forms = answers.forms();
    Path folder = Files.createTempDirectory("anxun-demo-");
    Provenance provenance =
        new Provenance(file.bureau().name(), replay.state().cutoff(), replay.ledger().head());
    text.forms(forms, FormFiles.write(folder, forms, provenance));
    text.doors(
        replay.server().createLink(replay.bureau(), file.bureau().year()),
        replay.server().address().resolve("/login"),
        passwords(replay));
  }

  /** Passwords of this run alone. */
  private static Map<String, String> passwords(CaseReplay replay) {
    SecureRandom random = new SecureRandom();
    Map<String, String> passwords = new LinkedHashMap<>();
    for (String account : LOGINS) {
      String password = String.format("Demo-%08d", random.nextInt(100_000_000));
      replay.server().directory().accounts().setPassword(account, password, "demo");
      passwords.put(account, password);
    }
    return passwords;
  }

  /** Serves until the process is told to end; then takes the temporary data away. */
  private static void serve(CaseReplay replay) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  replay.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
  }
}
