package cn.anxun.server.console.people;

import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Account;
import cn.anxun.server.auth.Device;
import cn.anxun.server.auth.Members;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Links;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import cn.anxun.server.paper.RevokedNumbers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** 设备: the phones of the bureau. */
final class DevicePages {
  private static final String ROUTE = AdminTab.DEVICES.path() + "/{device}";

  private final Access access;
  private final PeopleDesk desk;
  private final Issuing issuing;
  private final RevokedNumbers numbers;

  DevicePages(Access access, PeopleDesk desk, Issuing issuing, RevokedNumbers numbers) {
    this.access = access;
    this.desk = desk;
    this.issuing = issuing;
    this.numbers = numbers;
  }

  void register(RoutesConfig routes) {
    routes.get(AdminTab.DEVICES.path(), access.see(Permission.ADMINISTER, this::list));
    routes.get(ROUTE, access.see(Permission.ADMINISTER, this::show));
    routes.post(ROUTE + "/revoke", access.send(Permission.ADMINISTER, this::revoke));
    routes.post(ROUTE + "/enrol", access.send(Permission.ADMINISTER, this::enrol));
  }

  /** The page of a phone. */
  static String link(String device) {
    return AdminTab.DEVICES.path() + '/' + Links.encoded(device);
  }

  private void list(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    Instant today = Days.start(Days.today(desk.clock()));
    Sent sent = desk.sent(person);
    List<Device> devices = new ArrayList<>(desk.directory().devices().list(person.bureau()));
    devices.sort(
        Comparator.comparing((Device device) -> device.revokedAt().isPresent())
            .thenComparing(Device::lastSeenAt));
    List<DevicesPage.Row> rows = new ArrayList<>();
    int silent = 0;
    for (Device device : devices) {
      boolean isSilent = device.revokedAt().isEmpty() && device.lastSeenAt().isBefore(today);
      silent += isSilent ? 1 : 0;
      rows.add(
          new DevicesPage.Row(
              link(device.id()),
              owner(device),
              device.letters(),
              device.name(),
              Days.text(device.enrolledAt(), texts),
              Days.text(device.lastSeenAt(), texts),
              isSilent,
              sent.count(device.id()),
              sent.missing(device.id()),
              app(device),
              state(device, isSilent, texts)));
    }
    desk.send(
        context,
        person,
        "people/devices.jte",
        AdminTab.DEVICES.title(texts),
        new DevicesPage(rows, silent));
  }

  /** The version of the app that the phone last named; "" where it names none. */
  private static String app(Device device) {
    return device.app().map(AppVersion::name).orElse("");
  }

  private static String state(Device device, boolean silent, Texts texts) {
    return device
        .revokedAt()
        .map(at -> texts.text("console.devices.revoked-at", Days.text(at, texts)))
        .orElseGet(() -> texts.text("console.devices." + (silent ? "silent" : "in-use")));
  }

  private String owner(Device device) {
    return desk.directory()
        .accounts()
        .find(device.account())
        .map(Account::displayName)
        .orElse(device.account());
  }

  /** The phone of the address, where it is one of this bureau. */
  private Device device(Context context, Principal person) {
    String id = context.pathParam("device");
    return desk.directory()
        .devices()
        .find(id)
        .filter(device -> device.bureau().equals(person.bureau()))
        .orElseThrow(() -> Refusal.of(404, "no-such-device", id));
  }

  private void show(Context context, Principal person) {
    show(context, person, "");
  }

  private void show(Context context, Principal person, String problem) {
    Texts texts = Requests.texts(context);
    Device device = device(context, person);
    Sent sent = desk.sent(person);
    List<DevicePage.Count> counts = new ArrayList<>();
    sent.kinds(device.id())
        .forEach((kind, count) -> counts.add(new DevicePage.Count(kind(kind, texts), count)));
    Instant last = sent.last(device.id());
    int held =
        (int)
            desk.directory().inbox().listUndecided(person.bureau()).stream()
                .filter(item -> item.device().equals(device.id()))
                .count();
    desk.send(
        context,
        person,
        "people/device.jte",
        texts.text("console.devices.of", owner(device), device.letters()),
        new DevicePage(
            link(device.id()),
            owner(device),
            AccountPages.link(device.account()),
            device.letters(),
            device.name(),
            Days.text(device.enrolledAt(), texts),
            Days.text(device.lastSeenAt(), texts),
            device.revokedAt().map(at -> Days.text(at, texts)).orElse(""),
            mayEnrol(device),
            issuing.address(context),
            counts,
            last == null ? "" : Days.text(last, texts),
            held,
            sent.missing(device.id()),
            app(device),
            problem));
  }

  private static String kind(String kind, Texts texts) {
    String key = "console.kind." + kind;
    return texts.has(key) ? texts.text(key) : kind;
  }

  private boolean mayEnrol(Device device) {
    return owner(device.account(), device.bureau())
        .filter(
            member ->
                member.current()
                    && !member.account().disabled()
                    && Permission.of(member.grant().role()).contains(Permission.PUSH))
        .isPresent();
  }

  private Optional<Members.Member> owner(String account, String bureau) {
    return desk.directory().members().find(bureau, account);
  }

  private void revoke(Context context, Principal person) {
    Device device = device(context, person);
    desk.directory().devices().revoke(device.id(), person.account());
    numbers.takeBack(person, device.id());
    context.redirect(link(device.id()), HttpStatus.SEE_OTHER);
  }

  private void enrol(Context context, Principal person) {
    Device device = device(context, person);
    Members.Member owner = new Administrator(desk.directory(), person).member(device.account());
    PeopleDesk.attempt(context, () -> issuing.phone(context, person, owner, link(device.id())))
        .ifPresent(problem -> show(context, person, problem));
  }
}
