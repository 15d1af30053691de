package cn.anxun.server.console.handout;

import cn.anxun.server.console.page.Pages;
import cn.anxun.server.enrolment.PhoneAccess;
import cn.anxun.server.enrolment.QrCode;
import cn.anxun.server.handout.AppOffer;
import cn.anxun.server.handout.AppPackage;
import cn.anxun.server.handout.HandedOutApp;
import cn.anxun.server.http.FileAnswer;
import cn.anxun.server.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The page from which phones get the app, and the app: for everybody, with nothing of a bureau. */
public final class AppPages {
  private static final String PAGE = "/app";
  private static final String FILE = PAGE + "/anxun.apk";
  private static final String APK = "application/vnd.android.package-archive";
  private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final double MEGABYTE = 1_000_000;
  private static final List<AppPage.Guide> GUIDES =
      List.of(
          new AppPage.Guide("any", List.of("any.1", "any.2", "any.3")),
          new AppPage.Guide("huawei", List.of("huawei.1", "huawei.2", "huawei.3")),
          new AppPage.Guide("xiaomi", List.of("xiaomi.1", "xiaomi.2", "xiaomi.3")),
          new AppPage.Guide("wechat", List.of("wechat.1", "wechat.2")));

  private final Pages pages;
  private final AppOffer offer;
  private final Supplier<PhoneAccess> reached;

  public AppPages(Pages pages, AppOffer offer, Supplier<PhoneAccess> reached) {
    this.pages = pages;
    this.offer = offer;
    this.reached = reached;
  }

  public void register(RoutesConfig routes) {
    routes.get(PAGE, this::page);
    routes.get(FILE, this::file);
    // Phones' own downloaders ask for the length first.
    routes.head(FILE, this::file);
  }

  private void page(Context context) {
    Optional<HandedOutApp> offered = offer.find();
    String address =
        reached.get().address().map(Object::toString).orElse("https://" + context.host()) + PAGE;
    QrCode qr = QrCode.robust(address);
    String agent = Optional.ofNullable(context.userAgent()).orElse("");
    Pages.send(
        context,
        "handout/app.jte",
        pages.door(context, "console.app.title"),
        new AppPage(
            offered,
            offered.map(one -> megabytes(one.app())).orElse(""),
            offered.map(one -> String.format(Locale.ROOT, "%,d", one.app().bytes())).orElse(""),
            offered.map(one -> android(one.app().minSdk())).orElse(""),
            address,
            qr.path(),
            qr.size(),
            OWN.stream().noneMatch(host -> address.contains("//" + host)),
            reached.get().fingerprint().isPresent(),
            agent.contains("MicroMessenger"),
            GUIDES));
  }

  private static String megabytes(AppPackage app) {
    return String.format(Locale.ROOT, "%.1f", app.bytes() / MEGABYTE);
  }

  /** What people call the version of Android with this API level. */
  private static String android(int level) {
    return switch (level) {
      case 26 -> "8.0";
      case 27 -> "8.1";
      case 28 -> "9";
      default -> level > 32 ? Integer.toString(level - 20) : "API " + level;
    };
  }

  private void file(Context context) throws IOException {
    HandedOutApp offered = offer.find().orElseThrow(() -> Refusal.of(404, "no-app"));
    String name = "anxun-" + offered.app().version().name() + ".apk";
    context.header("Content-Disposition", "attachment; filename=\"" + name + '"');
    FileAnswer.send(context, offered.file(), APK, offered.app().sha256());
  }
}
