package cn.anxun.app.data.local;

import android.content.Context;
import android.database.sqlite.SQLiteDatabase;
import androidx.room.migration.bundle.SchemaBundle;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.ledger.Stamp;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Database files as earlier versions of the app left them, made of their exported schemas. */
public final class EarlierVersion {
  /** The version of the schema now; a phone may come from any before it. */
  public static final int LATEST = AnxunDatabase.VERSION;

  private EarlierVersion() {}

  /** As that version left it, with these entries of 李's unsent and a form half filled in. */
  public static void create(String name, int version, List<WrittenEntry> unsent)
      throws IOException {
    Context context = ApplicationProvider.getApplicationContext();
    File file = context.getDatabasePath(name);
    file.getParentFile().mkdirs();
    SchemaBundle schema;
    try (InputStream in =
        new FileInputStream("schemas/" + AnxunDatabase.class.getName() + "/" + version + ".json")) {
      schema = SchemaBundle.Companion.deserialize(in);
    }
    try (SQLiteDatabase raw = SQLiteDatabase.openOrCreateDatabase(file, null)) {
      schema.getDatabase().buildCreateQueries().forEach(raw::execSQL);
      for (int i = 0; i < unsent.size(); i++) {
        insert(raw, i + 1, unsent.get(i));
      }
      raw.execSQL("INSERT INTO draft VALUES ('inspection', '{}', 1)");
      raw.setVersion(version);
    }
  }

  private static void insert(SQLiteDatabase raw, int position, WrittenEntry entry) {
    String id = entry.entry().id();
    String at = entry.entry().header().at().toString();
    raw.execSQL(
        "INSERT INTO entry (id, subject, seq, author, role, device, at, bytes) VALUES (?, ?, ?,"
            + " 'li', 'inspector', 'phone-1', ?, ?)",
        new Object[] {id, entry.entry().subject(), Stamp.UNSENT, at, entry.bytes()});
    raw.execSQL(
        "INSERT INTO own (position, id, subject, author, role, device, at, bytes, state,"
            + " attempted, failure, batch, times) VALUES (?, ?, ?, 'li', 'inspector', 'phone-1',"
            + " ?, ?, 'PENDING', 0, '', 0, 0)",
        new Object[] {position, id, entry.entry().subject(), at, entry.bytes()});
  }
}
