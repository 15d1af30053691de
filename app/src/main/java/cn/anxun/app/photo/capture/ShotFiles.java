package cn.anxun.app.photo.capture;

import android.content.Context;
import android.net.Uri;
import androidx.core.content.FileProvider;
import cn.anxun.app.photo.PhotoSource;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;

/**
 * The files that the camera writes, in the app's private storage; not in the cache, which Android
 * may empty whenever it likes. A file stays only until the photo store has its picture.
 */
final class ShotFiles {
  private final Context context;

  @Inject
  ShotFiles(@ApplicationContext Context context) {
    this.context = context;
  }

  private File file(String name) {
    return new File(new File(context.getFilesDir(), "shots"), name);
  }

  /** Makes sure that a file can be written there. */
  void prepare() throws IOException {
    Files.createDirectories(new File(context.getFilesDir(), "shots").toPath());
  }

  /** Writes it, down to the disk. */
  void write(String name, byte[] content) throws IOException {
    prepare();
    try (FileOutputStream out = new FileOutputStream(file(name))) {
      out.write(content);
      out.getFD().sync();
    }
  }

  boolean exists(String name) {
    return file(name).length() > 0;
  }

  long length(String name) {
    return file(name).length();
  }

  Instant writtenAt(String name) {
    return Instant.ofEpochMilli(file(name).lastModified());
  }

  /** The names of all that lie there. */
  List<String> list() {
    List<String> names = new ArrayList<>();
    File[] all = new File(context.getFilesDir(), "shots").listFiles(File::isFile);
    for (File each : all == null ? new File[0] : all) {
      names.add(each.getName());
    }
    return names;
  }

  PhotoSource source(String name) {
    return () -> new FileInputStream(file(name));
  }

  /** As another app may write to it. */
  Uri uri(String name) {
    return FileProvider.getUriForFile(context, context.getPackageName() + ".files", file(name));
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(file(name).toPath());
    } catch (IOException e) {
      file(name).deleteOnExit();
    }
  }
}
