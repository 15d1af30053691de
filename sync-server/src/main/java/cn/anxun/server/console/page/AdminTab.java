package cn.anxun.server.console.page;

import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The pages of 管理, each for those who may; the words are {@code console.admin.NAME}. */
public enum AdminTab {
  BASE("/admin/base", Need.OFFICE),
  MEASURES("/admin/measures", Need.OFFICE),
  PHONES("/admin/phones", Need.OFFICE),
  PEOPLE("/admin/people", Need.ADMINISTRATOR),
  DEVICES("/admin/devices", Need.ADMINISTRATOR),
  APP("/admin/app", Need.ADMINISTRATOR),
  BUREAUS("/admin/bureaus", Need.ADMINISTRATOR),
  BACKUP("/admin/backup", Need.ADMINISTRATOR),
  AUDIT("/admin/audit", Need.ADMINISTRATOR);

  /** What a person must be. */
  private enum Need {
    /** One who revises the office's documents. */
    OFFICE,
    ADMINISTRATOR
  }

  private final String path;
  private final Need need;

  AdminTab(String path, Need need) {
    this.path = path;
    this.need = need;
  }

  public String path() {
    return path;
  }

  /** What it is called. */
  public String title(Texts texts) {
    return texts.text("console.admin." + name().toLowerCase(Locale.ROOT));
  }

  public boolean isOpenTo(Principal person) {
    return switch (need) {
      case OFFICE -> person.may(Permission.PUSH) && person.role().mayEditDocuments();
      case ADMINISTRATOR -> person.may(Permission.ADMINISTER);
    };
  }

  /** Those that this person may open. */
  public static List<AdminTab> list(Principal person) {
    return List.of(values()).stream().filter(tab -> tab.isOpenTo(person)).toList();
  }

  static Optional<AdminTab> first(Principal person) {
    return list(person).stream().findFirst();
  }

  /** {@code /admin} leads to the first page that the person may open. */
  public static void register(RoutesConfig routes, Access access) {
    routes.get(
        "/admin",
        access.see(
            Permission.SEE_FIGURES,
            (context, person) ->
                context.redirect(
                    first(person).orElseThrow(() -> Refusal.of(403, "forbidden")).path(),
                    HttpStatus.SEE_OTHER)));
  }
}
