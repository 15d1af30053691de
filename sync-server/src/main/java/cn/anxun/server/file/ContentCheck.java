package cn.anxun.server.file;

import cn.anxun.server.file.FileRefusedException.Reason;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Looks into a file before it is kept: that it is of the kind that was said, whole from its first
 * byte to its last, nothing behind its end but what cameras are known to put there, nothing in it
 * that another program would run, and not of more pixels than a machine should decode. Nothing is
 * decoded here; memory is small whatever the file says of itself.
 */
public final class ContentCheck {
  /** The most pixels of a picture. */
  public static final long MAX_PIXELS = 100_000_000;

  /** The longest side, in pixels: a decoder takes memory for whole lines. */
  public static final long MAX_SIDE = 30_000;

  private static final int BUFFER = 1 << 16;

  private ContentCheck() {}

  /** The kind by which a file begins; empty where it is none that is taken. */
  static Optional<FileKind> kind(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return FileKind.ofStart(in.readNBytes(FileKind.START_BYTES));
    }
  }

  /**
   * Checks the file.
   *
   * @param declared what its sender says that it is
   * @throws FileRefusedException where it is something else, not whole, or not only that
   */
  static void check(Path file, FileKind declared) throws IOException, FileRefusedException {
    FileKind kind = kind(file).orElseThrow(() -> new FileRefusedException(Reason.TYPE));
    if (kind != declared) {
      throw new FileRefusedException(Reason.TYPE_DIFFERS, declared.mediaType(), kind.mediaType());
    }
    if (kind == FileKind.PDF) {
      PdfCheck.check(file);
    } else {
      picture(file, kind);
    }
    if (Archives.endsAsOne(file)) {
      throw damaged();
    }
  }

  private static void picture(Path file, FileKind kind) throws IOException, FileRefusedException {
    PictureSize size;
    long length = kind == FileKind.JPEG ? SamsungTrailer.start(file) : Files.size(file);
    try (ContentReader in =
        new ContentReader(new BufferedInputStream(Files.newInputStream(file), BUFFER), length)) {
      size =
          switch (kind) {
            case JPEG -> JpegCheck.check(in);
            case PNG -> PngCheck.check(in);
            default -> WebpCheck.check(in);
          };
    } catch (EOFException e) {
      throw damaged();
    }
    if (size.width() < 1 || size.height() < 1) {
      throw damaged();
    }
    if (size.pixels() > MAX_PIXELS || Math.max(size.width(), size.height()) > MAX_SIDE) {
      throw new FileRefusedException(
          Reason.DIMENSIONS, size.width(), size.height(), MAX_PIXELS / 1_000_000, MAX_SIDE);
    }
  }

  static FileRefusedException damaged() {
    return new FileRefusedException(Reason.DAMAGED);
  }
}
