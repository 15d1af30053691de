package cn.anxun.server.console.page;

import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import java.util.List;

/** The bureaus whose figures somebody may see. */
public final class SeenBureaus {
  private SeenBureaus() {}

  public static List<Grant> list(Directory directory, Principal person) {
    if (person.readOnly()) {
      return List.of(person.grant());
    }
    return directory.accounts().listGrants(person.account()).stream()
        .filter(grant -> Permission.of(grant.role()).contains(Permission.SEE_FIGURES))
        .toList();
  }
}
