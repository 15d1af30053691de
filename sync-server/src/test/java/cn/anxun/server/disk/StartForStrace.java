package cn.anxun.server.disk;

import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.serve.ServerOptions.Transport;
import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;

/** Starts a server on a new data directory, with keys of its own, and stops it. */
final class StartForStrace {
  private StartForStrace() {}

  public static void main(String[] arguments) {
    Server.start(
            DataDirectory.open(Path.of(arguments[0]), "test"),
            ServerOptions.inProcess().withTransport(new Transport.Lan()),
            Clock.systemUTC())
        .close();
  }
}
