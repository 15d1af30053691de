package cn.anxun.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NamedValuesTest {

  @Property(tries = 300)
  void copyOf_ofAnyNames_saysTheSameInTheSameOrder(
      @ForAll @Size(max = 60) List<@StringLength(max = 3) String> names) {
    Map<String, Json> given = new LinkedHashMap<>();
    names.forEach(name -> given.put(name, Json.of(names.indexOf(name))));

    Map<String, Json> copy = NamedValues.copyOf(given);

    assertThat(copy).isEqualTo(given).hasSameHashCodeAs(given).hasSameSizeAs(given);
    assertThat(copy.keySet()).containsExactlyElementsOf(given.keySet());
    given.forEach((name, value) -> assertThat(copy.get(name)).isEqualTo(value));
    assertThat(copy.containsKey("none")).isFalse();
    assertThat(copy.get("none")).isNull();
    assertThat(NamedValues.copyOf(copy)).isEqualTo(copy);
  }

  @Test
  void copyOf_whenTheNamesHaveOneHash_tellsThemApart() {
    Map<String, Json> given = new LinkedHashMap<>();
    given.put("Aa", Json.of(1));
    given.put("BB", Json.of(2));

    Map<String, Json> copy = NamedValues.copyOf(given);

    assertThat(copy.get("Aa")).isEqualTo(Json.of(1));
    assertThat(copy.get("BB")).isEqualTo(Json.of(2));
    assertThat(copy.get("C#")).isNull();
  }

  @Test
  void copyOf_ofNamesLongerThanAnyFieldHas_saysTheSame() {
    Map<String, Json> given = new LinkedHashMap<>();
    given.put("n".repeat(60_000), Json.of(1));
    given.put("short", Json.of(2));

    Map<String, Json> copy = NamedValues.copyOf(given);

    assertThat(copy).isEqualTo(given);
    assertThat(NamedValues.copyOf(given)).isEqualTo(copy);
  }

  @Test
  void copyOf_isNotToBeChangedAndDoesNotChange() {
    Map<String, Json> given = new LinkedHashMap<>(Map.of("name", Json.of("a")));
    Map<String, Json> copy = NamedValues.copyOf(given);

    given.put("name", Json.of("b"));

    assertThat(copy).containsEntry("name", Json.of("a"));
    assertThatThrownBy(() -> copy.put("name", Json.NULL))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.remove("name")).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void pick_outOfMapsOfOtherNames_findsEachWhereItStands() {
    NamedValues.Picking picking = new NamedValues.Picking(List.of("b", "a"));
    List<@Nullable Json[]> columns = List.of(new @Nullable Json[4], new @Nullable Json[4]);

    picking.pick(NamedValues.copyOf(map("a", "b")), 0, columns);
    picking.pick(NamedValues.copyOf(map("b", "c", "a")), 1, columns);
    picking.pick(Map.of("a", Json.NULL), 2, columns);
    picking.pick(NamedValues.copyOf(Map.of("b", Json.NULL)), 3, columns);

    assertThat(columns.get(0)).containsExactly(Json.of("b"), Json.of("b"), null, null);
    assertThat(columns.get(1)).containsExactly(Json.of("a"), Json.of("a"), null, null);
  }

  private static Map<String, Json> map(String... names) {
    Map<String, Json> map = new LinkedHashMap<>();
    for (String name : names) {
      map.put(name, Json.of(name));
    }
    return map;
  }
}
