package cn.anxun.core.indicator;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.state.Notice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Builds folded ledgers by hand: {@code new Ledgers().add("drill", "2023-05-01",
 * "{'level':'区级'}")}.
 */
public final class Ledgers {
  public static final Period YEAR = Period.year(2023);

  private final Map<String, List<FoldedRecord>> records = new LinkedHashMap<>();
  private final Map<String, String> sites = new LinkedHashMap<>();
  private final Map<String, DocumentRevision> documents = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private int last;

  /** Adds a record; its subject is its type and a running number. Apostrophes stand for quotes. */
  public Ledgers add(String type, String date, String fields, Mark... marks) {
    String subject = String.format(Locale.ROOT, "%s-%05d", type, ++last);
    records
        .computeIfAbsent(type, key -> new ArrayList<>())
        .add(
            new FoldedRecord(
                type,
                subject,
                LocalDate.parse(date),
                new Fields(members(fields).values()),
                List.of(subject),
                Set.of(marks)));
    return this;
  }

  public Ledgers add(int times, String type, String date, String fields) {
    for (int i = 0; i < times; i++) {
      add(type, date, fields);
    }
    return this;
  }

  /** Adds the office's revision of a document. */
  public Ledgers document(String subject, String document) {
    documents.put(
        subject,
        new DocumentRevision(
            subject,
            subject,
            1,
            LocalDate.of(2023, 1, 1),
            new Fields(Map.of("document", members(document))),
            List.of()));
    return this;
  }

  Ledgers merge(String site, String standing) {
    sites.put(site, standing);
    return this;
  }

  Ledgers notice(Notice.Type type, String subject, String field) {
    notices.add(new Notice(type, subject, List.of(subject), field));
    return this;
  }

  public LedgerState build(Mark... marks) {
    for (List<FoldedRecord> ofType : records.values()) {
      ofType.sort(Comparator.comparing(FoldedRecord::date).thenComparing(FoldedRecord::subject));
    }
    return new LedgerState(
        new Cutoff(1000, LocalDate.of(2023, 12, 31)),
        records,
        documents,
        sites,
        notices,
        Set.of(marks));
  }

  public static Json.Members members(String text) {
    return (Json.Members) JsonText.read(text.replace('\'', '"'));
  }

  /** The measure of this JSON, apostrophes for quotes. */
  static Measure measure(String text) {
    try {
      return MeasureJson.read(members(text));
    } catch (MeasureRejectedException e) {
      throw new AssertionError(e);
    }
  }

  static Figure figure(LedgerState state, String measure) {
    return FigureEngine.figure(state, measure(measure), "个", YEAR);
  }
}
