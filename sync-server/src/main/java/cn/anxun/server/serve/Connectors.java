package cn.anxun.server.serve;

import cn.anxun.server.certificate.ServerCertificate;
import cn.anxun.server.http.EarlyRefusals;
import cn.anxun.server.serve.ServerOptions.Transport;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Where the server listens: plain HTTP on loopback alone, anything else encrypted. */
final class Connectors {
  private static final String LOOPBACK = "127.0.0.1";
  private static final long IDLE_MILLIS = 60_000;
  private static final Duration LOOKED_EACH = Duration.ofSeconds(1);
  private static final long STOP_MILLIS = 10_000;

  private Connectors() {}

  /**
   * Sets the one address at which the server listens.
   *
   * @param certificate for HTTPS
   */
  static void configure(
      JavalinConfig config, ServerOptions options, Optional<ServerCertificate> certificate) {
    SlowClients slowClients = new SlowClients(SlowClients.Patience.STANDARD, LOOKED_EACH);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
        });
    config.jetty.modifyServer(
        server -> {
          // What is being answered as the server stops is still answered.
          server.setHandler(new GracefulHandler(slowClients));
          server.setErrorHandler(new EarlyRefusals());
          server.setStopTimeout(STOP_MILLIS);
        });
    if (options.transport() instanceof Transport.InMemory memory) {
      config.jetty.threadPool = memory.threads();
      config.jetty.addConnector(
          (server, http) -> new LocalConnector(server, new HttpConnectionFactory(http)));
      return;
    }
    config.jetty.addConnector(
        (server, http) -> {
          ServerConnector connector = connector(server, http, options, certificate);
          connector.addBean(slowClients, false);
          return connector;
        });
  }

  private static ServerConnector connector(
      Server server,
      HttpConfiguration http,
      ServerOptions options,
      Optional<ServerCertificate> certificate) {
    ServerConnector connector =
        certificate
            .map(tls -> encrypted(server, http, tls))
            .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
    boolean everybody =
        options.transport() instanceof Transport.Lan
            || options.transport() instanceof Transport.Keystore;
    connector.setHost(everybody ? null : LOOPBACK);
    connector.setPort(options.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  private static ServerConnector encrypted(
      Server server, HttpConfiguration http, ServerCertificate certificate) {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(certificate.keyStore());
    tls.setKeyStorePassword(certificate.password());
    tls.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    HttpConfiguration https = new HttpConfiguration(http);
    // Phones reach a server of a local network by its address, not by a name: the fingerprint is
    // what they check.
    https.addCustomizer(new SecureRequestCustomizer(false));
    return new ServerConnector(
        server, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(https));
  }
}
