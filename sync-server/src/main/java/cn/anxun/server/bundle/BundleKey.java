package cn.anxun.server.bundle;

import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * The server's own key that opens bundles: made once, kept in the data directory as its 32 bytes,
 * readable by its owner alone, and backed up with the rest. Phones keep the public half, so a
 * server with another key could not open what they made meanwhile.
 */
public final class BundleKey {
  static final String FILE = "bundle.key";

  private final X25519PrivateKeyParameters secret;

  private BundleKey(X25519PrivateKeyParameters secret) {
    this.secret = secret;
  }

  /**
   * The key of this data directory, made where it has none and this process may write.
   *
   * @throws StorageException where it cannot be read or made
   */
  public static BundleKey open(DataDirectory data, SecureRandom random) {
    Path file = data.root().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        DurableFile.write(file, new X25519PrivateKeyParameters(random).getEncoded());
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length != BundleFormat.KEY_BYTES) {
        throw new StorageException(
            ServerTexts.both("bundle.no-key", file, bytes.length + " bytes"), null);
      }
      return new BundleKey(new X25519PrivateKeyParameters(bytes));
    } catch (IOException e) {
      throw new StorageException(
          ServerTexts.both("bundle.no-key", file, String.valueOf(e.getMessage())), e);
    }
  }

  public BundlePublicKey publicKey() {
    return new BundlePublicKey(secret.generatePublicKey());
  }

  AsymmetricCipherKeyPair pair() {
    return new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret);
  }
}
