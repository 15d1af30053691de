package cn.anxun.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Held against Gson: it takes nothing that Gson refuses, and reads and writes the same. */
class JsonParserTest {
  private static final String MARKS = "{}[]:,\"\\/ue09aAtfn.-+E \t\n\u0001\uD800\uDC00\uFFFD安";

  @Property(tries = 2_000)
  void read_ofMangledText_isWhatGsonReads(@ForAll Random random) {
    String text = mangled(JsonText.write(JsonTextTest.value(random, 0)), random);

    Json read;
    try {
      read = JsonParser.read(text);
    } catch (JsonParser.Stop e) {
      return;
    }
    assertThat(JsonText.readExplaining(text)).as(text).isEqualTo(read);
  }

  @Property(tries = 2_000)
  void check_ofMangledText_takesNoneThatGsonRefuses(@ForAll Random random) {
    String text = mangled(JsonText.write(JsonTextTest.value(random, 0)), random);

    try {
      JsonParser.check(text);
    } catch (JsonParser.Stop e) {
      return;
    }
    assertThatCode(() -> JsonText.checkExplaining(text)).as(text).doesNotThrowAnyException();
  }

  @Property(tries = 300)
  void read_ofWhatIsWellFormed_needsNoOther(@ForAll Random random) throws Exception {
    Json value = JsonTextTest.value(random, 0);
    String text = JsonText.write(value);

    assertThat(JsonParser.read(text)).isEqualTo(value);
    JsonParser.check(text);
  }

  @Property(tries = 300)
  void write_isWhatGsonWrites(@ForAll Random random) throws IOException {
    Json value = JsonTextTest.value(random, 0);
    StringWriter text = new StringWriter();
    JsonWriter writer = new JsonWriter(text);
    writer.setHtmlSafe(false);
    write(value, writer);

    assertThat(JsonText.write(value)).isEqualTo(text.toString());
  }

  private static String mangled(String text, Random random) {
    StringBuilder mangled = new StringBuilder(text);
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(mangled.length() + 1);
      if (random.nextBoolean() && at < mangled.length()) {
        mangled.deleteCharAt(at);
      } else {
        mangled.insert(at, MARKS.charAt(random.nextInt(MARKS.length())));
      }
    }
    return mangled.toString();
  }

  private static void write(Json value, JsonWriter writer) throws IOException {
    if (value instanceof Json.Text text) {
      writer.value(text.value());
    } else if (value instanceof Json.Num num) {
      writer.value(num.value());
    } else if (value instanceof Json.Flag flag) {
      writer.value(flag.value());
    } else if (value instanceof Json.Items items) {
      writer.beginArray();
      for (Json item : items.values()) {
        write(item, writer);
      }
      writer.endArray();
    } else if (value instanceof Json.Members members) {
      writer.beginObject();
      for (Map.Entry<String, Json> member : members.values().entrySet()) {
        writer.name(member.getKey());
        write(member.getValue(), writer);
      }
      writer.endObject();
    } else {
      writer.jsonValue("null");
    }
  }
}
