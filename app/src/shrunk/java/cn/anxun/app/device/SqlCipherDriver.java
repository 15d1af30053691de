package cn.anxun.app.device;

import android.content.Context;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import java.util.Random;

/**
 * Stands in for the driver of the same name when the shrunk app runs on a JVM, which cannot load
 * SQLCipher's native library: the framework's SQLite, without a key.
 */
public final class SqlCipherDriver implements DatabaseDriver {
  public SqlCipherDriver(Context context, KeyVault vault, Random random) {}

  @Override
  public SupportSQLiteOpenHelper.Factory factory() {
    return new FrameworkSQLiteOpenHelperFactory();
  }
}
