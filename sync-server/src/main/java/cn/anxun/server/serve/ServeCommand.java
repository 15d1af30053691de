package cn.anxun.server.serve;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.log.LogFiles;
import cn.anxun.server.serve.ServerOptions.Transport;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the server, until it is told to stop. */
@Command(name = "serve")
public final class ServeCommand implements Callable<Integer> {

  /** At most one way to be reached by other machines. */
  static final class Reach {
    @Option(names = "--lan")
    boolean lan;

    @Option(names = "--keystore", paramLabel = "FILE")
    @Nullable Path keystore;

    @Option(names = "--behind-proxy")
    boolean behindProxy;
  }

  private static final Allowance RATE = new Allowance(120, 4);
  private static final Allowance GUESSES = new Allowance(10, 1.0 / 30);

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--port", paramLabel = "N", defaultValue = "8080")
  private int port;

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private @Nullable Reach reach;

  @Option(names = "--keystore-password-file", paramLabel = "FILE")
  private @Nullable Path keystorePassword;

  @Option(names = "--address", paramLabel = "URL")
  private @Nullable URI address;

  @Option(names = "--metrics-token-file", paramLabel = "FILE")
  private @Nullable Path metricsToken;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Texts texts = Language.texts(spec);
    PrintWriter out = spec.commandLine().getOut();
    ServerOptions options =
        new ServerOptions(
            port,
            transport(),
            RATE,
            GUESSES,
            Optional.ofNullable(firstLine(metricsToken)),
            true,
            Optional.ofNullable(address));
    DataDirectory directory = DataDirectory.open(data.path(), "serve");
    LogFiles logs = LogFiles.begin(directory.root().resolve("logs"));
    try (logs) {
      serve(directory, options, texts, out);
      LOG.info("the server has stopped");
    }
    return ExitCode.OK;
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

  private Transport transport() throws IOException {
    if (reach == null) {
      return new Transport.Loopback();
    }
    if (reach.keystore != null) {
      String password = firstLine(keystorePassword);
      return new Transport.Keystore(reach.keystore, password == null ? "" : password);
    }
    return reach.lan ? new Transport.Lan() : new Transport.BehindProxy();
  }

  private static @Nullable String firstLine(@Nullable Path file) throws IOException {
    return file == null ? null : Files.readString(file).lines().findFirst().orElse("").trim();
  }
}
