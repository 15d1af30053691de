package cn.anxun.server.serve;

import cn.anxun.server.http.RateLimit.Allowance;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.util.thread.ThreadPool;

/**
 * How a server runs.
 *
 * @param port 0 takes a free one
 * @param rate what each device, and each session, may ask
 * @param guesses how many wrong passwords and codes each address may give
 * @param metricsToken lets other machines read /metrics
 * @param logsRequests whether each request is a line in the log
 * @param address where phones reach the server, as whoever runs it says; empty where that is for
 *     the server to find out
 */
public record ServerOptions(
    int port,
    Transport transport,
    Allowance rate,
    Allowance guesses,
    Optional<String> metricsToken,
    boolean logsRequests,
    Optional<URI> address) {

  /** The same where nobody says where phones reach the server. */
  public ServerOptions(
      int port,
      Transport transport,
      Allowance rate,
      Allowance guesses,
      Optional<String> metricsToken,
      boolean logsRequests) {
    this(port, transport, rate, guesses, metricsToken, logsRequests, Optional.empty());
  }

  /** How requests reach the server. */
  public sealed interface Transport {

    /** Plain HTTP, from this machine alone. */
    record Loopback() implements Transport {}

    /** Plain HTTP from a reverse proxy on this machine, which does the encryption. */
    record BehindProxy() implements Transport {}

    /** HTTPS for everybody in the local network, with a key of the server's own. */
    record Lan() implements Transport {}

    /**
     * HTTPS with a key of the bureau's.
     *
     * @param file PKCS#12
     */
    record Keystore(Path file, String password) implements Transport {}

    /**
     * No socket at all: the bytes of requests are given to {@link Server#connector}. For
     * simulations of many servers, one after the other.
     *
     * @param threads answer the requests
     */
    record InMemory(ThreadPool threads) implements Transport {}
  }

  /**
   * On this machine alone, on a free port, without a log of requests: for demos, cases and tests.
   */
  public static ServerOptions inProcess() {
    return new ServerOptions(
        0,
        new Transport.Loopback(),
        new Allowance(2_000, 500),
        new Allowance(20, 0.2),
        Optional.empty(),
        false);
  }

  /**
   * For phones and browsers, as {@code serve} runs. What each may ask stands in docs/security.md.
   *
   * @param port as above
   */
  public static ServerOptions serving(
      int port, Transport transport, Optional<String> metricsToken, Optional<URI> address) {
    return new ServerOptions(
        port,
        transport,
        new Allowance(120, 4),
        new Allowance(10, 1.0 / 30),
        metricsToken,
        true,
        address);
  }

  public ServerOptions withPort(int other) {
    return new ServerOptions(other, transport, rate, guesses, metricsToken, logsRequests, address);
  }

  public ServerOptions withTransport(Transport other) {
    return new ServerOptions(port, other, rate, guesses, metricsToken, logsRequests, address);
  }

  public ServerOptions withRate(Allowance other) {
    return new ServerOptions(port, transport, other, guesses, metricsToken, logsRequests, address);
  }

  public ServerOptions withGuesses(Allowance other) {
    return new ServerOptions(port, transport, rate, other, metricsToken, logsRequests, address);
  }

  public ServerOptions withAddress(URI told) {
    return new ServerOptions(
        port, transport, rate, guesses, metricsToken, logsRequests, Optional.of(told));
  }
}
