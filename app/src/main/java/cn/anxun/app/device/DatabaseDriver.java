package cn.anxun.app.device;

import androidx.sqlite.db.SupportSQLiteOpenHelper;

/**
 * Opens the phone's database. On a phone it is SQLCipher with a key that the Android Keystore
 * wraps; its native library cannot be loaded on a JVM, where tests use the framework's own SQLite.
 */
public interface DatabaseDriver {
  SupportSQLiteOpenHelper.Factory factory();
}
