package cn.anxun.server.console.people;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.http.Refusal;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Map;

/**
 * What somebody is to be in a bureau, to choose.
 *
 * @param bureaus to choose from, by id; one alone is not asked
 */
public record GrantForm(
    String bureau,
    String role,
    String unit,
    String division,
    Map<String, String> bureaus,
    Map<String, String> roles,
    Map<String, String> units,
    Map<String, String> divisions) {
  private static final int MAX_UNIT = 64;

  /**
   * What was chosen.
   *
   * @param words of this bureau, to understand a unit by its name
   * @throws Refusal where it is no role or unit
   */
  static Grant read(Context context, String bureau, Words words) {
    Role role =
        Role.find(field(context, "role"))
            .orElseThrow(
                () -> Refusal.ofField(400, "bad-choice", "role", String.join(", ", wires())));
    String unit = field(context, "unit");
    if (unit.length() > MAX_UNIT) {
      throw Refusal.ofField(400, "too-long", "unit", Integer.toString(MAX_UNIT));
    }
    return new Grant(bureau, role, words.unitCode(unit), field(context, "division"), 1);
  }

  private static Iterable<String> wires() {
    return Arrays.stream(Role.values()).map(Role::wire).toList();
  }

  static String field(Context context, String name) {
    return Requests.typed(context, name);
  }
}
