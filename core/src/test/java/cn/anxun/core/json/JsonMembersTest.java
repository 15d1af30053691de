package cn.anxun.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonMembersTest {

  private static String of(String json, String member) {
    byte[] bytes = json.getBytes(UTF_8);
    return new String(JsonMembers.ofObject(bytes).get(member).of(bytes), UTF_8);
  }

  @Test
  void ofObject_findsEachValueAsItIsWritten() {
    String json = " { \"a\" : 1.50 ,\n\"b\":\"x\\\"},{\" , \"c\":[ {\"b\":2} ] ,\"d\":null} ";

    assertThat(JsonMembers.ofObject(json.getBytes(UTF_8))).containsOnlyKeys("a", "b", "c", "d");
    assertThat(of(json, "a")).isEqualTo("1.50");
    assertThat(of(json, "b")).isEqualTo("\"x\\\"},{\"");
    assertThat(of(json, "c")).isEqualTo("[ {\"b\":2} ]");
    assertThat(of(json, "d")).isEqualTo("null");
  }

  @Test
  void ofObject_whenANameIsEscaped_isTheNameItMeans() {
    assertThat(of("{\"p\\u0065rsonal\":{\"n\":1}}", "personal")).isEqualTo("{\"n\":1}");
  }

  @Test
  void ofObject_whenANestedMemberHasTheName_isTheOutermostOnly() {
    assertThat(of("{\"public\":{\"personal\":1},\"personal\":2}", "personal")).isEqualTo("2");
  }

  @Test
  void ofArray_findsEachItem() {
    byte[] json = "{\"e\":[1, \"]\" ,{\"a\":[]},[2]]}".getBytes(UTF_8);

    List<String> items = new ArrayList<>();
    for (JsonMembers.Span span : JsonMembers.ofArray(json, JsonMembers.ofObject(json).get("e"))) {
      items.add(new String(span.of(json), UTF_8));
    }
    assertThat(items).containsExactly("1", "\"]\"", "{\"a\":[]}", "[2]");
  }

  @Test
  void ofArray_whenEmpty_hasNone() {
    byte[] json = "{ \"e\" : [ ] }".getBytes(UTF_8);

    assertThat(JsonMembers.ofArray(json, JsonMembers.ofObject(json).get("e"))).isEmpty();
    assertThat(JsonMembers.ofObject("{ }".getBytes(UTF_8))).isEmpty();
  }

  @Test
  void replace_changesThatValueAlone() {
    byte[] json = "{\"a\":1, \"personal\":{\"n\":\"张\"} , \"z\":2}".getBytes(UTF_8);

    byte[] replaced =
        JsonMembers.replace(
            json, JsonMembers.ofObject(json).get("personal"), "null".getBytes(UTF_8));

    assertThat(new String(replaced, UTF_8)).isEqualTo("{\"a\":1, \"personal\":null , \"z\":2}");
  }

  @Property(tries = 300)
  void ofObject_whenWritten_agreesWithTheReader(@ForAll Random random) {
    Json.MembersBuilder builder = Json.members();
    for (int i = 0; i < 5; i++) {
      builder.put("m" + i, JsonTextTest.value(random, 0));
    }
    Json.Members members = builder.put("安\"", JsonTextTest.value(random, 1)).build();
    byte[] json = JsonText.bytes(members);

    Map<String, Json> found = new LinkedHashMap<>();
    JsonMembers.ofObject(json)
        .forEach((name, span) -> found.put(name, JsonText.read(span.of(json))));

    assertThat(found).isEqualTo(members.values());
  }
}
