package cn.anxun.server.console.page;

import cn.anxun.core.entry.Kind;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import java.util.Locale;
import java.util.Optional;

/** The console's main places, in the order of its menu; the words are {@code console.nav.NAME}. */
public enum Section {
  OVERVIEW("/", Permission.SEE_FIGURES),
  BUREAUS("/bureaus", Permission.SEE_FIGURES),
  MONTHLY("/monthly", Permission.SEE_FIGURES),
  RECORDS("/records", Permission.SEE_FIGURES),
  PAPERS("/papers", Permission.SEE_FIGURES),
  WORK("/work", Permission.PUSH),
  FIGURES("/figures", Permission.SEE_FIGURES),
  FORMS("/forms", Permission.SEE_FIGURES),
  IMPORT("/import", Permission.PUSH, Kind.Right.OFFICE),

  /** Open to those who may open one of its tabs. */
  ADMIN("/admin", Permission.SEE_FIGURES);

  private final String path;
  private final Permission permission;
  private final Optional<Kind.Right> right;

  Section(String path, Permission permission) {
    this.path = path;
    this.permission = permission;
    this.right = Optional.empty();
  }

  Section(String path, Permission permission, Kind.Right right) {
    this.path = path;
    this.permission = permission;
    this.right = Optional.of(right);
  }

  public String path() {
    return path;
  }

  /** The key of its name. */
  public String key() {
    return "console.nav." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether this person may go there at all. */
  public boolean isOpenTo(Principal person) {
    return person.may(Permission.SEE_FIGURES)
        && person.may(permission)
        && right.map(person.role()::has).orElse(true)
        && (this != ADMIN || AdminTab.first(person).isPresent());
  }
}
