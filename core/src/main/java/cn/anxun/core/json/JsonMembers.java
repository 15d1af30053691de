package cn.anxun.core.json;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds where the members of an object, or the items of an array, stand in JSON bytes, without
 * changing a byte. What is stored and hashed is cut with it. Give it only text that {@link
 * JsonText#read(byte[])} has accepted.
 */
public final class JsonMembers {

  /** Bytes {@code from} (inclusive) to {@code to} (exclusive). */
  public record Span(int from, int to) {
    /** A copy of these bytes. */
    public byte[] of(byte[] json) {
      byte[] copy = new byte[to - from];
      System.arraycopy(json, from, copy, 0, copy.length);
      return copy;
    }
  }

  private final byte[] json;
  private int at;

  private JsonMembers(byte[] json, int at) {
    this.json = json;
    this.at = at;
  }

  /**
   * The values of the outermost object's members by name, as raw bytes between the quotes for plain
   * ASCII names.
   */
  public static Map<String, Span> ofObject(byte[] json) {
    return ofObject(json, new Span(0, json.length));
  }

  /** The same of an object that stands in this span. */
  public static Map<String, Span> ofObject(byte[] json, Span object) {
    JsonMembers scan = new JsonMembers(json, object.from());
    Map<String, Span> spans = new LinkedHashMap<>();
    scan.open((byte) '{');
    while (!scan.closed((byte) '}')) {
      Span name = scan.value();
      scan.skipTo((byte) ':');
      spans.put(scan.text(name), scan.value());
    }
    return spans;
  }

  /** The items of an array that stands in this span. */
  public static List<Span> ofArray(byte[] json, Span array) {
    JsonMembers scan = new JsonMembers(json, array.from());
    List<Span> spans = new ArrayList<>();
    scan.open((byte) '[');
    while (!scan.closed((byte) ']')) {
      spans.add(scan.value());
    }
    return spans;
  }

  /** The bytes with those of the span replaced. */
  public static byte[] replace(byte[] json, Span span, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(json.length);
    out.write(json, 0, span.from());
    out.write(by, 0, by.length);
    out.write(json, span.to(), json.length - span.to());
    return out.toByteArray();
  }

  private void open(byte bracket) {
    skipSpace();
    skipTo(bracket);
  }

  private boolean closed(byte bracket) {
    skipSpace();
    if (json[at] == ',') {
      at++;
      skipSpace();
    }
    return json[at] == bracket;
  }

  private void skipTo(byte mark) {
    skipSpace();
    if (json[at] != mark) {
      throw new JsonSyntaxException("expected '" + (char) mark + "' at byte " + at, null);
    }
    at++;
  }

  private Span value() {
    skipSpace();
    int from = at;
    int depth = 0;
    do {
      byte here = json[at];
      if (here == '"') {
        skipString();
      } else {
        depth += here == '{' || here == '[' ? 1 : here == '}' || here == ']' ? -1 : 0;
        at++;
        if (depth == 0 && here != '}' && here != ']') {
          skipScalar();
        }
      }
    } while (depth > 0);
    return new Span(from, at);
  }

  /** The text of a string; most names are plain, and need no reader of their own. */
  private String text(Span string) {
    for (int i = string.from() + 1; i < string.to() - 1; i++) {
      if (json[i] == '\\' || json[i] < ' ') {
        return ((Json.Text) JsonText.read(string.of(json))).value();
      }
    }
    return new String(
        json, string.from() + 1, string.to() - string.from() - 2, StandardCharsets.US_ASCII);
  }

  private void skipString() {
    at++;
    while (json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipScalar() {
    while (at < json.length && ",:]} \t\r\n".indexOf(json[at]) < 0) {
      at++;
    }
  }

  private void skipSpace() {
    while (at < json.length && " \t\r\n".indexOf(json[at]) >= 0) {
      at++;
    }
  }
}
