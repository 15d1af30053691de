package cn.anxun.server.access;

import cn.anxun.core.ledger.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code docs/access.md}: which route lets whom in, as a person reads it. */
final class AccessTable {
  private static final String HEAD =
      """
      # Who gets in where

      Every route that is served, and whom it lets in. Written from what `AccessMatrixTest` asserts, cell by cell, with a real request to a real
      server: {asked}, about the own bureau's things, another bureau's, and none; a route that is not in `sync-server/src/test/resources/access/routes.txt` fails that test, and so does this page when it is stale.

      | letter | role | |
      |---|---|---|
      | G | 网格员, grid worker | pulls the subjects of the own division and the own ones, never a figure of the bureau |
      | I | 执法人员, inspector | |
      | S | 科室负责人, supervisor | |
      | O | 办公室, office | |
      | A | 管理员, administrator | of this bureau; **A+** of every bureau of the server |
      | U | 审计人员, auditor | reads in the browser; has no phone |

      *Phone*: the token of an enrolled device. *Browser*: the cookie of a session, with the secret of our own form. *Program*: a session's token in a header.
      *Link*: a one-time link that shows figures. **all**: also without any token. Whoever is not named gets 401 (a page: the login) without a token in
      force, else 403; a revoked phone, one of a disabled account, of a grant that was taken away, or of an auditor gets 401 everywhere but in a push,
      which goes into the inbox, and in a pull with a cursor of before a restore, which is told of the restore and nothing else.

      For each refusal: nothing in the data directory changes, and the answer is the same whether what was asked about exists or not. For each answer: what is of
      another bureau is answered as what does not exist, and whoever may read something of their own bureau gets it (2xx or 3xx), but
      for six routes that other tests show (`AccessMatrixTest.SHOWN_ELSEWHERE`), and pages asked for by a program. *Doors* look themselves
      at a password, a code or a link. Which part of the bureau a grid worker gets, by the division of the grant, is not in this table: `GridWorkerTest`.

      | route | asks for | phone | browser | program | link |
      |---|---|---|---|---|---|
      """;

  private AccessTable() {}

  /**
   * The page.
   *
   * @param cells how many requests were made
   * @param served how many routes are
   * @param callers how many asked
   */
  static String of(Map<String, Need> needs, int cells, int served, int callers) {
    String asked =
        String.format(Locale.ROOT, "%,d cells of %d routes and %d callers", cells, served, callers);
    StringBuilder table = new StringBuilder(HEAD.replace("{asked}", asked));
    List<String> routes = new ArrayList<>(needs.keySet());
    routes.sort(
        java.util.Comparator.comparing((String route) -> !route.contains(" /api/"))
            .thenComparing(route -> route.split(" ", 2)[1])
            .thenComparing(route -> route));
    for (String route : routes) {
      Need need = needs.get(route);
      String method = route.split(" ", 2)[0];
      table.append("| `").append(route).append("` | ").append(word(need));
      for (Caller.Kind kind :
          List.of(Caller.Kind.PHONE, Caller.Kind.BROWSER, Caller.Kind.PROGRAM, Caller.Kind.LINK)) {
        table
            .append(" | ")
            .append(need == Need.OPEN || need == Need.DOOR ? "all" : letters(need, kind, method));
      }
      table.append(" |\n");
    }
    return table.toString();
  }

  private static String word(Need need) {
    return need.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String letters(Need need, Caller.Kind kind, String method) {
    StringBuilder letters = new StringBuilder();
    if (kind == Caller.Kind.LINK) {
      return isLetIn(need, kind, Role.SUPERVISOR, false, method) ? "yes" : "–";
    }
    for (Role role :
        List.of(
            Role.GRID_WORKER,
            Role.INSPECTOR,
            Role.SUPERVISOR,
            Role.OFFICE,
            Role.ADMINISTRATOR,
            Role.AUDITOR)) {
      boolean hasPhone = role != Role.AUDITOR;
      if ((kind != Caller.Kind.PHONE || hasPhone) && isLetIn(need, kind, role, false, method)) {
        letters.append(letter(role));
      }
    }
    boolean overAll = isLetIn(need, kind, Role.ADMINISTRATOR, true, method);
    if (overAll && letters.indexOf("A") < 0) {
      letters.append("A+");
    }
    return letters.isEmpty() ? "–" : letters.toString();
  }

  private static boolean isLetIn(
      Need need, Caller.Kind kind, Role role, boolean overAll, String method) {
    Caller caller = new Caller("", kind, role, Map.of(), "", overAll);
    return need.of(caller, method) == Outcome.ANSWERED;
  }

  private static char letter(Role role) {
    return role == Role.AUDITOR ? 'U' : role.name().charAt(0);
  }
}
