package cn.anxun.app.photo;

import android.graphics.Bitmap;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.photo.PhotoRejectedException.Reason;
import cn.anxun.core.entry.Attachment;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;

/**
 * Takes photos in: upright, with at most {@value #LONGEST_SIDE} pixels on the longer side, as JPEG.
 * What the camera wrote beside the picture is not taken over, so that no place or device goes out
 * unasked. The file is on the disk before it is answered. Never on the main thread.
 */
@Singleton
public final class PhotoStore {
  static final int LONGEST_SIDE = 2048;
  private static final int QUALITY = 85;
  private static final long MAX_BYTES = 64L << 20;
  private static final String TYPE = "image/jpeg";

  private final PhotoFiles files;
  private final PhotoTable photos;
  private final Clock clock;

  @Inject
  public PhotoStore(PhotoFiles files, PhotoTable photos, Clock clock) {
    this.files = files;
    this.photos = photos;
    this.clock = clock;
  }

  /**
   * Keeps a photo.
   *
   * @param role what it shows: {@code before}, {@code after}, {@code document}, …
   * @return what an entry says of it
   */
  public Attachment add(PhotoSource source, String role) throws PhotoRejectedException {
    File original = scratch();
    try {
      copy(source, original);
      if (!PictureEnd.isThere(original)) {
        Picture.read(original, LONGEST_SIDE);
        throw new PhotoRejectedException(Reason.TRUNCATED, "the picture ends too early");
      }
      return keep(Picture.read(original, LONGEST_SIDE), role);
    } catch (IOException e) {
      throw new PhotoRejectedException(Reason.UNREADABLE, "the copy cannot be read", e);
    } finally {
      delete(original);
    }
  }

  private File scratch() throws PhotoRejectedException {
    try {
      return files.scratch();
    } catch (IOException e) {
      throw noSpace(e);
    }
  }

  private static void copy(PhotoSource source, File to) throws PhotoRejectedException {
    try (InputStream in = open(source)) {
      try (OutputStream out = output(to)) {
        byte[] part = new byte[1 << 16];
        long total = 0;
        for (int count = read(in, part); count >= 0; count = read(in, part)) {
          total += count;
          if (total > MAX_BYTES) {
            throw new PhotoRejectedException(
                Reason.TOO_LARGE, "more than " + (MAX_BYTES >> 20) + " MiB");
          }
          out.write(part, 0, count);
        }
      }
    } catch (IOException e) {
      throw noSpace(e);
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

  private static OutputStream output(File file) throws IOException {
    return new FileOutputStream(file);
  }

  private Attachment keep(Bitmap picture, String role) throws PhotoRejectedException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream(1 << 19);
    if (!picture.compress(Bitmap.CompressFormat.JPEG, QUALITY, jpeg)) {
      throw new PhotoRejectedException(Reason.NOT_A_PHOTO, "the picture cannot be written as JPEG");
    }
    byte[] bytes = jpeg.toByteArray();
    String sha256 = sha256(bytes);
    String name = sha256 + ".jpg";
    try {
      if (!files.exists(name)) {
        files.keep(name, out -> out.write(bytes));
      }
    } catch (IOException e) {
      throw noSpace(e);
    }
    photos.add(
        new PhotoRow(
            sha256,
            name,
            bytes.length,
            TYPE,
            picture.getWidth(),
            picture.getHeight(),
            clock.millis(),
            PhotoRow.KEPT));
    return new Attachment(sha256, bytes.length, TYPE, role);
  }

  /** What is known of a photo whose file is on this phone. */
  public Optional<PhotoRow> find(String sha256) {
    return Optional.ofNullable(photos.find(sha256));
  }

  /** The bytes of a photo on this phone; the caller closes it. */
  public InputStream open(PhotoRow photo) throws IOException {
    return files.open(photo.file());
  }

  /**
   * The picture, to be shown.
   *
   * @param longest the most pixels of its longer side that are worth showing
   * @return empty where the file is not on this phone or cannot be read
   */
  public Optional<Bitmap> picture(String sha256, int longest) {
    PhotoRow photo = photos.find(sha256);
    if (photo == null || !files.exists(photo.file())) {
      return Optional.empty();
    }
    int sample = 1;
    while (Math.max(photo.width(), photo.height()) / (sample * 2) >= longest) {
      sample *= 2;
    }
    try (InputStream in = files.open(photo.file())) {
      return Picture.decode(in, sample);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      StringBuilder text = new StringBuilder(hash.length * 2);
      for (byte one : hash) {
        text.append(Character.forDigit((one >> 4) & 0xF, 16))
            .append(Character.forDigit(one & 0xF, 16));
      }
      return text.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Android has SHA-256", e);
    }
  }

  private static void delete(File file) {
    try {
      Files.deleteIfExists(file.toPath());
    } catch (IOException e) {
      file.deleteOnExit();
    }
  }

  private static PhotoRejectedException unreadable(Exception e) {
    return new PhotoRejectedException(Reason.UNREADABLE, "the photo cannot be read", e);
  }

  private static PhotoRejectedException noSpace(IOException e) {
    return new PhotoRejectedException(Reason.NO_SPACE, "the photo cannot be written", e);
  }
}
