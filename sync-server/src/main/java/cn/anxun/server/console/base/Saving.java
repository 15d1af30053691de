package cn.anxun.server.console.base;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.server.console.record.Desk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says a table as the revision of its document; of a long one only the parts that change. */
final class Saving {
  /** An entry holds 64 KiB with its header. */
  private static final int PART_BYTES = 56 * 1024;

  private final BaseTable table;
  private final List<DocumentRevision> before;

  Saving(BaseTable table, List<DocumentRevision> before) {
    this.table = table;
    this.before = before;
  }

  /** What is to be said so that these rows stand. */
  List<Desk.Saying> sayings(Map<String, Json.Members> rows) {
    Json.Members head = rows.get(Content.HEAD);
    List<Json> documents = new ArrayList<>();
    for (List<Json.Members> part : parts(rows)) {
      documents.add(Content.document(table, documents.isEmpty() ? head : null, part));
    }
    while (documents.size() < last()) {
      documents.add(Content.document(table, null, List.of()));
    }
    List<Desk.Saying> sayings = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      DocumentRevision stands = part(i + 1);
      if (stands == null || !documents.get(i).equals(stands.fields().raw("document"))) {
        sayings.add(
            new Desk.Saying(
                subject(i + 1),
                stands == null ? null : stands.entryId(),
                table.family().fields(table.name(), documents.get(i))));
      }
    }
    return sayings;
  }

  /** The number of the last part that there is. */
  private int last() {
    return before.stream()
        .map(DocumentRevision::subject)
        .filter(subject -> !subject.equals(table.subject()))
        .mapToInt(subject -> Integer.parseInt(subject.substring(table.subject().length() + 1)))
        .max()
        .orElse(before.isEmpty() ? 0 : 1);
  }

  private String subject(int part) {
    return part == 1 ? table.subject() : table.subject() + '/' + part;
  }

  private @Nullable DocumentRevision part(int part) {
    return before.stream()
        .filter(one -> one.subject().equals(subject(part)))
        .findFirst()
        .orElse(null);
  }

  /** At least one part, each within an entry where the document goes on in parts. */
  private List<List<Json.Members>> parts(Map<String, Json.Members> rows) {
    List<List<Json.Members>> parts = new ArrayList<>();
    List<Json.Members> part = new ArrayList<>();
    int bytes = 0;
    for (Map.Entry<String, Json.Members> row : rows.entrySet()) {
      boolean shipped = table.overlays() && table.shipped().contains(row.getValue());
      if (row.getKey().equals(Content.HEAD) || shipped) {
        continue;
      }
      int size = JsonText.write(row.getValue()).getBytes(StandardCharsets.UTF_8).length + 1;
      boolean full = bytes + size > PART_BYTES || part.size() == table.family().mostChecked();
      if (full && table.family().hasParts() && !part.isEmpty()) {
        parts.add(part);
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(row.getValue());
      bytes += size;
    }
    parts.add(part);
    return parts;
  }
}
