package cn.anxun.core.hazardlibrary;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the hazards of the library's document. */
final class LibraryHazardJson {
  static final int MAX_DAYS = 365;

  /** The days where the document does not say: the default of 责令限期整改指令书. */
  static final int DEFAULT_DAYS = 30;

  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final String LEVELS = "一般, 较大, 其他, 重大";
  private static final int MAX_SCOPE = 50;

  private LibraryHazardJson() {}

  static List<LibraryHazard> read(@Nullable Json document, List<DocumentProblem> problems) {
    List<LibraryHazard> hazards = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (DocumentReader reader :
        DocumentReader.of(document, problems).objects("hazards", HazardLibrary.MAX_HAZARDS)) {
      LibraryHazard hazard = hazard(reader);
      if (hazard.key().isEmpty() || hazard.text().isEmpty()) {
        continue;
      }
      if (!KEY.matcher(hazard.key()).matches()) {
        reader.reject(Code.BAD_NAME, "key", hazard.key());
      } else if (!keys.add(hazard.key())) {
        reader.reject(Code.DUPLICATE, "key", hazard.key());
      } else {
        hazards.add(hazard);
      }
    }
    return hazards;
  }

  private static LibraryHazard hazard(DocumentReader reader) {
    String level = level(reader);
    String criterion =
        level.equals("重大")
            ? reader.required("criterion", HazardFound.CRITERION.maxLength()).orElse("")
            : reader.text("criterion", HazardFound.CRITERION.maxLength()).orElse("");
    return new LibraryHazard(
        reader.required("key", 64).orElse(""),
        reader.required("text", HazardFound.DESCRIPTION.maxLength()).orElse(""),
        reader.text("question", 200).orElse(""),
        reader.text("question_en", 200).orElse(""),
        reader.required("category", HazardFound.CATEGORY.maxLength()).orElse(""),
        level,
        criterion,
        reader.text("basis", HazardFound.LEGAL_BASIS.maxLength()).orElse(""),
        reader.flag("fixed_on_the_spot"),
        reader.integer("deadline_days", 0, MAX_DAYS).orElse(DEFAULT_DAYS),
        reader.text("measures", HazardFound.MEASURES.maxLength()).orElse(""),
        scope(reader, "site_kinds"),
        scope(reader, "industries"),
        reader.flag("withdrawn"));
  }

  private static String level(DocumentReader reader) {
    String level = reader.text("level", 64).orElse("一般");
    switch (level) {
      case "一般", "较大", "其他", "重大" -> {
        return level;
      }
      default -> {
        reader.reject(Code.UNKNOWN_VALUE, "level", LEVELS);
        return "一般";
      }
    }
  }

  private static List<String> scope(DocumentReader reader, String member) {
    return reader.raw(member) == null ? List.of() : reader.texts(member, MAX_SCOPE, 64);
  }
}
