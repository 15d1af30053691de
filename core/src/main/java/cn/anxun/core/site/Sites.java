package cn.anxun.core.site;

import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteMerged;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.SubjectHistory;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which sites are one and the same, as said or as suspected. */
public final class Sites {
  private Sites() {}

  /** The site that this one was merged into, or is a void double of. */
  public static Optional<String> mergedInto(SubjectHistory history) {
    return history.joinedInto(SiteMerged.KIND, SiteMerged.INTO);
  }

  /**
   * Sites with the same credit code, or in one division with the same name but for width, case,
   * spaces and punctuation.
   */
  public static List<List<FoldedRecord>> suspectedDoubles(Collection<FoldedRecord> sites) {
    Map<String, List<FoldedRecord>> groups = new LinkedHashMap<>();
    for (FoldedRecord site : sites) {
      String code = site.fields().text(SiteRegistered.CREDIT_CODE).trim();
      if (!code.isEmpty()) {
        add(groups, "code " + code.toUpperCase(Locale.ROOT), site);
      }
      String name = comparable(site.fields().text(SiteRegistered.NAME));
      if (!name.isEmpty()) {
        add(groups, "name " + site.fields().text(RecordFields.DIVISION) + ' ' + name, site);
      }
    }
    groups.values().removeIf(group -> group.size() < 2);
    return new ArrayList<>(new LinkedHashSet<>(groups.values()));
  }

  private static void add(Map<String, List<FoldedRecord>> groups, String key, FoldedRecord site) {
    groups.computeIfAbsent(key, k -> new ArrayList<>()).add(site);
  }

  /** A name without what people write now so, now so: width, case, spaces, punctuation. */
  public static String comparable(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder(plain.length());
    plain.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
