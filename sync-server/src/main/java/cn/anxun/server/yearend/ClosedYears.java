package cn.anxun.server.yearend;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.YearClosed;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.LedgerView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The closed years of a ledger as their entries say them. An entry by one who may not close a year
 * closes none; of two with one edition the first accepted counts.
 */
public final class ClosedYears {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2099;

  /**
   * An edition, or why its entries do not say one.
   *
   * @param problem "" where they do
   */
  public record Edition(int year, int edition, Optional<ClosedYear> closed, String problem) {}

  private final LedgerView ledger;
  private final Map<Long, FirstSeqs> seqs = new HashMap<>();

  public ClosedYears(LedgerView ledger) {
    this.ledger = ledger;
  }

  /** The editions of a year that can be read, the first first. */
  public List<ClosedYear> list(int year) {
    return editions(year).stream().flatMap(edition -> edition.closed().stream()).toList();
  }

  /** Every edition of every year. */
  public List<Edition> editions() {
    List<Edition> editions = new ArrayList<>();
    for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
      editions.addAll(editions(year));
    }
    return editions;
  }

  /** Every edition of a year. */
  public List<Edition> editions(int year) {
    List<Edition> editions = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (LedgerEntry entry : closes(Documents.year(year))) {
      long edition = entry.entry().fields().find(YearClosed.EDITION).orElse(0L);
      if (seen.add(edition)) {
        editions.add(read(year, (int) edition, entry));
      }
    }
    return editions;
  }

  private Edition read(int year, int edition, LedgerEntry first) {
    try {
      List<LedgerEntry> parts = new ArrayList<>(List.of(first));
      int count =
          ClosedYearReader.number(ClosedYearReader.document(first), "parts").intValueExact();
      for (int part = 2; part <= count; part++) {
        find(year, part, first.id()).ifPresent(parts::add);
      }
      ClosedYear closed =
          ClosedYearReader.read(
              parts, upTo -> seqs.computeIfAbsent(upTo, key -> FirstSeqs.of(ledger, key)));
      return new Edition(year, edition, Optional.of(closed), "");
    } catch (IllegalArgumentException | ArithmeticException e) {
      return new Edition(year, edition, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private Optional<LedgerEntry> find(int year, int part, String close) {
    return closes(part(year, part)).stream()
        .filter(
            entry ->
                ClosedYearReader.document(entry).get("close") instanceof Json.Text text
                    && text.value().equals(close))
        .findFirst();
  }

  private List<LedgerEntry> closes(String subject) {
    return ledger.listSubject(subject, Long.MAX_VALUE - 1).stream()
        .filter(entry -> entry.entry() instanceof YearClosed)
        .filter(entry -> entry.stamp().role().has(YearClosed.KIND.right()))
        .toList();
  }

  /** The subject of a part of a year's close. */
  static String part(int year, int part) {
    return part == 1 ? Documents.year(year) : Documents.year(year) + '/' + part;
  }
}
