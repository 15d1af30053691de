package cn.anxun.server.http.v1;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.People;
import cn.anxun.core.sync.wire.v1.PeopleJson;
import cn.anxun.server.auth.Members;
import cn.anxun.server.auth.Permission;
import cn.anxun.server.auth.Principal;
import cn.anxun.server.http.Gate;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the authors of entries are called: of the asker's bureau alone, those who left included. A
 * grid worker is told of staff, and of the grid workers of the own division.
 */
final class PeopleRoutes {
  private final Gate gate;
  private final Members members;

  PeopleRoutes(Gate gate, Members members) {
    this.gate = gate;
    this.members = members;
  }

  void register(RoutesConfig routes) {
    routes.get("/api/v1/people", gate.allow(Permission.PULL, this::list));
  }

  private void list(Context context, Principal principal) {
    Map<String, String> names = new LinkedHashMap<>();
    for (Members.Member member : members.list(principal.bureau())) {
      if (sees(principal, member)) {
        names.put(member.account().id(), member.account().displayName());
      }
    }
    Answers.send(context, PeopleJson.write(new People(names)));
  }

  private static boolean sees(Principal principal, Members.Member member) {
    return principal.role() != Role.GRID_WORKER
        || member.grant().role() != Role.GRID_WORKER
        || member.grant().division().startsWith(principal.grant().division());
  }
}
