package cn.anxun.app.photo;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.photo.PhotoRejectedException.Reason;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.sync.file.UnreadableFileException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Takes photos in: upright, with at most {@value #LONGEST_SIDE} pixels on the longer side, as JPEG.
 * What the camera wrote beside the picture is not taken over, so that no place or device goes out
 * unasked. The file is on the disk before it is answered. Never on the main thread.
 */
@Singleton
public final class PhotoStore {
  static final int LONGEST_SIDE = 2048;

  /** Pixels of the longer side of what stays of a photo whose file has gone. */
  static final int SMALL = 320;

  private static final String TYPE = "image/jpeg";

  private final PhotoFiles files;
  private final PhotoTable photos;
  private final Clock clock;

  /** Held while a file and its row change together. */
  private final Object changing = new Object();

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
   * @return what an entry says of it; its original's hash is added as the entry is written, so that
   *     no form has to remember it
   */
  public Attachment add(PhotoSource source, String role) throws PhotoRejectedException {
    try (PhotoFiles.Scratch scratch = scratch()) {
      Aside copied = Aside.copy(source, scratch);
      PhotoSource original = scratch::read;
      if (!PictureEnd.isThere(original, copied.bytes())) {
        Picture.read(original, LONGEST_SIDE);
        throw new PhotoRejectedException(Reason.TRUNCATED, "the picture ends too early");
      }
      return keep(Picture.read(original, LONGEST_SIDE), copied.sha256(), role);
    } catch (IOException e) {
      throw new PhotoRejectedException(Reason.UNREADABLE, "the copy cannot be read", e);
    }
  }

  private PhotoFiles.Scratch scratch() throws PhotoRejectedException {
    try {
      return files.scratch();
    } catch (IOException e) {
      throw PhotoRejectedException.noSpace(e);
    }
  }

  private Attachment keep(Bitmap picture, String original, String role)
      throws PhotoRejectedException {
    byte[] bytes = Jpeg.of(picture);
    String sha256 = Sha256.of(bytes);
    synchronized (changing) {
      keep(picture, original, sha256, bytes);
    }
    return new Attachment(sha256, bytes.length, TYPE, role);
  }

  private void keep(Bitmap picture, String original, String sha256, byte[] bytes)
      throws PhotoRejectedException {
    String name = name(sha256);
    PhotoRow before = photos.find(sha256);
    boolean bad = before != null && before.state().equals(PhotoRow.REFUSED);
    photos.renew(sha256, clock.millis());
    try {
      if (bad || !files.exists(name)) {
        files.keep(name, out -> out.write(bytes));
      }
    } catch (UnreadableFileException e) {
      throw new PhotoRejectedException(Reason.KEY_LOST, "the photo cannot be sealed", e);
    } catch (IOException e) {
      throw PhotoRejectedException.noSpace(e);
    }
    photos.add(
        row(
            sha256,
            bytes,
            picture.getWidth(),
            picture.getHeight(),
            PhotoRow.KEPT,
            original,
            clock.millis(),
            null));
    photos.retry(sha256);
    photos.returned(sha256, picture.getWidth(), picture.getHeight(), bytes.length, clock.millis());
  }

  /** What is known of a photo whose file is on this phone. */
  public Optional<PhotoRow> find(String sha256) {
    return Optional.ofNullable(photos.find(sha256));
  }

  /** The bytes of a photo on this phone; the caller closes it. */
  public InputStream open(PhotoRow photo) throws IOException {
    return files.open(photo.file());
  }

  /** The bytes of a photo on this phone, as they go to the server; the caller closes it. */
  public InputStream openWhole(String sha256) throws IOException {
    return files.open(name(sha256));
  }

  /** Whether the photo itself is on this phone, not only a small picture of it. */
  public boolean isWhole(String sha256) {
    return files.exists(name(sha256));
  }

  /** Whether there is anything of it to be shown. */
  public boolean isSeen(String sha256) {
    return isWhole(sha256) || files.exists(smallName(sha256));
  }

  /**
   * The picture, to be shown; a small one where the photo itself is not here.
   *
   * @param longest the most pixels of its longer side that are worth showing
   * @return empty where the file is not on this phone or cannot be read
   */
  public Optional<Bitmap> picture(String sha256, int longest) {
    PhotoRow photo = photos.find(sha256);
    if (photo == null) {
      return Optional.empty();
    }
    if (!files.exists(photo.file())) {
      return decoded(smallName(sha256), 1);
    }
    int sample = 1;
    while (Math.max(photo.width(), photo.height()) / (sample * 2) >= longest) {
      sample *= 2;
    }
    return decoded(photo.file(), sample);
  }

  /**
   * The picture itself, for a copy that goes on: never the small one.
   *
   * @param longest as for {@link #picture}
   */
  public Optional<Bitmap> whole(String sha256, int longest) {
    return isWhole(sha256) ? picture(sha256, longest) : Optional.empty();
  }

  private Optional<Bitmap> decoded(String name, int sample) {
    if (!files.exists(name)) {
      return Optional.empty();
    }
    try (InputStream in = files.open(name)) {
      return Picture.decode(in, sample);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Lets a photo's file go that the server has; a small picture of it stays.
   *
   * @return false, and no effect, where it may not go
   */
  public boolean free(PhotoRow photo) {
    try {
      Optional<Bitmap> small = picture(photo.sha256(), SMALL);
      if (small.isPresent() && !files.exists(smallName(photo.sha256()))) {
        keepSmall(photo.sha256(), Jpeg.of(Picture.within(small.get(), SMALL)));
      }
      synchronized (changing) {
        if (photos.free(photo.sha256()) == 0) {
          return false;
        }
        files.delete(photo.file());
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Deletes what is here of a photo that the server has, and the knowledge of it. */
  public void forget(PhotoRow photo) throws IOException {
    synchronized (changing) {
      if (photos.forget(photo.sha256()) > 0) {
        files.delete(photo.file());
        files.delete(smallName(photo.sha256()));
      }
    }
  }

  /** Whether an entry names the photo that was made of this, or a form that is being filled in. */
  public boolean isNamed(PhotoSource original) throws IOException {
    try (InputStream in = original.open()) {
      return photos.isUsed(Sha256.of(in));
    }
  }

  /**
   * Deletes a photo that only this phone has and that nothing names.
   *
   * @param before what came later stays
   * @return false, and no effect, where it may not go
   */
  boolean drop(String sha256, Instant before) throws IOException {
    synchronized (changing) {
      if (photos.drop(sha256, before.toEpochMilli()) == 0) {
        return false;
      }
      files.delete(name(sha256));
      files.delete(smallName(sha256));
      return true;
    }
  }

  /**
   * Deletes files that nothing is known of: the process was killed before it had said what they
   * are, or while it forgot them.
   *
   * @param before what was written later stays
   * @return how many
   */
  int dropStrays(Instant before) throws IOException {
    Set<String> known = new HashSet<>(photos.listHashes());
    int gone = 0;
    for (String name : files.listOlder(before)) {
      String sha256 = name.split("\\.", 2)[0];
      if (!known.contains(sha256)) {
        gone += dropStray(sha256, name) ? 1 : 0;
      }
    }
    return gone;
  }

  private boolean dropStray(String sha256, String name) throws IOException {
    synchronized (changing) {
      if (photos.find(sha256) != null) {
        return false;
      }
      files.delete(name);
      return true;
    }
  }

  /** Keeps a small picture that came from the server, JPEG, of a photo that this phone lacks. */
  public void addSmall(String sha256, byte[] jpeg) throws IOException {
    synchronized (changing) {
      keepSmall(sha256, jpeg);
      photos.add(fetched(sha256, jpeg, 0, 0, PhotoRow.FREED));
    }
  }

  /**
   * Keeps a photo that came from the server.
   *
   * @return false, and no effect, where the bytes are not those that the hash names, or no picture
   */
  public boolean addWhole(String sha256, byte[] bytes) throws IOException {
    BitmapFactory.Options size = new BitmapFactory.Options();
    size.inJustDecodeBounds = true;
    BitmapFactory.decodeByteArray(bytes, 0, bytes.length, size);
    if (!Sha256.of(bytes).equals(sha256) || size.outWidth <= 0) {
      return false;
    }
    synchronized (changing) {
      files.keep(name(sha256), out -> out.write(bytes));
      photos.add(fetched(sha256, bytes, size.outWidth, size.outHeight, PhotoRow.FETCHED));
      photos.returned(sha256, size.outWidth, size.outHeight, bytes.length, clock.millis());
    }
    return true;
  }

  /** Files that were to go when the process was killed. */
  public void finishFreeing() throws IOException {
    for (PhotoRow photo : photos.list(PhotoRow.FREED, Integer.MAX_VALUE)) {
      files.delete(photo.file());
    }
  }

  /** Bytes that may still be written. */
  public long space() {
    return files.space();
  }

  private void keepSmall(String sha256, byte[] jpeg) throws IOException {
    files.keep(smallName(sha256), out -> out.write(jpeg));
  }

  private PhotoRow fetched(String sha256, byte[] bytes, int width, int height, String state) {
    long now = clock.millis();
    return row(sha256, bytes, width, height, state, null, now, now);
  }

  /** As it begins: nothing was tried yet. */
  private static PhotoRow row(
      String sha256,
      byte[] bytes,
      int width,
      int height,
      String state,
      @Nullable String original,
      long addedAt,
      @Nullable Long storedAt) {
    return new PhotoRow(
        sha256,
        name(sha256),
        bytes.length,
        TYPE,
        width,
        height,
        addedAt,
        state,
        original,
        0,
        0,
        0,
        null,
        null,
        storedAt);
  }

  private static String name(String sha256) {
    return sha256 + ".jpg";
  }

  private static String smallName(String sha256) {
    return sha256 + ".small.jpg";
  }
}
