package cn.anxun.server.http.v1;

import cn.anxun.server.auth.Directory;
import cn.anxun.server.file.FileStore;
import cn.anxun.server.file.Uploads;
import cn.anxun.server.handout.AppOffer;
import cn.anxun.server.http.ClientAddress;
import cn.anxun.server.http.Gate;
import cn.anxun.server.http.Metrics;
import cn.anxun.server.http.RateLimit;
import cn.anxun.server.paper.NumberDesk;
import cn.anxun.server.scope.SubjectIndexes;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import java.time.Clock;

/** Every route of the API, version 1. */
public final class Api {
  private final DeviceRoutes devices;
  private final SessionRoutes sessions;
  private final EntryRoutes entries;
  private final PeopleRoutes people;
  private final FigureRoutes figures;
  private final FormRoutes forms;
  private final FileRoutes files;
  private final UploadRoutes uploads;
  private final NumberRoutes numbers;
  private final AppRoutes app;
  private final OpenApiRoutes openApi = new OpenApiRoutes();

  /**
   * @param guesses how many wrong codes and passwords an address may give
   * @param files photos and documents of records
   * @param uploads those on their way
   * @param numbers the desk of this data directory
   * @param offer the app that phones get
   * @param bundleKey what devices seal bundles to, told at enrolment
   */
  public Api(
      Directory directory,
      BureauLedgers ledgers,
      Gate gate,
      RateLimit guesses,
      ClientAddress address,
      Metrics metrics,
      FormPrinter printer,
      FileStore files,
      Uploads uploads,
      NumberDesk numbers,
      AppOffer offer,
      String bundleKey,
      Clock clock) {
    SubjectIndexes indexes = new SubjectIndexes();
    this.devices = new DeviceRoutes(directory.enrolments(), guesses, address, bundleKey);
    this.sessions = new SessionRoutes(directory, guesses, address);
    this.entries = new EntryRoutes(gate, ledgers, directory, indexes, metrics, clock);
    this.people = new PeopleRoutes(gate, directory.members());
    this.figures = new FigureRoutes(gate, ledgers, clock);
    this.forms = new FormRoutes(gate, ledgers, directory, printer, clock);
    this.files = new FileRoutes(gate, ledgers, indexes, files);
    this.uploads = new UploadRoutes(gate, uploads, metrics);
    this.numbers = new NumberRoutes(gate, numbers, directory.devices());
    this.app = new AppRoutes(offer);
  }

  public void register(RoutesConfig routes) {
    devices.register(routes);
    sessions.register(routes);
    entries.register(routes);
    people.register(routes);
    figures.register(routes);
    forms.register(routes);
    files.register(routes);
    uploads.register(routes);
    numbers.register(routes);
    app.register(routes);
    openApi.register(routes);
  }
}
