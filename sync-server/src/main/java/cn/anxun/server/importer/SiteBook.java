package cn.anxun.server.importer;

import cn.anxun.core.codelist.CreditCode;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sites that the ledger has and those that this import adds, to be found as ledgers name them:
 * by credit code, or by name whatever its spaces and widths.
 */
public final class SiteBook {

  /** A site. */
  public record Site(String subject, String code, String division, String address) {}

  private final Map<String, Site> byCode = new HashMap<>();
  private final Map<String, List<Site>> byName = new HashMap<>();

  public SiteBook(LedgerState state) {
    for (FoldedRecord record : state.list("site")) {
      add(
          record.fields().text(SiteRegistered.NAME),
          new Site(
              record.subject(),
              code(record.fields().text(SiteRegistered.CREDIT_CODE)),
              record.fields().text(RecordFields.DIVISION),
              record.fields().text(SiteRegistered.ADDRESS)));
    }
  }

  static String code(String written) {
    return CreditCode.normalized(written);
  }

  void add(String name, Site site) {
    if (!site.code().isEmpty()) {
      byCode.putIfAbsent(site.code(), site);
    }
    List<Site> named = byName.computeIfAbsent(Heading.normal(name), key -> new ArrayList<>());
    if (named.stream().noneMatch(other -> other.subject().equals(site.subject()))) {
      named.add(site);
    }
  }

  /** The site of this credit code. */
  public Optional<Site> findByCode(String code) {
    return code.isEmpty() ? Optional.empty() : Optional.ofNullable(byCode.get(code(code)));
  }

  /**
   * The sites of this name that may be meant: those of the division where one is given and they say
   * theirs, and not those of another credit code.
   */
  public List<Site> list(String name, String code, String division) {
    String wanted = code(code);
    return byName.getOrDefault(Heading.normal(name), List.of()).stream()
        .filter(site -> wanted.isEmpty() || site.code().isEmpty() || site.code().equals(wanted))
        .filter(
            site ->
                division.isEmpty()
                    || site.division().isEmpty()
                    || site.division().startsWith(division)
                    || division.startsWith(site.division()))
        .toList();
  }
}
