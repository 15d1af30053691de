package cn.anxun.server.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of files that are taken, each known by how its bytes begin. */
public enum FileKind {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  WEBP("image/webp", "webp"),
  PDF("application/pdf", "pdf");

  /** So many bytes tell the kind. */
  static final int START_BYTES = 16;

  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int WEBP_AT = 8;

  private final String mediaType;
  private final String ending;

  FileKind(String mediaType, String ending) {
    this.mediaType = mediaType;
    this.ending = ending;
  }

  /** As the file is served. */
  public String mediaType() {
    return mediaType;
  }

  /** What a saved copy's name ends with, without the dot. */
  public String ending() {
    return ending;
  }

  public boolean isPicture() {
    return this != PDF;
  }

  /** The kind of this media type, which may have parameters; empty where it is not taken. */
  public static Optional<FileKind> ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(kind -> kind.mediaType.equalsIgnoreCase(mediaType.split(";", 2)[0].strip()))
        .findFirst();
  }

  /** The kind of a file that begins so. */
  static Optional<FileKind> ofStart(byte[] start) {
    if (starts(start, 0, JPEG_START)) {
      return Optional.of(JPEG);
    } else if (starts(start, 0, PNG_START)) {
      return Optional.of(PNG);
    } else if (starts(start, 0, ascii("RIFF")) && starts(start, WEBP_AT, ascii("WEBP"))) {
      return Optional.of(WEBP);
    }
    return starts(start, 0, ascii("%PDF-")) ? Optional.of(PDF) : Optional.empty();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean starts(byte[] bytes, int at, byte[] start) {
    return bytes.length >= at + start.length
        && Arrays.equals(bytes, at, at + start.length, start, 0, start.length);
  }
}
