package cn.anxun.core.paper;

import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a paper says, frozen when it was issued; the names of persons stand apart and take the
 * places of {@code {officers}}, {@code {certificates}}, {@code {site_person}} and {@code {witness}}
 * when it is shown.
 *
 * @param texts its single texts; those that are not there are ""
 * @param lines the findings
 */
public record PaperContents(Map<String, String> texts, List<PaperLine> lines) {

  /** The single texts of a paper. */
  public enum Part {
    TITLE,
    BUREAU,
    SITE,
    ADDRESS,
    /** What the person in charge at the site is there, 职务. */
    POSITION,
    /** Where it was checked. */
    PLACE,
    /** What was checked. */
    CONTENT,
    /** When the check began, as printed. */
    FROM,
    /** When it ended, as printed. */
    UNTIL,
    /** The day of issue, as printed. */
    DATE,
    OPENING,
    /** 检查情况: said instead of findings or before them. */
    SITUATION,
    LEGAL_BASIS,
    /** What is demanded. */
    REQUIREMENT,
    /** How the problems were handled, 处理情况. */
    HANDLING,
    /** 复议诉讼: what may be done against it. */
    REMEDIES,
    COPIES,
    /** The number of the order that is answered. */
    ANSWERED_NO,
    /** The day of the order that is answered, as printed. */
    ANSWERED_ON;

    /** As in the entry: {@code legal_basis}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public PaperContents {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    lines = Collections.unmodifiableList(new ArrayList<>(lines));
  }

  /** Reads what an entry says; never throws. */
  public static PaperContents of(@Nullable Json json) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (!(json instanceof Json.Members members)) {
      return new PaperContents(texts, List.of());
    }
    for (Part part : Part.values()) {
      String text = PaperLine.text(members, part.wire());
      if (!text.isEmpty()) {
        texts.put(part.wire(), text);
      }
    }
    return new PaperContents(texts, PaperLine.list(members.get("lines")));
  }

  public String text(Part part) {
    return texts.getOrDefault(part.wire(), "");
  }

  /** As it stands in the entry. */
  public Json json() {
    Json.MembersBuilder members = Json.members();
    texts.forEach(members::put);
    List<Json> items = new ArrayList<>();
    for (PaperLine line : lines) {
      items.add(line.json());
    }
    return members.put("lines", Json.items(items)).build();
  }
}
