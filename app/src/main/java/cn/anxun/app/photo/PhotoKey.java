package cn.anxun.app.photo;

import cn.anxun.app.device.KeyVault;
import cn.anxun.app.device.KeyVaultException;
import cn.anxun.core.sync.file.UnreadableFileException;
import cn.anxun.core.sync.file.UnreadableFileException.Reason;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The photos' key: 32 random bytes, wrapped by the {@link KeyVault} in a file. It is made once,
 * before the first photo, and never replaced: a new key would make what is held unreadable for
 * ever.
 */
final class PhotoKey {
  static final int BYTES = 32;

  private final File file;
  private final File sealed;
  private final KeyVault vault;
  private final Random random;
  private byte @Nullable [] known;

  /**
   * @param file where it is kept
   * @param sealed the folder of what is sealed with it
   */
  PhotoKey(File file, File sealed, KeyVault vault, Random random) {
    this.file = file;
    this.sealed = sealed;
    this.vault = vault;
    this.random = random;
  }

  /**
   * The key, made where there is neither a key nor a sealed photo.
   *
   * @throws UnreadableFileException where it is lost
   */
  synchronized byte[] get() throws IOException {
    byte[] key = known;
    if (key == null) {
      key = found();
      known = key;
    }
    return key;
  }

  private byte[] found() throws IOException {
    try {
      if (file.exists()) {
        byte[] key = vault.unwrap(Files.readAllBytes(file.toPath()));
        if (key.length != BYTES) {
          throw new UnreadableFileException(
              Reason.KEY_LOST, "the photos' key has " + key.length + " bytes");
        }
        return key;
      }
      String[] photos = sealed.list();
      if (photos != null && photos.length > 0) {
        throw new UnreadableFileException(
            Reason.KEY_LOST, "there are sealed photos, but their key file is missing");
      }
      return made();
    } catch (KeyVaultException e) {
      throw new UnreadableFileException(
          Reason.KEY_LOST, "the photos' key cannot be had: " + e.getMessage(), e);
    }
  }

  private byte[] made() throws KeyVaultException, IOException {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    byte[] wrapped = vault.wrap(key);
    Files.createDirectories(file.getAbsoluteFile().toPath().getParent());
    File written = new File(file.getPath() + ".new");
    try (FileOutputStream out = new FileOutputStream(written)) {
      out.write(wrapped);
      out.getFD().sync();
    }
    Files.move(written.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE);
    return key;
  }
}
