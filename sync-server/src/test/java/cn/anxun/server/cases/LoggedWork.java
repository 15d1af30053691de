package cn.anxun.server.cases;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.WrittenEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Logs all work of a case on a single device, in its order, without a phone or a server. */
public final class LoggedWork {
  private LoggedWork() {}

  /** The entries, each after those it rests on. */
  public static List<WrittenEntry> of(CaseWork work) {
    Clock clock = Clock.fixed(Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC);
    EntryIds ids = new EntryIds(clock, new Random(7));
    Map<Subject, String> subjects = new HashMap<>();
    Map<Subject, String> last = new HashMap<>();
    List<WrittenEntry> entries = new ArrayList<>();
    for (Step step : work.steps()) {
      String id = ids.next();
      String subject =
          subjects.computeIfAbsent(step.subject(), one -> one.isDocument() ? one.document() : id);
      Header header =
          new Header(
              id,
              subject,
              last.put(step.subject(), id),
              clock.instant(),
              step.date(),
              step.worker().name(),
              "K1",
              List.of());
      entries.add(
          EntryJson.write(
              step.kind().entry(header, step.wording().fields(one -> subjects.get(one)))));
    }
    return entries;
  }
}
