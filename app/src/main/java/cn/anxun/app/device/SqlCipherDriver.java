package cn.anxun.app.device;

import android.content.Context;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.zetetic.database.sqlcipher.SupportOpenHelperFactory;
import org.jspecify.annotations.Nullable;

/**
 * SQLCipher with a raw key that the {@link KeyVault} wraps. Key and native library are asked for as
 * the database is first used, on the thread that uses it.
 */
public final class SqlCipherDriver implements DatabaseDriver {
  private static final String LIBRARY = "sqlcipher";
  private static final String KEY_FILE = "database.key";

  private final Context context;
  private final KeyVault vault;
  private final Random random;

  public SqlCipherDriver(Context context, KeyVault vault, Random random) {
    this.context = context;
    this.vault = vault;
    this.random = random;
  }

  @Override
  public SupportSQLiteOpenHelper.Factory factory() {
    return Opened::new;
  }

  private SupportSQLiteOpenHelper open(SupportSQLiteOpenHelper.Configuration configuration) {
    String name = configuration.name;
    if (name == null) {
      throw new IllegalArgumentException("a database in memory needs no key");
    }
    byte[] key =
        new DatabaseKey(
                new java.io.File(context.getNoBackupFilesDir(), KEY_FILE),
                context.getDatabasePath(name),
                vault,
                random)
            .get();
    System.loadLibrary(LIBRARY);
    return new SupportOpenHelperFactory(raw(key), null, true).create(configuration);
  }

  /** SQLCipher's form of a key that is no passphrase and needs no stretching: {@code x'…'}. */
  static byte[] raw(byte[] key) {
    StringBuilder text = new StringBuilder(key.length * 2 + 3).append("x'");
    for (byte one : key) {
      text.append(Character.forDigit((one >> 4) & 0xF, 16))
          .append(Character.forDigit(one & 0xF, 16));
    }
    return text.append('\'').toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** Opens when it is asked for the database, not before. */
  private final class Opened implements SupportSQLiteOpenHelper {
    private final Configuration configuration;
    private @Nullable SupportSQLiteOpenHelper helper;
    private boolean writeAhead = true;

    Opened(Configuration configuration) {
      this.configuration = configuration;
    }

    private synchronized SupportSQLiteOpenHelper helper() {
      SupportSQLiteOpenHelper opened = helper;
      if (opened == null) {
        opened = open(configuration);
        opened.setWriteAheadLoggingEnabled(writeAhead);
        helper = opened;
      }
      return opened;
    }

    @Override
    public @Nullable String getDatabaseName() {
      return configuration.name;
    }

    @Override
    public synchronized void setWriteAheadLoggingEnabled(boolean enabled) {
      writeAhead = enabled;
      if (helper != null) {
        helper.setWriteAheadLoggingEnabled(enabled);
      }
    }

    @Override
    public SupportSQLiteDatabase getWritableDatabase() {
      return helper().getWritableDatabase();
    }

    @Override
    public SupportSQLiteDatabase getReadableDatabase() {
      return helper().getReadableDatabase();
    }

    @Override
    public synchronized void close() {
      if (helper != null) {
        helper.close();
        helper = null;
      }
    }
  }
}
