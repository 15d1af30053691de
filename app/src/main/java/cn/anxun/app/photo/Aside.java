package cn.anxun.app.photo;

import cn.anxun.app.photo.PhotoRejectedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;

/**
 * What a source brought, put aside to be looked at.
 *
 * @param sha256 of all of it
 */
record Aside(String sha256, long bytes) {
  private static final long MAX_BYTES = 64L << 20;
  private static final int CHUNK = 1 << 16;

  /**
   * Copies it.
   *
   * @throws PhotoRejectedException UNREADABLE, TOO_LARGE, NO_SPACE
   */
  static Aside copy(PhotoSource source, PhotoFiles.Scratch to) throws PhotoRejectedException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = open(source)) {
      try (OutputStream out = to.write()) {
        byte[] part = new byte[CHUNK];
        long total = 0;
        for (int count = read(in, part); count >= 0; count = read(in, part)) {
          total += count;
          if (total > MAX_BYTES) {
            throw new PhotoRejectedException(
                Reason.TOO_LARGE, "more than " + (MAX_BYTES >> 20) + " MiB");
          }
          digest.update(part, 0, count);
          out.write(part, 0, count);
        }
        return new Aside(Sha256.hex(digest.digest()), total);
      }
    } catch (IOException e) {
      throw PhotoRejectedException.noSpace(e);
    }
  }

  private static InputStream open(PhotoSource source) throws PhotoRejectedException {
    try {
      return source.open();
    } catch (IOException | SecurityException e) {
      throw unreadable(e);
    }
  }

  private static int read(InputStream in, byte[] part) throws PhotoRejectedException {
    try {
      return in.read(part);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static PhotoRejectedException unreadable(Exception e) {
    return new PhotoRejectedException(Reason.UNREADABLE, "the photo cannot be read", e);
  }
}
