package cn.anxun.server.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Bodies that no phone sends. */
final class SpoiledBodies {
  static final String JSON = "application/vnd.anxun.v1+json";
  private static final String PART = "application/offset+octet-stream";
  static final int MEGABYTE = 1 << 20;

  private SpoiledBodies() {}

  static List<Spoiling> all() {
    List<Spoiling> all = new ArrayList<>();
    all.addAll(json());
    all.addAll(packed());
    all.addAll(parts());
    return all;
  }

  static Spoiling body(String name, String type, byte[] body) {
    return new Spoiling("body " + name, Draft::hasBody, draft -> draft.withBody(type, body));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<Spoiling> json() {
    List<Spoiling> all = new ArrayList<>();
    List<String> members =
        List.of("entries", "hashes", "code", "device", "account", "password", "block", "numbers");
    for (String value :
        List.of(
            "null",
            "[]",
            "{}",
            "true",
            "-1",
            "1e999999999",
            "0.0000001",
            "\"\"",
            "\"x\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[null]",
            "[[]]",
            "[{}]",
            "[1,\"x\",{\"id\":7}]",
            "{\"id\":null,\"name\":[]}",
            "\"" + "a".repeat(70_000) + "\"",
            "["
                + "{\"id\":\"\\udfff\\ud800\",\"kind\":\"DrillHeld\",\"subject\":\"\\u0000\"},"
                    .repeat(20)
                + "{}]")) {
      String object =
          members.stream()
              .map(name -> "\"" + name + "\":" + value)
              .collect(Collectors.joining(",", "{", "}"));
      all.add(body("all members " + Spoilings.shown(value), JSON, bytes(object)));
      all.add(body("json " + Spoilings.shown(value), JSON, bytes(value)));
    }
    for (String text :
        List.of(
            "",
            " ",
            "{",
            "}",
            "{\"entries\":[",
            "{\"entries\":[{}",
            "nul",
            "{a:1}",
            "<html>",
            "{\"entries\":[],\"entries\":[]}",
            "{}{}",
            "\uFEFF{\"entries\":[]}",
            "//\n{}",
            "{\"entries\":[]}\u0000",
            "{\"\\u0065ntries\":[7]}")) {
      all.add(body("text " + Spoilings.shown(text), JSON, bytes(text)));
    }
    all.add(body("nested arrays", JSON, bytes("[".repeat(200_000))));
    all.add(body("nested objects", JSON, bytes("{\"entries\":".repeat(80_000))));
    all.add(
        body(
            "nested entries",
            JSON,
            bytes("{\"entries\":[" + "[".repeat(250) + "]".repeat(250) + "]}")));
    all.add(
        body("a number of a megabyte", JSON, bytes("{\"entries\":[" + "9".repeat(900_000) + "]}")));
    all.add(body("invalid UTF-8", JSON, latin("{\"entries\":[\"\u00ff\u00fe\u00c0\u0080\"]}")));
    all.add(body("overlong UTF-8", JSON, latin("{\"entries\":[\"\u00ed\u00a0\u0080\"]}")));
    all.add(body("UTF-16", JSON, "{\"entries\":[]}".getBytes(StandardCharsets.UTF_16)));
    all.add(body("zeros", JSON, new byte[1_000]));
    all.add(body("ten megabytes", JSON, filled(10 * MEGABYTE)));
    all.add(body("in a type of nobody", "\u00ff/;;charset=x", bytes("{}")));
    all.add(body("in a charset of nobody", JSON + ";charset=klingon", bytes("{\"entries\":[]}")));
    all.add(
        body(
            "in xml",
            "application/xml",
            bytes("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")));
    return all;
  }

  static byte[] filled(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) ' ');
    bytes[0] = '[';
    return bytes;
  }

  private static List<Spoiling> packed() {
    byte[] whole = gzip(bytes("{\"entries\":[]}"));
    byte[] broken = whole.clone();
    broken[whole.length - 6] ^= 0x55;
    List<Spoiling> all = new ArrayList<>();
    all.add(gzipped("a bomb", gzip(new byte[100 * MEGABYTE])));
    all.add(gzipped("cut off", Arrays.copyOf(whole, whole.length / 2)));
    all.add(gzipped("with a wrong checksum", broken));
    all.add(gzipped("twice", gzip(whole)));
    all.add(gzipped("none", bytes("{}")));
    all.add(gzipped("empty", new byte[0]));
    all.add(gzipped("header alone", Arrays.copyOf(whole, 10)));
    return all;
  }

  private static Spoiling gzipped(String name, byte[] body) {
    return new Spoiling(
        "gzip " + name,
        Draft::hasBody,
        draft -> draft.withBody(JSON, body).with("Content-Encoding", "gzip"));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<Spoiling> parts() {
    List<Spoiling> all = new ArrayList<>();
    for (String offset :
        List.of("", "0", "-1", "1", "9223372036854775807", "99999999999999999999", "x")) {
      all.add(
          new Spoiling(
              "part at " + offset,
              draft -> draft.hasBody() && draft.isApi(),
              draft ->
                  draft
                      .withBody(PART, new byte[5_000])
                      .with("Tus-Resumable", "1.0.0")
                      .with("Upload-Offset", offset)
                      .with("Upload-Length", offset)
                      .with("Upload-Metadata", "sha256 " + offset + ",type aW1hZ2UvanBlZw==")
                      .with("Upload-Checksum", "sha1 " + offset)));
    }
    return all;
  }
}
