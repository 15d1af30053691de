package cn.anxun.core.checklist;

import cn.anxun.core.checklist.Checklist.Item;
import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import cn.anxun.core.hazardlibrary.LibraryHazard;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the checklists of the hazard library's document, where it has any. */
final class ChecklistJson {
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final int MAX_TEXT = 200;
  private static final int MAX_SCOPE = 50;

  private ChecklistJson() {}

  static List<Checklist> read(
      @Nullable Json document, HazardLibrary library, List<DocumentProblem> problems) {
    List<Checklist> checklists = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    DocumentReader whole = DocumentReader.of(document, problems);
    if (whole.raw("checklists") == null) {
      return checklists;
    }
    for (DocumentReader reader : whole.objects("checklists", Checklists.MAX_CHECKLISTS)) {
      String key = key(reader, reader.required("key", 64).orElse(""), keys);
      String label = reader.required("label", MAX_TEXT).orElse("");
      List<Item> items = items(reader, library);
      if (!key.isEmpty() && !label.isEmpty()) {
        checklists.add(
            new Checklist(
                key,
                label,
                reader.text("en", MAX_TEXT).orElse(""),
                scope(reader, "site_kinds"),
                scope(reader, "industries"),
                items,
                reader.flag("withdrawn")));
      }
    }
    return checklists;
  }

  private static List<Item> items(DocumentReader checklist, HazardLibrary library) {
    List<Item> items = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (DocumentReader reader : checklist.objects("items", Checklists.MAX_ITEMS)) {
      Optional<String> named = reader.text("hazard", 64);
      Optional<LibraryHazard> hazard = named.flatMap(library::find);
      if (named.isPresent() && !hazard.isPresent()) {
        reader.reject(Code.UNKNOWN_VALUE, "hazard", "hazards[].key");
      }
      Optional<String> text = text(reader, hazard);
      String key =
          key(
              reader,
              hazard.isPresent() && reader.raw("key") == null
                  ? hazard.get().key()
                  : reader.required("key", 64).orElse(""),
              keys);
      if (!key.isEmpty() && text.isPresent()) {
        items.add(
            new Item(
                key,
                text.get(),
                reader
                    .text("en", MAX_TEXT)
                    .orElse(hazard.map(LibraryHazard::questionEnglish).orElse("")),
                hazard.map(LibraryHazard::key).orElse("")));
      }
    }
    return items;
  }

  /** The question, which is the hazard's own where the item has none. */
  private static Optional<String> text(DocumentReader reader, Optional<LibraryHazard> hazard) {
    Optional<String> own = hazard.map(LibraryHazard::question).filter(text -> !text.isEmpty());
    return reader.raw("text") == null && own.isPresent() ? own : reader.required("text", MAX_TEXT);
  }

  private static String key(DocumentReader reader, String key, Set<String> taken) {
    if (key.isEmpty()) {
      return "";
    }
    if (!KEY.matcher(key).matches()) {
      reader.reject(Code.BAD_NAME, "key", key);
      return "";
    }
    if (!taken.add(key)) {
      reader.reject(Code.DUPLICATE, "key", key);
      return "";
    }
    return key;
  }

  private static List<String> scope(DocumentReader reader, String member) {
    return reader.raw(member) == null ? List.of() : reader.texts(member, MAX_SCOPE, 64);
  }
}
