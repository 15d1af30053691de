package cn.anxun.server.serve;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.server.admin.ControlSocket;
import cn.anxun.server.admin.Office;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.PushAudit;
import cn.anxun.server.backup.NightlyStanding;
import cn.anxun.server.bundle.BundleKey;
import cn.anxun.server.certificate.CertificateFiles;
import cn.anxun.server.certificate.ServerCertificate;
import cn.anxun.server.console.Console;
import cn.anxun.server.enrolment.PhoneAccess;
import cn.anxun.server.file.DiskRoom;
import cn.anxun.server.file.FileStore;
import cn.anxun.server.file.FileSweep;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.handout.AppOffer;
import cn.anxun.server.http.ClientAddress;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.HealthRoutes;
import cn.anxun.server.http.Metrics;
import cn.anxun.server.http.RateLimit;
import cn.anxun.server.http.RateLimit.Allowance;
import cn.anxun.server.http.Web;
import cn.anxun.server.http.v1.Api;
import cn.anxun.server.http.v1.FormPrinter;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.serve.ServerOptions.Transport;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Databases;
import cn.anxun.server.storage.StorageException;
import io.javalin.Javalin;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.eclipse.jetty.server.LocalConnector;
import org.jspecify.annotations.Nullable;

/**
 * A running server, and the only place where its parts are put together. For a demo, a case or a
 * test:
 *
 * <pre>
 * try (Server server = Server.start(DataDirectory.ephemeral("demo"), ServerOptions.inProcess(), Clock.systemUTC())) {
 *   server.directory().bureaus().create(new Bureau("demo", "示例区应急管理局", "510304"), "demo");
 *   server.directory().accounts().create("zhang", "张三", "demo");
 *   server.directory().accounts().grant("zhang", Grant.of("demo", Role.INSPECTOR), "demo");
 *   String code = server.directory().enrolments().createCode("zhang", "demo", "demo");
 *   // a phone posts the code to server.address()
 * }
 * </pre>
 */
public final class Server implements AutoCloseable {
  /** A token cannot be guessed: what a phone with an old one asks for must not look like it. */
  private static final int TOKENS_FOR_A_PASSWORD = 10;

  private final DataDirectory data;
  private final Directory directory;
  private final BureauLedgers ledgers;
  private final Javalin web;
  private final URI address;
  private final PhoneAccess access;
  private final Optional<ControlSocket> control;
  private final Duties duties;
  private volatile @Nullable Runnable stop;
  private boolean closed;

  private Server(
      DataDirectory data,
      Directory directory,
      BureauLedgers ledgers,
      NumberDesk numbers,
      Javalin web,
      Duties duties,
      URI address,
      PhoneAccess access) {
    this.data = data;
    this.directory = directory;
    this.ledgers = ledgers;
    this.web = web;
    this.address = address;
    this.access = access;
    this.duties = duties;
    String actor = "command-line:" + System.getProperty("user.name", "");
    Office office = new Office(directory, ledgers, numbers, actor, access);
    this.control = ControlSocket.listen(data.root(), office, this::askToStop);
  }

  /**
   * Starts a server on this data directory, which it closes when it stops.
   *
   * @throws cn.anxun.server.storage.StorageException where the data cannot be used
   * @throws PortTakenException where another process listens at the port
   */
  public static Server start(DataDirectory data, ServerOptions options, Clock clock) {
    return start(data, options, clock, new SecureRandom());
  }

  /** The same with this source of chance, for simulations that repeat exactly. */
  public static Server start(
      DataDirectory data, ServerOptions options, Clock clock, SecureRandom random) {
    return start(data, data, options, clock, random);
  }

  /**
   * The same, with directory and ledgers in these databases, which are closed after the server;
   * {@code data} keeps all else.
   */
  public static Server start(
      DataDirectory data,
      Databases databases,
      ServerOptions options,
      Clock clock,
      SecureRandom random) {
    Directory directory = Directory.open(databases, clock, random);
    BureauLedgers ledgers = new BureauLedgers(data, databases, clock, random);
    try {
      Optional<ServerCertificate> certificate =
          certificate(data, options.transport(), clock, random);
      String bundleKey = BundleKey.open(data, random).publicKey().toString();
      AtomicReference<PhoneAccess> access = new AtomicReference<>(PhoneAccess.UNKNOWN);
      PushAudit audit = new PushAudit(directory.audit());
      NumberDesk numbers = NumberDesk.open(ledgers, new EntryIds(clock, random), audit, clock);
      Metrics metrics = new Metrics(clock);
      Javalin web =
          web(
              data,
              directory,
              ledgers,
              numbers,
              options,
              clock,
              certificate,
              bundleKey,
              metrics,
              access::get);
      listen(web, options.port());
      URI address =
          options.transport() instanceof Transport.InMemory
              ? URI.create("http://127.0.0.1")
              : URI.create(
                  (certificate.isPresent() ? "https" : "http") + "://127.0.0.1:" + web.port());
      PhoneAccess reached =
          new PhoneAccess(
              phoneAddress(address, options), certificate.map(ServerCertificate::fingerprint));
      access.set(reached);
      boolean ownKey = options.transport() instanceof Transport.Lan;
      announce(data, new Serving(address, reached.address(), ownKey));
      FileSweep sweep =
          new FileSweep(data, new FileStore(data), ledgers, directory.inbox()::listHashes, clock);
      Duties duties = Duties.begin(data, sweep, metrics::lastRequest, clock);
      return new Server(data, directory, ledgers, numbers, web, duties, address, reached);
    } catch (RuntimeException e) {
      ledgers.close();
      directory.close();
      data.close();
      throw e;
    }
  }

  private static void listen(Javalin web, int port) {
    try {
      web.start();
    } catch (JavalinBindException e) {
      throw new PortTakenException(port, e);
    }
  }

  private static Optional<ServerCertificate> certificate(
      DataDirectory data, Transport transport, Clock clock, SecureRandom random) {
    if (transport instanceof Transport.Lan) {
      return Optional.of(CertificateFiles.lan(data.root(), clock, random));
    }
    return transport instanceof Transport.Keystore own
        ? Optional.of(CertificateFiles.load(own.file(), own.password()))
        : Optional.empty();
  }

  private static Javalin web(
      DataDirectory data,
      Directory directory,
      BureauLedgers ledgers,
      NumberDesk numbers,
      ServerOptions options,
      Clock clock,
      Optional<ServerCertificate> certificate,
      String bundleKey,
      Metrics metrics,
      Supplier<PhoneAccess> access) {
    boolean behindProxy = options.transport() instanceof Transport.BehindProxy;
    ClientAddress client = behindProxy ? ClientAddress.behindProxy() : ClientAddress.direct();
    boolean encrypted = certificate.isPresent() || behindProxy;
    RateLimit guesses = new RateLimit(options.guesses(), clock);
    Allowance strangers =
        new Allowance(
            options.guesses().burst() * TOKENS_FOR_A_PASSWORD,
            options.guesses().perSecond() * TOKENS_FOR_A_PASSWORD);
    Gate gate =
        new Gate(
            directory,
            new RateLimit(options.rate(), clock),
            new RateLimit(strangers, clock),
            client);
    FormPrinter forms = new LedgerForms();
    AppOffer offer = new AppOffer(data);
    FileStore files = new FileStore(data);
    Uploads uploads =
        new Uploads(data, files, ledgers, DiskRoom.of(data), Uploads.Limits.OF_SENDERS, clock);
    Console console =
        new Console(
            directory,
            ledgers,
            gate,
            guesses,
            client,
            forms,
            offer,
            encrypted,
            access,
            numbers,
            uploads,
            nightly(data, clock),
            data.root(),
            clock);
    Web common =
        new Web(directory.tokens(), metrics, encrypted, options.logsRequests(), console::refuse);
    Api api =
        new Api(
            directory, ledgers, gate, guesses, client, metrics, forms, files, uploads, numbers,
            offer, bundleKey, clock);
    HealthRoutes health =
        new HealthRoutes(metrics, directory::isWell, options.metricsToken(), !behindProxy);
    return Javalin.create(
        config -> {
          common.configure(config);
          Connectors.configure(config, options, certificate);
          api.register(config.routes);
          health.register(config.routes);
          console.register(config.routes);
        });
  }

  /** Of what lasts no longer than this process nobody needs a backup. */
  private static Supplier<Optional<NightlyStanding>> nightly(DataDirectory data, Clock clock) {
    return () ->
        data.isEphemeral()
            ? Optional.empty()
            : Optional.of(NightlyStanding.of(data, clock.instant()));
  }

  /** Where this machine reaches the server. */
  public URI address() {
    return address;
  }

  /**
   * Where phones reach the server: in a local network the first address of this machine in it, else
   * {@link #address}.
   */
  public URI phoneAddress() {
    return access.address().orElse(address);
  }

  /**
   * What phones are told: what was said at the start; else an address of the local network. With a
   * bureau's own certificate, or behind a proxy, the server cannot know the name it goes by.
   */
  private static Optional<URI> phoneAddress(URI address, ServerOptions options) {
    if (options.address().isPresent()) {
      return options.address();
    }
    if (options.transport() instanceof Transport.Lan) {
      return LanAddress.find()
          .map(host -> URI.create("https://" + host + ":" + address.getPort()))
          .or(() -> Optional.of(address));
    }
    return options.transport() instanceof Transport.Loopback
        ? Optional.of(address)
        : Optional.empty();
  }

  private static void announce(DataDirectory data, Serving serving) {
    data.announce(serving.address().toString());
    try {
      serving.save(data.root());
    } catch (IOException e) {
      throw StorageException.noAccess(data.root(), e);
    }
  }

  /** SHA-256 of the certificate, for phones to pin; empty without HTTPS. */
  public Optional<String> fingerprint() {
    return access.fingerprint();
  }

  /**
   * Where the bytes of requests go in and those of answers come out.
   *
   * @throws IllegalStateException where the server listens at a socket
   */
  public LocalConnector connector() {
    if (web.jettyServer().server().getConnectors()[0] instanceof LocalConnector local) {
      return local;
    }
    throw new IllegalStateException("reached at " + address);
  }

  /** Everything that is served. */
  public List<Endpoint> routes() {
    return web.unsafe.internalRouter.allHttpHandlers().stream()
        .map(parsed -> parsed.endpoint)
        .toList();
  }

  /**
   * The address of a page that shows the figures of a bureau in the browser that opens it first,
   * and nothing else.
   */
  public URI createLink(String bureau, int year) {
    return address.resolve("/link/" + directory.sessions().createLink(bureau) + "?year=" + year);
  }

  /** What the first administrator must type; empty once there is one. */
  public Optional<String> setupCode() {
    return directory.setup().code();
  }

  /** Accounts, bureaus, devices, enrolment. */
  public Directory directory() {
    return directory;
  }

  /** The ledger of a bureau. */
  public BureauLedger ledger(String bureau) {
    return ledgers.get(bureau);
  }

  public DataDirectory data() {
    return data;
  }

  /** From here on the command {@code stop} runs this, which lets the process end. */
  public void onStop(Runnable asked) {
    this.stop = asked;
  }

  private boolean askToStop() {
    Runnable asked = stop;
    if (asked != null) {
      asked.run();
    }
    return asked != null;
  }

  /** Stops taking requests, finishes those under way, and closes the data directory. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    control.ifPresent(ControlSocket::close);
    web.stop();
    duties.close();
    ledgers.close();
    directory.close();
    data.close();
  }
}
