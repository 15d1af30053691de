package cn.anxun.server.storage;

import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What headings of imported workbooks mean in a bureau. */
final class ImportHeadings {
  private ImportHeadings() {}

  static Map<String, String> list(Handle handle, String kind) {
    Map<String, String> meanings = new HashMap<>();
    handle
        .createQuery("SELECT heading, meaning FROM import_heading WHERE kind = ?")
        .bind(0, kind)
        .map((row, context) -> Map.entry(row.getString("heading"), row.getString("meaning")))
        .forEach(meaning -> meanings.put(meaning.getKey(), meaning.getValue()));
    return meanings;
  }

  static void keep(Handle handle, String kind, Map<String, String> meanings) {
    meanings.forEach(
        (heading, meaning) ->
            handle.execute(
                "INSERT INTO import_heading (kind, heading, meaning) VALUES (?, ?, ?)"
                    + " ON CONFLICT (kind, heading) DO UPDATE SET meaning = excluded.meaning",
                kind,
                heading,
                meaning));
  }
}
