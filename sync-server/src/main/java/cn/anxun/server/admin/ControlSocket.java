package cn.anxun.server.admin;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.text.ServerTexts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * How an administrator's command reaches the server that holds the data directory: a Unix socket in
 * that directory, which its owner alone can enter. One request, one answer: {@code {arguments,
 * language, folder, input}} and {@code {out, err, exit}}.
 */
public final class ControlSocket implements AutoCloseable {
  static final String ACTOR = "command-line:";
  private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
  private static final String FILE = "anxun.sock";
  private static final String STOP = "stop";
  private static final int MAX_BYTES = 1 << 20;

  private final Path file;
  private final ServerSocketChannel channel;
  private final Office office;
  private final BooleanSupplier stop;

  private ControlSocket(
      Path file, ServerSocketChannel channel, Office office, BooleanSupplier stop) {
    this.file = file;
    this.channel = channel;
    this.office = office;
    this.stop = stop;
  }

  /**
   * Listens in this data directory; the caller holds its lock, so a socket that is there is left
   * over from a server that died.
   *
   * @param stop tells the process to end; false where it cannot be told
   * @return empty where the system has no such sockets; commands then refuse while the server runs
   */
  public static Optional<ControlSocket> listen(
      Path dataDirectory, Office office, BooleanSupplier stop) {
    Path file = dataDirectory.resolve(FILE);
    try {
      Files.deleteIfExists(file);
      ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      channel.bind(UnixDomainSocketAddress.of(file));
      ControlSocket socket = new ControlSocket(file, channel, office, stop);
      Thread thread = new Thread(socket::serve, "control");
      thread.setDaemon(true);
      thread.start();
      return Optional.of(socket);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.info("no control socket in {}: {}", dataDirectory, e.getMessage());
      return Optional.empty();
    }
  }

  private void serve() {
    while (channel.isOpen()) {
      try (SocketChannel client = channel.accept()) {
        answer(client);
      } catch (AsynchronousCloseException e) {
        return;
      } catch (IOException | RuntimeException e) {
        LOG.warn("a command through the control socket failed", e);
      }
    }
  }

  private void answer(SocketChannel client) throws IOException {
    if (!(JsonText.read(read(client)) instanceof Json.Members request)) {
      return;
    }
    if (request.get(STOP) != null) {
      int exit = stop.getAsBoolean() ? ExitCode.OK : ExitCode.FAILED;
      write(client, JsonText.bytes(Json.members().put("exit", exit).build()));
      return;
    }
    List<String> arguments = new ArrayList<>();
    if (request.get("arguments") instanceof Json.Items items) {
      items.values().forEach(item -> arguments.add(text(item)));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine.IFactory factory =
        new BoundFactory(office, text(request.get("input")), Path.of(text(request.get("folder"))));
    int exit = execute(arguments, text(request.get("language")), factory, out, err);
    Json answer =
        Json.members()
            .put("out", out.toString())
            .put("err", err.toString())
            .put("exit", exit)
            .build();
    write(client, JsonText.bytes(answer));
  }

  private int execute(
      List<String> arguments,
      String language,
      CommandLine.IFactory factory,
      StringWriter out,
      StringWriter err) {
    CommandLine commands = new CommandLine(new Commands(), factory);
    commands.setResourceBundle(Language.of(List.of(Language.OPTION, language), Map.of()).usage());
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    commands.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(e.getMessage());
          return ExitCode.FAILED;
        });
    return commands.execute(arguments.toArray(new String[0]));
  }

  /** Lets each command work on what the server has open. */
  private record BoundFactory(Office office, String input, Path folder)
      implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      K command = CommandLine.defaultFactory().create(type);
      if (command instanceof AdminCommand admin) {
        admin.bind(office, input, folder);
      }
      return command;
    }
  }

  /** The commands that go through the server. */
  @CommandLine.Command(
      name = "anxun",
      subcommands = {
        UserCommand.class,
        BureauCommand.class,
        EnrolCommand.class,
        DeviceCommand.class,
        CloseCommand.class,
        LateCommand.class,
        ImportCommand.class
      })
  static final class Commands {
    @CommandLine.Option(names = Language.OPTION, scope = CommandLine.ScopeType.INHERIT)
    @SuppressWarnings("UnusedVariable")
    private String language = "";
  }

  /**
   * Runs the command in the server that holds the data directory, and prints what it printed.
   *
   * @return its exit code; empty where no server answers
   */
  static Optional<Integer> forward(Path dataDirectory, CommandSpec command, String input) {
    Path file = dataDirectory.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> arguments = command.root().commandLine().getParseResult().originalArgs();
    String language = Language.texts(command).equals(ServerTexts.ENGLISH) ? "en" : "zh";
    Json request =
        Json.members()
            .put("arguments", Json.texts(arguments))
            .put("language", language)
            .put("folder", Path.of("").toAbsolutePath().toString())
            .put("input", input)
            .build();
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      write(channel, JsonText.bytes(request));
      channel.shutdownOutput();
      if (!(JsonText.read(read(channel)) instanceof Json.Members answer)) {
        return Optional.empty();
      }
      command.commandLine().getOut().print(text(answer.get("out")));
      command.commandLine().getOut().flush();
      command.commandLine().getErr().print(text(answer.get("err")));
      command.commandLine().getErr().flush();
      return answer.get("exit") instanceof Json.Num exit
          ? Optional.of(exit.value().intValue())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Tells the server that holds the data directory to end; whether one is there that does. */
  static boolean askToStop(Path dataDirectory) {
    try (SocketChannel channel =
        SocketChannel.open(UnixDomainSocketAddress.of(dataDirectory.resolve(FILE)))) {
      write(channel, JsonText.bytes(Json.members().put(STOP, true).build()));
      channel.shutdownOutput();
      return JsonText.read(read(channel)) instanceof Json.Members answer
          && Json.of(ExitCode.OK).equals(answer.get("exit"));
    } catch (IOException | JsonSyntaxException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static String text(@Nullable Json json) {
    return json instanceof Json.Text text ? text.value() : "";
  }

  private static byte[] read(SocketChannel channel) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] bytes = Channels.newInputStream(channel).readNBytes(MAX_BYTES);
    out.write(bytes, 0, bytes.length);
    return out.toByteArray();
  }

  private static void write(SocketChannel channel, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("the control socket could not be removed", e);
    }
  }
}
