package cn.anxun.app.wipe;

import android.content.Context;
import dagger.hilt.android.qualifiers.ApplicationContext;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.inject.Inject;

/** {@link WipeDisk} of the app's private storage. */
public final class AppDisk implements WipeDisk {
  /** Below the app's files; named in {@code xml/files.xml} too. */
  private static final String SEALED = "sealed";

  /** Where the tray keeps what the camera wrote, until a form takes it. */
  private static final String SHOTS = "shots";

  /** AndroidX keeps the chosen language in a file of its own. */
  private static final String ANDROIDX = "androidx.";

  private static final String PART = ".part";
  private static final int CHUNK = 1 << 16;

  private final File files;
  private final File cache;

  @Inject
  public AppDisk(@ApplicationContext Context context) {
    files = context.getFilesDir();
    cache = context.getCacheDir();
  }

  @Override
  public void seal(String name, Content content) throws IOException {
    File file = sealed(name);
    File folder = new File(files, SEALED);
    Files.createDirectories(folder.toPath());
    File part = new File(folder, name + PART);
    byte[] hash = write(part, content);
    if (!MessageDigest.isEqual(hash, read(part))) {
      throw new IOException("what was written to " + name + " is not what is read");
    }
    Files.move(part.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel entries = FileChannel.open(folder.toPath(), StandardOpenOption.READ)) {
      entries.force(true);
    }
  }

  private static byte[] write(File file, Content content) throws IOException {
    MessageDigest digest = sha256();
    try (FileOutputStream out = new FileOutputStream(file);
        OutputStream digested =
            new DigestOutputStream(new BufferedOutputStream(out, CHUNK), digest)) {
      content.write(digested);
      digested.flush();
      out.getFD().sync();
    }
    return digest.digest();
  }

  private static byte[] read(File file) throws IOException {
    MessageDigest digest = sha256();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = new FileInputStream(file)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        digest.update(chunk, 0, count);
      }
    }
    return digest.digest();
  }

  @Override
  public File sealed(String name) {
    return new File(new File(files, SEALED), name);
  }

  @Override
  public void deleteSealedBut(Collection<String> names) throws IOException {
    for (File file : list(new File(files, SEALED))) {
      if (!names.contains(file.getName())) {
        delete(file);
      }
    }
  }

  @Override
  public List<File> listCaptured() {
    List<File> captured = new ArrayList<>();
    for (File file : list(new File(files, SHOTS))) {
      if (file.isFile() && file.length() > 0) {
        captured.add(file);
      }
    }
    return captured;
  }

  @Override
  public void deleteCached() {
    for (File file : list(cache)) {
      try {
        delete(file);
      } catch (IOException e) {
        file.deleteOnExit(); // it is only in the way; the end of the wipe tries again
      }
    }
  }

  @Override
  public void clear() throws IOException {
    for (File file : list(cache)) {
      delete(file);
    }
    for (File file : list(files)) {
      if (!file.getName().equals(SEALED) && !file.getName().startsWith(ANDROIDX)) {
        delete(file);
      }
    }
  }

  /** In the order of their names. */
  private static List<File> list(File folder) {
    File[] inside = folder.listFiles();
    List<File> files = inside == null ? new ArrayList<>() : new ArrayList<>(Arrays.asList(inside));
    files.sort(null);
    return files;
  }

  private static void delete(File file) throws IOException {
    for (File inside : list(file)) {
      delete(inside);
    }
    Files.deleteIfExists(file.toPath());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Android has SHA-256", e);
    }
  }
}
