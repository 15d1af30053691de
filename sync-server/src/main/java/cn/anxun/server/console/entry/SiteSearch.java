package cn.anxun.server.console.entry;

import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.site.Sites;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds sites by what somebody types of their names. */
final class SiteSearch {
  static final int MOST = 12;

  private final LedgerState state;

  SiteSearch(LedgerState state) {
    this.state = state;
  }

  private List<FoldedRecord> all() {
    return state.list(SiteRegistered.KIND.recordType());
  }

  static String name(FoldedRecord site) {
    return site.fields().text(SiteRegistered.NAME);
  }

  /** The site of this subject. */
  Optional<FoldedRecord> find(String subject) {
    return all().stream().filter(site -> site.subject().equals(subject)).findFirst();
  }

  /** The sites of exactly this name, whatever its spaces and widths. */
  List<FoldedRecord> named(String name) {
    String wanted = Sites.comparable(name);
    return all().stream().filter(site -> Sites.comparable(name(site)).equals(wanted)).toList();
  }

  /** Sites whose name, address or credit code has these words in it, names that begin so first. */
  List<FoldedRecord> like(String typed) {
    String wanted = Sites.comparable(typed);
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<FoldedRecord> begins = new ArrayList<>();
    List<FoldedRecord> contains = new ArrayList<>();
    for (FoldedRecord site : all()) {
      String name = Sites.comparable(name(site));
      if (name.startsWith(wanted)) {
        begins.add(site);
      } else if (name.contains(wanted) || wanted.contains(name) || says(site, wanted)) {
        contains.add(site);
      }
    }
    return Stream.concat(begins.stream(), contains.stream()).limit(MOST).toList();
  }

  private static boolean says(FoldedRecord site, String wanted) {
    return Sites.comparable(site.fields().text(SiteRegistered.ADDRESS)).contains(wanted)
        || Sites.comparable(site.fields().text(SiteRegistered.CREDIT_CODE)).startsWith(wanted);
  }

  /** Where a site is, to tell it from others of its name. */
  String place(FoldedRecord site) {
    String code = site.fields().text(RecordFields.DIVISION);
    String division =
        Divisions.at(state)
            .find(code, state.cutoff().date())
            .map(Divisions.Division::name)
            .orElse(code);
    return Stream.of(division, site.fields().text(SiteRegistered.ADDRESS))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** To choose from. */
  List<EntryForm.Choice> choices(List<FoldedRecord> sites) {
    return sites.stream()
        .map(site -> new EntryForm.Choice(site.subject(), (name(site) + "　" + place(site)).strip()))
        .toList();
  }
}
