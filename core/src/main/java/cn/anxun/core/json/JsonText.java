package cn.anxun.core.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes {@link Json} as RFC 8259 text in UTF-8. Reading is strict and safe on hostile
 * input: at most {@value #MAX_DEPTH} levels, numbers of at most {@value #MAX_NUMBER_CHARS}
 * characters and an exponent within ±{@value #MAX_SCALE}, no half surrogate pair, no name twice in
 * one object, nothing after the value.
 */
public final class JsonText {
  public static final int MAX_DEPTH = 32;
  public static final int MAX_NUMBER_CHARS = 40;
  public static final int MAX_SCALE = 40;

  private static final char REPLACEMENT = '\uFFFD';

  private JsonText() {}

  /**
   * Reads one value.
   *
   * @throws JsonSyntaxException where the bytes are not strict JSON within the limits above
   */
  public static Json read(byte[] utf8) {
    return read(text(utf8));
  }

  /** A decoder is strict and slow; without it what is not UTF-8 becomes a replacement character. */
  private static String text(byte[] utf8) {
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) < 0) {
      return text;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException e) {
      throw new JsonSyntaxException("the text is not UTF-8", e);
    }
  }

  /** As {@link #read(byte[])}, from a string. */
  public static Json read(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      Json value = value(reader, 0);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonSyntaxException("something follows the value", null);
      }
      return value;
    } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
      throw new JsonSyntaxException(place(e), e);
    } catch (IOException e) {
      throw new JsonSyntaxException("the text ends too early", e);
    }
  }

  /**
   * Checks that the bytes are one JSON value, without the limits on depth, numbers and names that
   * {@link #read(byte[])} has and without building anything: enough for {@link JsonMembers} to cut
   * it, so that each piece can be judged apart.
   *
   * @throws JsonSyntaxException where they are not, or are nested deeper than 255 levels
   */
  public static void check(byte[] utf8) {
    try {
      JsonReader reader = new JsonReader(new StringReader(text(utf8)));
      reader.setStrictness(Strictness.STRICT);
      reader.skipValue();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonSyntaxException("something follows the value", null);
      }
    } catch (MalformedJsonException | IllegalStateException | NumberFormatException e) {
      throw new JsonSyntaxException(place(e), e);
    } catch (IOException e) {
      throw new JsonSyntaxException("the text ends too early", e);
    }
  }

  private static Json value(JsonReader reader, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new JsonSyntaxException(
          "more than " + MAX_DEPTH + " levels at " + reader.getPath(), null);
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, depth);
      case BEGIN_ARRAY -> array(reader, depth);
      case STRING -> new Json.Text(unicode(reader.nextString(), reader));
      case NUMBER -> number(reader);
      case BOOLEAN -> Json.of(reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield Json.NULL;
      }
      default -> throw new JsonSyntaxException("no value at " + reader.getPath(), null);
    };
  }

  private static Json array(JsonReader reader, int depth) throws IOException {
    List<Json> items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value(reader, depth + 1));
    }
    reader.endArray();
    return new Json.Items(items);
  }

  private static Json object(JsonReader reader, int depth) throws IOException {
    Map<String, Json> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = Recurring.name(unicode(reader.nextName(), reader));
      if (members.containsKey(name)) {
        throw new JsonSyntaxException(
            "the name '" + name + "' stands twice at " + reader.getPath(), null);
      }
      members.put(name, value(reader, depth + 1));
    }
    reader.endObject();
    return new Json.Members(members);
  }

  /**
   * The text, where it is one: half a surrogate pair, which only an escape can bring in, is no
   * character and could not be written again.
   */
  private static String unicode(String text, JsonReader reader) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSurrogatePair(
            text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
          throw new JsonSyntaxException("half a character at " + reader.getPath(), null);
        }
        i++;
      }
    }
    return text;
  }

  private static Json number(JsonReader reader) throws IOException {
    String digits = reader.nextString();
    if (digits.length() > MAX_NUMBER_CHARS) {
      throw new JsonSyntaxException(
          "the number at " + reader.getPreviousPath() + " is too long", null);
    }
    BigDecimal number = new BigDecimal(digits);
    if (Math.abs((long) number.scale()) > MAX_SCALE) {
      throw new JsonSyntaxException(
          "the number at " + reader.getPreviousPath() + " is out of range", null);
    }
    return new Json.Num(number);
  }

  /**
   * Whether a number is within the limits of reading, as it is written; such a one is short written
   * out in full too.
   */
  public static boolean isInRange(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MAX_SCALE
        && number.precision() <= MAX_NUMBER_CHARS
        && number.toString().length() <= MAX_NUMBER_CHARS;
  }

  /**
   * Where the reader stood, as in {@code line 3 column 8 path $.rows[2]}, without its advice to
   * programmers.
   */
  private static String place(Exception e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("line ");
    int end = message.indexOf('\n');
    return at < 0 ? message : message.substring(at, end < at ? message.length() : end);
  }

  /** Writes the value without spaces. */
  public static String write(Json value) {
    TextWriter text = new TextWriter();
    JsonWriter writer = new JsonWriter(text);
    writer.setHtmlSafe(false);
    try {
      write(value, writer);
      writer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** As {@link #write(Json)}, in UTF-8. */
  public static byte[] bytes(Json value) {
    return write(value).getBytes(StandardCharsets.UTF_8);
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

  /** A StringWriter that takes whole texts at once, which most are, and no lock. */
  private static final class TextWriter extends Writer {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(int one) {
      text.append((char) one);
    }

    @Override
    public void write(char[] some, int from, int count) {
      text.append(some, from, count);
    }

    @Override
    public void write(String some) {
      text.append(some);
    }

    @Override
    public void write(String some, int from, int count) {
      if (count == some.length()) {
        text.append(some);
      } else {
        text.append(some, from, from + count);
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // Nothing is held.
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
