package cn.anxun.server.console.backup;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.backup.KeptBackups;
import cn.anxun.server.backup.NightlySettings;
import cn.anxun.server.backup.NightlyStanding;
import cn.anxun.server.backup.NightlyWords;
import cn.anxun.server.console.page.Access;
import cn.anxun.server.console.page.AdminTab;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Pages;
import cn.anxun.server.console.page.Section;
import cn.anxun.server.http.Requests;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** 备份 in 管理: how the nightly backup stands, what there is, and how it is set and restored. */
public final class BackupPages {
  private final Access access;
  private final Pages pages;
  private final Supplier<Optional<NightlyStanding>> standing;
  private final Directory directory;
  private final Path data;
  private final KeptBackups kept = new KeptBackups();

  /**
   * @param standing empty where there is nothing to keep, as in a demo
   * @param data the data directory
   */
  public BackupPages(
      Access access,
      Pages pages,
      Directory directory,
      Supplier<Optional<NightlyStanding>> standing,
      Path data) {
    this.directory = directory;
    this.access = access;
    this.pages = pages;
    this.standing = standing;
    this.data = data;
  }

  public void register(RoutesConfig routes) {
    routes.get(AdminTab.BACKUP.path(), access.see(Permission.ADMINISTER, this::show));
  }

  private void show(Context context, Principal person) {
    Texts texts = Requests.texts(context);
    Optional<NightlyStanding> how = standing.get();
    List<String> lines = how.map(new NightlyWords(texts)::lines).orElse(List.of());
    List<BackupPage.Row> rows = new ArrayList<>();
    boolean overAll = directory.bureaus().isOverAll(person.account());
    // Where the backups lie may be slow or away, and is told to nobody else.
    how.filter(standing -> overAll)
        .flatMap(NightlyStanding::settings)
        .map(NightlySettings::folder)
        .map(kept::list)
        .orElse(List.of())
        .forEach(
            one ->
                rows.add(
                    new BackupPage.Row(
                        one.folder().toString(),
                        Days.text(one.created(), texts),
                        String.format(Locale.ROOT, "%,d", one.entries()))));
    Collections.reverse(rows);
    Pages.send(
        context,
        "backup/backup.jte",
        pages.plain(context, person, Section.ADMIN, texts.text("console.backup.title")),
        new BackupPage(
            how.map(NightlyStanding::isWarning).orElse(false),
            lines.stream().findFirst().orElse(""),
            lines.stream().skip(1).toList(),
            rows,
            data.toAbsolutePath().toString(),
            overAll));
  }
}
