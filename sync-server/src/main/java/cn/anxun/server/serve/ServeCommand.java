package cn.anxun.server.serve;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.command.PostgresOption;
import cn.anxun.server.log.LogFiles;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the server, until it is told to stop. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Mixin private ReachOptions reach = new ReachOptions();

  @Option(names = "--metrics-token-file", paramLabel = "FILE")
  private @Nullable Path metricsToken;

  @Mixin private PostgresOption postgres = new PostgresOption();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Texts texts = Language.texts(spec);
    PrintWriter out = spec.commandLine().getOut();
    ServerOptions options =
        ServerOptions.serving(
            reach.port(),
            reach.transport(),
            metricsToken == null
                ? Optional.empty()
                : Optional.of(ReachOptions.firstLine(metricsToken)),
            reach.address());
    DataDirectory directory = open();
    LogFiles logs = LogFiles.begin(directory.root().resolve("logs"));
    try (logs) {
      serve(directory, options, texts, out);
      LOG.info("the server has stopped");
    }
    return ExitCode.OK;
  }

  private DataDirectory open() {
    DataDirectory directory = DataDirectory.open(data.path(), "serve");
    try {
      postgres.tell(directory);
      return directory;
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Returns when the server was asked to end and has done so. */
  private void serve(DataDirectory directory, ServerOptions options, Texts texts, PrintWriter out)
      throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    try (Server server = Server.start(directory, options, Clock.systemUTC())) {
      out.println(texts.text("serve.running", server.phoneAddress(), data.path().toAbsolutePath()));
      server
          .fingerprint()
          .ifPresent(fingerprint -> out.println(texts.text("serve.fingerprint", fingerprint)));
      server
          .setupCode()
          .ifPresent(
              code ->
                  out.println(texts.text("serve.setup", server.address().resolve("/setup"), code)));
      out.flush();
      LOG.info("the server runs: {}", server.address());
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
      server.onStop(stopped::countDown);
      StopSignals.handle(stopped::countDown);
      stopped.await();
      LOG.info("the server stops");
    }
  }
}
