package cn.anxun.core.state;

import cn.anxun.core.entry.Kind;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.TestLedger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What was said so far in a {@link RandomEntries} bureau, so that more can be said of it. */
final class SaidSoFar {
  private final Random random;
  private final List<LedgerEntry> said = new ArrayList<>();
  private final Map<String, List<LedgerEntry>> byKind = new LinkedHashMap<>();
  private final Map<String, List<LedgerEntry>> bySubject = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();

  SaidSoFar(Random random) {
    this.random = random;
  }

  void add(String kindName, LedgerEntry entry) {
    String subject = entry.entry().subject();
    said.add(entry);
    byKind.computeIfAbsent(kindName, name -> new ArrayList<>()).add(entry);
    bySubject.computeIfAbsent(subject, name -> new ArrayList<>()).add(entry);
    Kind kind = entry.entry().kind();
    if (kind.effect() == Kind.Effect.OPENS || kind.effect() == Kind.Effect.DOCUMENT) {
      types.putIfAbsent(subject, kind.recordType());
    }
  }

  /** All of it, in the order in which it was said. */
  List<LedgerEntry> list() {
    return said;
  }

  /** Some entry, of each kind as likely. */
  LedgerEntry ofAnyKind() {
    return any(byKind.get(any(List.copyOf(byKind.keySet()))));
  }

  /** Some entry of the subject; null where there is none. */
  @Nullable LedgerEntry of(String subject) {
    List<LedgerEntry> entries = bySubject.getOrDefault(subject, List.of());
    return entries.isEmpty() ? null : any(entries);
  }

  /** Mostly the last of the subject; else an earlier one, or none. */
  @Nullable String after(String subject) {
    List<LedgerEntry> before = bySubject.getOrDefault(subject, List.of());
    if (before.isEmpty() || random.nextInt(20) == 0) {
      return null;
    }
    return (random.nextInt(4) == 0 ? any(before) : before.get(before.size() - 1)).id();
  }

  /** A record or document, or what nobody opened. */
  String subject() {
    List<String> all = new ArrayList<>(bySubject.keySet());
    all.add(TestLedger.id(random.nextInt(2)));
    return any(all);
  }

  /** A record of those that the kind opens or is about; any where there is none. */
  String ofType(Kind kind) {
    return ofType(kind.recordType());
  }

  /** One of the same type as this. */
  String ofTypeOf(String subject) {
    return ofType(types.getOrDefault(subject, ""));
  }

  private String ofType(String type) {
    List<String> fitting = new ArrayList<>();
    types.forEach(
        (subject, of) -> {
          if (of.equals(type)) {
            fitting.add(subject);
          }
        });
    return fitting.isEmpty() ? subject() : any(fitting);
  }

  private <T> T any(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }
}
