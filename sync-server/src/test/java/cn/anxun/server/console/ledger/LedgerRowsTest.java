package cn.anxun.server.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LedgerRowsTest {
  /** In order; those of one line are alike. */
  private static final List<List<@Nullable Json>> ORDER =
      List.of(
          Arrays.asList(null, Json.NULL, Json.of("")),
          List.of(Json.of(-1)),
          List.of(Json.of(9)),
          List.of(Json.of(10)),
          List.of(Json.of("1z")),
          List.of(Json.of("消防")));

  @Test
  void compare_whateverAFieldHolds_isOneOrder() {
    for (int i = 0; i < ORDER.size(); i++) {
      for (int j = 0; j < ORDER.size(); j++) {
        for (Json one : ORDER.get(i)) {
          for (Json other : ORDER.get(j)) {
            assertThat(Integer.signum(LedgerRows.compare(one, other)))
                .as("%s and %s", one, other)
                .isEqualTo(Integer.compare(i, j));
          }
        }
      }
    }
  }
}
