package cn.anxun.app.photo;

import android.content.Context;
import android.graphics.Bitmap;
import android.net.Uri;
import androidx.core.content.FileProvider;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;

/**
 * Files that pass between this app and others: what the picker has chosen, what the share sheet
 * sends. They lie in the cache; what is to stay goes into the {@link PhotoStore}.
 */
public final class HandedFiles {
  /** How the names of photos begin that were exported. */
  public static final String PHOTO = "photo-";

  /**
   * So long another app may take to read what it was handed. A PDF or a sealed pack can be made
   * again at any time.
   */
  public static final Duration SHARED_FOR = Duration.ofDays(1);

  /** So long it may read what is plain evidence: photos, pictures and papers. */
  public static final Duration PLAIN_FOR = Duration.ofHours(1);

  /** How the names of sealed bundles end, which tell nobody anything. */
  public static final String SEALED = ".anxunb";

  private static final String SHARED = "shared";
  private static final int QUALITY = 85;

  private final Context context;

  @Inject
  public HandedFiles(@ApplicationContext Context context) {
    this.context = context;
  }

  /** What another app has handed over. */
  public PhotoSource source(Uri uri) {
    return () -> {
      InputStream in = context.getContentResolver().openInputStream(uri);
      if (in == null) {
        throw new FileNotFoundException(uri.toString());
      }
      return in;
    };
  }

  /**
   * Writes a picture that other apps are to send, in place of the last one of this name.
   *
   * @throws IOException where the disk will not take it
   */
  public Uri forSharing(Bitmap picture, String name) throws IOException {
    File file = new File(directory(SHARED), name);
    try (OutputStream out = new BufferedOutputStream(new FileOutputStream(file))) {
      if (!picture.compress(Bitmap.CompressFormat.JPEG, QUALITY, out)) {
        throw new IOException("the picture was not written");
      }
    }
    return uri(file);
  }

  /**
   * Writes a file that other apps are to send, in place of the last one of this name.
   *
   * @throws IOException where the disk will not take it
   */
  public Uri forSharing(byte[] content, String name) throws IOException {
    File file = new File(directory(SHARED), name);
    try (OutputStream out = new FileOutputStream(file)) {
      out.write(content);
    }
    return uri(file);
  }

  /**
   * Deletes what was written for sharing before this time, under names that begin so.
   *
   * @param prefix "" for all
   * @return how many files went
   */
  public int deleteShared(String prefix, Instant before) {
    int gone = 0;
    for (File file : shared()) {
      if (file.getName().startsWith(prefix) && file.lastModified() < before.toEpochMilli()) {
        if (file.delete()) {
          gone++;
        } else {
          file.deleteOnExit();
        }
      }
    }
    return gone;
  }

  /**
   * Deletes what was written for sharing an hour before this time or earlier, but what is sealed.
   */
  public void deletePlain(Instant now) {
    for (File file : shared()) {
      boolean old = file.lastModified() <= now.minus(PLAIN_FOR).toEpochMilli();
      if (old && !file.getName().endsWith(SEALED) && !file.delete()) {
        file.deleteOnExit();
      }
    }
  }

  /** Bytes of what was written for sharing and is still here. */
  public long sharedBytes() {
    long bytes = 0;
    for (File file : shared()) {
      bytes += file.length();
    }
    return bytes;
  }

  private File[] shared() {
    File[] files = new File(context.getCacheDir(), SHARED).listFiles();
    return files == null ? new File[0] : files;
  }

  private Uri uri(File file) {
    return FileProvider.getUriForFile(context, context.getPackageName() + ".files", file);
  }

  private File directory(String name) throws IOException {
    File directory = new File(context.getCacheDir(), name);
    if (!directory.isDirectory() && !directory.mkdirs()) {
      throw new IOException("cannot make the directory " + name);
    }
    return directory;
  }
}
