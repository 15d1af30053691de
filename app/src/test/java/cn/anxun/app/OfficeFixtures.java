package cn.anxun.app;

import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.UnitsRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The office's documents, as a phone pulls them. */
public final class OfficeFixtures {
  private static final Instant AT = Instant.parse("2026-01-05T01:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);

  private final RoomPhoneStore store;
  private final EntryIds ids = new EntryIds(Clock.fixed(AT, ZoneOffset.UTC), new Random(3));

  public OfficeFixtures(RoomPhoneStore store) {
    this.store = store;
  }

  /** Units by code and name in turn. */
  public void units(String... codesAndNames) {
    List<Json> units = new ArrayList<>();
    for (int i = 0; i < codesAndNames.length; i += 2) {
      units.add(
          Json.members().put("code", codesAndNames[i]).put("name", codesAndNames[i + 1]).build());
    }
    revise(
        UnitsRevised.KIND,
        Documents.UNITS,
        Fields.builder()
            .raw("document", Json.members().put("units", Json.items(units)).build())
            .build());
  }

  /** A revision of a document by the office, pulled. */
  public void revise(Kind kind, String subject, Fields fields) {
    Header header = new Header(ids.next(), subject, null, AT, DAY, "office", "demo.A1", List.of());
    store.put(
        List.of(
            new LedgerEntry(
                EntryJson.write(kind.entry(header, fields)),
                new Stamp(store.lastSeq() + 1, "office", Role.OFFICE, "demo.A1", AT))));
  }
}
