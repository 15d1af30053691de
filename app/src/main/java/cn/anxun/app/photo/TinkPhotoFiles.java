package cn.anxun.app.photo;

import cn.anxun.app.device.KeyVault;
import cn.anxun.core.sync.file.UnreadableFileException;
import cn.anxun.core.sync.file.UnreadableFileException.Reason;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sealed files in the app's private storage: Tink's streaming AEAD (AES-256-GCM-HKDF, segments of
 * 64 KiB), each bound to its name, by a key that the phone's key store wraps. Plain files that an
 * earlier version left are read as they are until they are taken over.
 */
public final class TinkPhotoFiles implements PhotoFiles {
  private static final int SEGMENT = 1 << 16;
  private static final byte[] NOBODYS = new byte[0];

  private final File folder;
  private final File sealed;
  private final File unfinished;
  private final PhotoKey key;
  private final Random random;
  private boolean cleaned;

  /**
   * @param folder which is made where there is none
   * @param key the file that the wrapped key is kept in
   */
  public TinkPhotoFiles(File folder, File key, KeyVault vault, Random random) {
    this.folder = folder;
    this.sealed = new File(folder, "sealed");
    this.unfinished = new File(folder, "unfinished");
    this.key = new PhotoKey(key, sealed, vault, random);
    this.random = random;
  }

  @Override
  public Scratch scratch() throws IOException {
    byte[] once = new byte[PhotoKey.BYTES];
    random.nextBytes(once);
    return new SealedScratch(part(), aead(once));
  }

  @Override
  public void keep(String name, Content content) throws IOException {
    StreamingAead aead = aead(key.get());
    File part = part();
    try {
      FileOutputStream file = new FileOutputStream(part);
      try (OutputStream out = encrypting(aead, durable(file), name(name))) {
        content.write(out);
      } finally {
        file.close();
      }
      Files.createDirectories(sealed.toPath());
      Files.move(
          part.toPath(), new File(sealed, name).toPath(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part.toPath());
    }
  }

  @Override
  public InputStream open(String name) throws IOException {
    File file = new File(sealed, name);
    if (!file.isFile()) {
      File plain = new File(folder, name);
      if (plain.isFile()) {
        return new FileInputStream(plain);
      }
      throw new UnreadableFileException(Reason.MISSING, name + " is not on this phone");
    }
    return new DecryptedStream(
        name, decrypting(aead(key.get()), new FileInputStream(file), name(name)));
  }

  @Override
  public boolean exists(String name) {
    return new File(sealed, name).isFile() || new File(folder, name).isFile();
  }

  @Override
  public List<String> listOlder(Instant than) {
    List<String> names = new ArrayList<>();
    File[] kept = sealed.listFiles(File::isFile);
    for (File each : kept == null ? new File[0] : kept) {
      if (each.lastModified() < than.toEpochMilli()) {
        names.add(each.getName());
      }
    }
    return names;
  }

  @Override
  public void delete(String name) throws IOException {
    Files.deleteIfExists(new File(sealed, name).toPath());
    Files.deleteIfExists(new File(folder, name).toPath());
  }

  @Override
  public long space() {
    File there = folder;
    while (!there.exists() && there.getParentFile() != null) {
      there = there.getParentFile();
    }
    return there.getUsableSpace();
  }

  /**
   * Seals what an earlier version left plain. Each file is sealed whole before the plain one goes,
   * so that it may be ended at any moment; what the disk will not take stays for the next time.
   */
  public void takeOver() throws IOException {
    File[] plain = folder.listFiles(File::isFile);
    for (File each : plain == null ? new File[0] : plain) {
      if (!new File(sealed, each.getName()).isFile()) {
        keep(each.getName(), out -> Files.copy(each.toPath(), out));
      }
      Files.delete(each.toPath());
    }
    clean();
  }

  private File part() throws IOException {
    clean();
    Files.createDirectories(unfinished.toPath());
    return File.createTempFile("photo", ".part", unfinished);
  }

  /** What a process before this one left unfinished is nobody's any more. */
  private synchronized void clean() throws IOException {
    if (!cleaned) {
      cleaned = true;
      File[] left = unfinished.listFiles();
      for (File each : left == null ? new File[0] : left) {
        Files.deleteIfExists(each.toPath());
      }
    }
  }

  private static byte[] name(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private static StreamingAead aead(byte[] key) {
    try {
      return new AesGcmHkdfStreaming(key, "HmacSha256", PhotoKey.BYTES, SEGMENT, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Android has AES in GCM", e);
    }
  }

  private static OutputStream encrypting(StreamingAead aead, OutputStream to, byte[] bound)
      throws IOException {
    try {
      return aead.newEncryptingStream(to, bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Android has AES in GCM", e);
    }
  }

  private static InputStream decrypting(StreamingAead aead, InputStream from, byte[] bound)
      throws IOException {
    try {
      return aead.newDecryptingStream(new BufferedInputStream(from, SEGMENT), bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Android has AES in GCM", e);
    }
  }

  /** Which is on the disk when it is closed. */
  private static OutputStream durable(FileOutputStream file) {
    return new FilterOutputStream(file) {
      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        out.write(bytes, offset, count);
      }

      @Override
      public void close() throws IOException {
        file.getFD().sync();
        super.close();
      }
    };
  }

  /** Sealed with a key that nobody has once the process is gone. */
  private static final class SealedScratch implements Scratch {
    private final File file;
    private final StreamingAead aead;

    SealedScratch(File file, StreamingAead aead) {
      this.file = file;
      this.aead = aead;
    }

    @Override
    public OutputStream write() throws IOException {
      return encrypting(aead, new FileOutputStream(file), NOBODYS);
    }

    @Override
    public InputStream read() throws IOException {
      return decrypting(aead, new FileInputStream(file), NOBODYS);
    }

    @Override
    public void close() throws IOException {
      Path path = file.toPath();
      Files.deleteIfExists(path);
    }
  }
}
