package cn.anxun.server.console.form;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Device;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.checkup.Checkup;
import cn.anxun.server.checkup.CheckupSettings;
import cn.anxun.server.checkup.Finding;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.storage.BureauLedgers;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** 数据体检 before a year is signed, for those who answer for all records. */
public final class CheckupPages {
  private static final int SHOWN = 100;
  private static final int NAMED = 30;

  private final Access access;
  private final Pages pages;
  private final BureauLedgers ledgers;
  private final Directory directory;
  private final Clock clock;

  public CheckupPages(
      Access access, Pages pages, BureauLedgers ledgers, Directory directory, Clock clock) {
    this.access = access;
    this.pages = pages;
    this.ledgers = ledgers;
    this.directory = directory;
    this.clock = clock;
  }

  public void register(RoutesConfig routes) {
    routes.get("/checkup", access.see(Permission.SEE_FIGURES, this::show));
  }

  private void show(Context context, Principal person) {
    if (!person.role().mayAmendOthers()) {
      throw Refusal.of(403, "forbidden");
    }
    FormRequest asked = FormRequest.atLatest(context, person, ledgers, clock);
    Set<String> phones =
        directory.devices().list(person.bureau()).stream()
            .map(Device::id)
            .collect(Collectors.toSet());
    List<Finding> findings =
        new Checkup(
                asked.ledger, asked.state, asked.year, phones::contains, CheckupSettings.STANDARD)
            .findings();
    asked.send(
        pages,
        "form/checkup.jte",
        asked.texts.text("console.checkup.title", Integer.toString(asked.year)),
        new CheckupPage(
            asked.year,
            "/checkup?year=" + (asked.year - 1),
            "/checkup?year=" + (asked.year + 1),
            asked.address("/year-end"),
            groups(asked, findings)));
  }

  private List<CheckupPage.Group> groups(FormRequest asked, List<Finding> findings) {
    Map<String, List<Finding>> byType = new LinkedHashMap<>();
    for (String type :
        List.of("reused-photo", "rectified-before-found", "missing-after-photo", "burst", "late")) {
      byType.put(type, new ArrayList<>());
    }
    for (Finding finding : findings) {
      byType.computeIfAbsent(type(finding), type -> new ArrayList<>()).add(finding);
    }
    YearEndReading names = new YearEndReading(asked, directory);
    List<CheckupPage.Group> groups = new ArrayList<>();
    byType.forEach(
        (type, found) ->
            groups.add(
                new CheckupPage.Group(
                    asked.texts.text("console.checkup." + type),
                    found.size(),
                    asked.texts.text("console.checkup." + type + ".help"),
                    found.stream()
                        .limit(SHOWN)
                        .map(one -> item(asked.texts, one, names))
                        .toList())));
    return groups;
  }

  private static String type(Finding finding) {
    if (finding instanceof Finding.ReusedPhoto) {
      return "reused-photo";
    }
    if (finding instanceof Finding.RectifiedBeforeFound) {
      return "rectified-before-found";
    }
    if (finding instanceof Finding.MissingAfterPhoto) {
      return "missing-after-photo";
    }
    return finding instanceof Finding.Burst ? "burst" : "late";
  }

  private CheckupPage.Item item(Texts texts, Finding finding, YearEndReading names) {
    return new CheckupPage.Item(
        sentence(texts, finding, names),
        finding.subjects().stream().limit(NAMED).map(names::record).toList());
  }

  private static String sentence(Texts texts, Finding finding, YearEndReading names) {
    if (finding instanceof Finding.ReusedPhoto photo) {
      return texts.text(
          "console.checkup.reused-photo.says",
          photo.sha256().substring(0, 8),
          photo.subjects().size());
    }
    if (finding instanceof Finding.RectifiedBeforeFound hazard) {
      return texts.text(
          "console.checkup.rectified-before-found.says",
          Days.text(hazard.found(), texts),
          Days.text(hazard.rectified(), texts));
    }
    if (finding instanceof Finding.Burst burst) {
      return texts.text(
          "console.checkup.burst.says",
          names.person(burst.author()),
          Days.text(burst.from(), texts),
          Days.text(burst.until(), texts),
          burst.subjects().size());
    }
    if (finding instanceof Finding.LateEntry late) {
      return texts.text(
          "console.checkup.late.says",
          Days.text(late.date(), texts),
          Days.text(late.entered(), texts));
    }
    return "";
  }
}
