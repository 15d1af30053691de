package cn.anxun.app.device;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Random;

/**
 * The database's key: 32 random bytes, wrapped by the {@link KeyVault} in a file beside the
 * database. It is made once, before the database, and never replaced: a new key would make what is
 * held unreadable for ever.
 */
final class DatabaseKey {
  static final int BYTES = 32;

  private final File file;
  private final File database;
  private final KeyVault vault;
  private final Random random;

  DatabaseKey(File file, File database, KeyVault vault, Random random) {
    this.file = file;
    this.database = database;
    this.vault = vault;
    this.random = random;
  }

  /**
   * The key, made where there is neither a key nor a database.
   *
   * @throws DatabaseKeyException where it is lost, or cannot be made or kept
   */
  byte[] get() {
    try {
      if (file.exists()) {
        return unwrapped(Files.readAllBytes(file.toPath()));
      }
      if (database.exists()) {
        throw new DatabaseKeyException(
            "the database " + database.getName() + " is there, but its key file is missing");
      }
      return made();
    } catch (KeyVaultException | IOException e) {
      throw new DatabaseKeyException("the database's key cannot be had: " + e.getMessage(), e);
    }
  }

  private byte[] unwrapped(byte[] wrapped) throws KeyVaultException {
    byte[] key = vault.unwrap(wrapped);
    if (key.length != BYTES) {
      throw new KeyVaultException("the database's key has " + key.length + " bytes");
    }
    return key;
  }

  private byte[] made() throws KeyVaultException, IOException {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    byte[] wrapped = vault.wrap(key);
    File folder = file.getAbsoluteFile().getParentFile();
    if (folder != null) {
      Files.createDirectories(folder.toPath());
    }
    File written = new File(file.getPath() + ".new");
    try (FileOutputStream out = new FileOutputStream(written)) {
      out.write(wrapped);
      out.getFD().sync();
    }
    Files.move(written.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE);
    return key;
  }
}
