package cn.anxun.server.http.v1;

import cn.anxun.server.file.FileKind;
import cn.anxun.server.file.FileStore;
import cn.anxun.server.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a phone says of a file before it sends it: {@code Upload-Metadata} of tus, names each with a
 * value in Base64. Two count, {@code sha256} and {@code type}. A file's name is never used; one
 * that is more than a name is refused all the same, for whoever sends it means harm.
 */
record UploadMetadata(String sha256, FileKind kind) {
  private static final String SHA256 = "sha256";
  private static final String TYPE = "type";
  private static final int HASH_BYTES = 32;
  private static final int MAX_NAME = 255;

  static UploadMetadata parse(String header) {
    Map<String, byte[]> values = values(header);
    for (String name : new String[] {"filename", "name"}) {
      if (values.containsKey(name) && !isPlainName(text(values.get(name)))) {
        throw bad(name);
      }
    }
    String type = text(required(values, TYPE));
    return new UploadMetadata(
        hash(required(values, SHA256)),
        FileKind.ofMediaType(type).orElseThrow(() -> Refusal.of(415, "file-type").about(TYPE)));
  }

  private static Map<String, byte[]> values(String header) {
    Map<String, byte[]> values = new LinkedHashMap<>();
    for (String pair : header.split(",", -1)) {
      String[] parts = pair.strip().split(" +", 2);
      try {
        byte[] value =
            parts.length == 2 ? Base64.getDecoder().decode(parts[1].strip()) : new byte[0];
        if (values.put(parts[0], value) != null) {
          throw bad(parts[0]);
        }
      } catch (IllegalArgumentException e) {
        throw bad(parts[0]);
      }
    }
    return values;
  }

  private static byte[] required(Map<String, byte[]> values, String name) {
    return Optional.ofNullable(values.get(name)).orElseThrow(() -> bad(name));
  }

  private static String hash(byte[] value) {
    String text = value.length == HASH_BYTES ? HexFormat.of().formatHex(value) : text(value);
    if (!FileStore.isHash(text)) {
      throw bad(SHA256);
    }
    return text;
  }

  private static boolean isPlainName(String name) {
    return name.length() <= MAX_NAME
        && !name.equals("..")
        && name.chars().noneMatch(c -> c < ' ' || c == '/' || c == '\\' || c == ':' || c == 127);
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }

  private static Refusal bad(String name) {
    return Refusal.ofField(400, "bad-upload-metadata", name.replaceAll("[^A-Za-z0-9_-]", "?"));
  }
}
