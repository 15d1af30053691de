package cn.anxun.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link LedgerStore} does. */
public abstract class LedgerStoreContract {
  private static final Instant AT = Instant.parse("2023-06-01T00:00:00Z");

  private final EntryIds ids = new EntryIds(Clock.fixed(AT, ZoneOffset.UTC), new Random(11));
  private LedgerStore store;

  /** A new, empty store. */
  protected abstract LedgerStore open();

  @BeforeEach
  void openLedger() {
    store = open();
  }

  @Test
  void ledger_whenEmpty_answersNothing() {
    assertThat(store.lastSeq()).isZero();
    assertThat(store.find(ids.next())).isEmpty();
    assertThat(store.listSubject(ids.next(), Stamp.UNSENT)).isEmpty();
    assertThat(scan(0, Stamp.UNSENT)).isEmpty();
  }

  @Test
  void put_whenPutTwice_countsOnce() {
    LedgerEntry a = hazard("a", 1);
    LedgerEntry b = hazard("b", 2);

    store.put(List.of(a, b));
    store.put(List.of(a, b));

    assertThat(scan(0, Stamp.UNSENT)).containsExactly(a, b);
    assertThat(store.listSubject(a.entry().subject(), Stamp.UNSENT)).containsExactly(a);
  }

  @Test
  void put_whenAStampedIdComesWithOtherBytes_keepsTheFirst() {
    LedgerEntry first = hazard("a", 1);
    store.put(List.of(first));

    store.put(List.of(again(first, "b", 1)));
    store.put(List.of(again(first, "c", 2)));

    assertThat(scan(0, Stamp.UNSENT)).containsExactly(first);
    assertThat(note(first.id())).isEqualTo("a");
  }

  @Test
  void put_whenUnsentComesWithAStamp_takesStampAndBytes() {
    LedgerEntry unsent = hazard("a", Stamp.UNSENT);
    LedgerEntry other = hazard("b", Stamp.UNSENT);
    store.put(List.of(unsent, other));
    assertThat(store.lastSeq()).isZero();

    LedgerEntry stamped = again(unsent, "as accepted", 9);
    store.put(List.of(stamped));

    assertThat(store.find(unsent.id())).contains(stamped);
    assertThat(note(unsent.id())).isEqualTo("as accepted");
    assertThat(scan(0, Stamp.UNSENT)).containsExactly(stamped, other);
    assertThat(store.lastSeq()).isEqualTo(9);
  }

  @Test
  void put_whenAStampedIdComesUnsent_keepsTheStamp() {
    LedgerEntry stamped = hazard("a", 4);
    store.put(List.of(stamped));

    store.put(List.of(again(stamped, "a", Stamp.UNSENT)));

    assertThat(store.find(stamped.id())).contains(stamped);
    assertThat(store.find(stamped.id()).orElseThrow().seq()).isEqualTo(4);
  }

  @Test
  void put_whenOneOfThemCannotBeKept_keepsNone() {
    LedgerEntry good = hazard("a", 1);

    assertThatThrownBy(() -> store.put(Arrays.asList(good, null)))
        .isInstanceOf(RuntimeException.class);

    assertThat(store.find(good.id())).isEmpty();
    assertThat(scan(0, Stamp.UNSENT)).isEmpty();
    assertThat(store.lastSeq()).isZero();
  }

  @Test
  void listSubject_whenPutOutOfOrder_goesBySeqThenUnsentAsPut() {
    LedgerEntry found = hazard("a", 7);
    LedgerEntry third = step(found, Stamp.UNSENT);
    LedgerEntry second = step(found, 8);
    LedgerEntry fourth = step(found, Stamp.UNSENT);
    store.put(List.of(third, hazard("other", 3), second));
    store.put(List.of(fourth, found));

    String subject = found.entry().subject();
    assertThat(store.listSubject(subject, Stamp.UNSENT))
        .containsExactly(found, second, third, fourth);
    assertThat(store.listSubject(subject, 8)).containsExactly(found, second);
    assertThat(store.listSubject(subject, 7)).containsExactly(found);
    assertThat(store.listSubject(subject, 6)).isEmpty();
  }

  @Test
  void scan_whenBetweenTwoSeqs_excludesTheFirstAndIncludesTheLast() {
    LedgerEntry a = hazard("a", 1);
    LedgerEntry b = hazard("b", 2);
    LedgerEntry c = hazard("c", 3);
    LedgerEntry unsent = hazard("d", Stamp.UNSENT);
    store.put(List.of(unsent, c, a, b));

    assertThat(scan(0, 3)).containsExactly(a, b, c);
    assertThat(scan(1, 2)).containsExactly(b);
    assertThat(scan(2, Stamp.UNSENT)).containsExactly(c, unsent);
    assertThat(scan(2, 2)).isEmpty();
    assertThat(scan(3, 1)).isEmpty();
  }

  @Test
  void redact_whenItHasAPersonalPart_erasesItAndKeepsTheRest() {
    LedgerEntry held = hazard("a", 1);
    store.put(List.of(held));

    store.redact(held.id());
    store.redact(held.id());

    LedgerEntry redacted = store.find(held.id()).orElseThrow();
    String text = new String(redacted.written().bytes(), StandardCharsets.UTF_8);
    assertThat(text).doesNotContain("张某某").contains("\"personal\":null");
    assertThat(redacted.entry().fields().text(HazardFound.RESPONSIBLE_PERSON)).isEmpty();
    assertThat(redacted.entry().fields().text(RecordFields.NOTE)).isEqualTo("a");
    assertThat(redacted.stamp()).isEqualTo(held.stamp());
    assertThat(store.listSubject(held.entry().subject(), 1)).containsExactly(redacted);
    assertThat(scan(0, 1)).containsExactly(redacted);
  }

  @Test
  void redact_whenNothingIsPersonalOrHeld_changesNothing() {
    LedgerEntry found = hazard("a", 1);
    LedgerEntry plain = step(found, 2);
    store.put(List.of(plain));

    store.redact(plain.id());
    store.redact(found.id());

    assertThat(scan(0, Stamp.UNSENT)).containsExactly(plain);
  }

  @Test
  void find_whenHeld_givesTheVeryBytes() {
    LedgerEntry compact = hazard("a", 1);
    String spaced =
        JsonText.write(JsonText.read(compact.written().bytes())).replace(",\"", " ,\n\"") + '\n';
    WrittenEntry written =
        new WrittenEntry(compact.entry(), spaced.getBytes(StandardCharsets.UTF_8));
    store.put(List.of(new LedgerEntry(written, compact.stamp())));

    byte[] bytes = store.find(compact.id()).orElseThrow().written().bytes();
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(spaced);
  }

  private String note(String id) {
    return store.find(id).orElseThrow().entry().fields().text(RecordFields.NOTE);
  }

  private List<LedgerEntry> scan(long after, long upTo) {
    List<LedgerEntry> shown = new ArrayList<>();
    store.scan(after, upTo, shown::add);
    return shown;
  }

  private LedgerEntry hazard(String note, long seq) {
    return hazard(ids.next(), note, seq);
  }

  private static LedgerEntry again(LedgerEntry first, String note, long seq) {
    return hazard(first.id(), note, seq);
  }

  private static LedgerEntry hazard(String id, String note, long seq) {
    Fields fields =
        Fields.builder()
            .set(HazardFound.LEVEL, "一般")
            .set(RecordFields.NOTE, note)
            .set(HazardFound.RESPONSIBLE_PERSON, "张某某")
            .build();
    return new LedgerEntry(EntryJson.write(new HazardFound(header(id, id), fields)), stamp(seq));
  }

  private LedgerEntry step(LedgerEntry found, long seq) {
    return new LedgerEntry(
        EntryJson.write(new Rectified(header(ids.next(), found.id()), Fields.NONE)), stamp(seq));
  }

  private static Header header(String id, String subject) {
    return new Header(id, subject, null, AT, LocalDate.of(2023, 6, 1), "li", "phone-1", List.of());
  }

  private static Stamp stamp(long seq) {
    return new Stamp(seq, "li", Role.INSPECTOR, "phone-1", AT);
  }
}
