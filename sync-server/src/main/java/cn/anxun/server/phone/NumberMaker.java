package cn.anxun.server.phone;

import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SpokenNumber;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.PhoneStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the numbers that people say; goes on from the highest that the phone's own records bear.
 */
final class NumberMaker {
  private static final Set<String> NUMBERED =
      Set.of("site", "inspection", "hazard", "drill", "training");

  private final String letters;
  private final Map<Integer, Integer> lastByYear = new HashMap<>();

  NumberMaker(String letters, PhoneStore store) {
    this.letters = letters;
    for (OutboxState state : OutboxState.values()) {
      for (OutboxEntry entry : store.list(state)) {
        SpokenNumber.parse(entry.written().entry().fields().text(RecordFields.NUMBER))
            .filter(number -> number.deviceLetters().equals(letters))
            .ifPresent(number -> lastByYear.merge(number.year(), number.counter(), Math::max));
      }
    }
  }

  /** The next number of the year, for a kind whose records have one. */
  Optional<SpokenNumber> next(Kind kind, int year) {
    return kind.effect() == Kind.Effect.OPENS && NUMBERED.contains(kind.recordType())
        ? Optional.of(new SpokenNumber(year, letters, lastByYear.merge(year, 1, Integer::sum)))
        : Optional.empty();
  }
}
