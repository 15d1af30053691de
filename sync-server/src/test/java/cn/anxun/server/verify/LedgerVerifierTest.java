package cn.anxun.server.verify;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.DAY;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.OFFICE;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredBureauLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerVerifierTest {
  @TempDir Path folder;

  private final SampleEntries samples = new SampleEntries();
  private final HazardFound hazard = samples.hazard();
  private final Rectified rectified = samples.rectified(hazard, DAY);
  private SqliteDatabase database;
  private StoredBureauLedger ledger;
  private WitnessedHead phone;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("demo.db"), DataDirectory.BUREAU_MIGRATIONS);
    ledger = StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold());
    List<Entry> entries =
        List.of(hazard, samples.drill(DAY, 12), rectified, samples.reviewed(rectified, DAY));
    ledger.accept(INSPECTOR, bytes(entries));
    Head head = ledger.head();
    phone = new WitnessedHead("demo.A", head.seq(), head.hash());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Tampering tamper() {
    return new Tampering(database.file());
  }

  private Verification verify(WitnessedHead... witnesses) {
    return new LedgerVerifier(new LedgerFold()).verify(database, List.of(witnesses), walked -> {});
  }

  private static String finding(Verification verification, Finding.Type type) {
    return verification.findings().stream()
        .filter(finding -> finding.type() == type)
        .findFirst()
        .map(Finding::text)
        .orElseThrow(() -> new AssertionError(verification.findings()));
  }

  @Test
  void verify_whenNothingHappened_passes() {
    ledger.accept(INSPECTOR, bytes(samples.drills(30)));

    assertThat(verify(phone).findings()).isEmpty();
    assertThat(verify(phone).head().seq()).isEqualTo(34);
  }

  @Test
  void verify_whenAByteIsFlipped_namesTheEntry() {
    tamper().flipByte(2);

    assertThat(finding(verify(), Finding.Type.OPEN_CHANGED))
        .contains("第 2 条")
        .contains("Entry 2 (");
    assertThat(verify().findings()).extracting(Finding::type).doesNotContain(Finding.Type.SEQ_GAP);
  }

  @Test
  void verify_whenAPersonalByteIsChanged_namesTheEntry() {
    tamper()
        .execute(
            "UPDATE entry SET personal = cast('{\"responsible_person\":\"x\"}' AS BLOB) WHERE seq ="
                + " 1");

    assertThat(finding(verify(), Finding.Type.PERSONAL_CHANGED)).contains("entry 1 (");
  }

  @Test
  void verify_whenAStampIsChanged_namesTheEntry() {
    tamper().execute("UPDATE entry SET stamp = replace(stamp, 'zhang', 'wang') WHERE seq = 3");

    assertThat(verify().findings())
        .filteredOn(finding -> finding.type() == Finding.Type.HEAD_DIFFERS)
        .singleElement()
        .satisfies(finding -> assertThat(finding.details().get(0)).isEqualTo(3L));
  }

  @Test
  void verify_whenTwoEntriesAreSwapped_namesThem() {
    tamper().swap(2, 3);

    assertThat(verify().findings())
        .filteredOn(finding -> finding.type() == Finding.Type.HEAD_DIFFERS)
        .extracting(finding -> finding.details().get(0))
        .contains(2L, 3L);
  }

  @Test
  void verify_whenAnEntryIsTakenOut_namesTheGap() {
    tamper().execute("DELETE FROM entry WHERE seq = 2");

    assertThat(finding(verify(), Finding.Type.SEQ_GAP)).contains("Entry 2 is missing");
  }

  @Test
  void verify_whenTheTailIsCut_showsAgainstThePhonesHead() {
    Tampering tampering = tamper();
    tampering.execute("DELETE FROM entry WHERE seq = 2 OR seq > 2");
    tampering.execute("DELETE FROM record");
    tampering.execute("DELETE FROM redaction");

    assertThat(finding(verify(phone), Finding.Type.TAIL_CUT))
        .contains("demo.A")
        .contains("entry 4")
        .contains("ends at 1");
  }

  @Test
  void verify_whenAColumnIsChanged_namesIt() {
    tamper().execute("UPDATE entry SET kind = 'TrainingHeld' WHERE seq = 2");

    assertThat(finding(verify(), Finding.Type.COLUMN_DIFFERS))
        .contains("\"kind\" says \"TrainingHeld\"");
  }

  @Test
  void verify_whenAProjectionRowIsChanged_namesItsColumn() {
    tamper().execute("UPDATE record SET state = 'open' WHERE subject = ?", hazard.id());

    assertThat(verify(phone).findings())
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.details())
                    .containsExactly(hazard.id(), "state", "open", "closed"));
  }

  @Test
  void verify_whenAProjectedFieldIsChanged_namesTheRow() {
    tamper().execute("UPDATE record SET fields = replace(fields, '12', '120')");

    assertThat(verify(phone).findings())
        .extracting(Finding::type)
        .contains(Finding.Type.RECORD_DIFFERS)
        .doesNotContain(Finding.Type.HEAD_DIFFERS);
  }

  @Test
  void verify_whenProjectionRowsAreLostOrMadeUp_namesThem() {
    Tampering tampering = tamper();
    tampering.execute("UPDATE record SET subject = 'made-up' WHERE subject = ?", hazard.id());

    assertThat(finding(verify(), Finding.Type.RECORD_MISSING)).contains(hazard.id());
    assertThat(finding(verify(), Finding.Type.RECORD_EXTRA)).contains("made-up");
  }

  @Test
  void verify_whenAnotherVersionMadeTheProjection_tellsAndPasses() {
    Tampering tampering = tamper();
    tampering.execute("UPDATE record SET state = 'as it was called before'");
    tampering.execute("UPDATE meta SET value = '0.1' WHERE name = 'projection'");

    assertThat(verify(phone).passed()).isTrue();
    assertThat(finding(verify(phone), Finding.Type.PROJECTION_OF_OTHER_VERSION))
        .contains("not compared");
  }

  @Test
  void verify_whenAnEntryIsEditedAndAllHashesRecomputed_showsAgainstThePhonesHead() {
    Tampering tampering = tamper();
    tampering.edit(2, "\"participants\":12", "\"participants\":1200");
    tampering.rechain();
    tampering.execute(
        "UPDATE record SET fields = replace(fields, '\"participants\":12',"
            + " '\"participants\":1200')");

    assertThat(verify().findings()).isEmpty();
    assertThat(finding(verify(phone), Finding.Type.REWRITTEN))
        .contains("demo.A")
        .contains(phone.hash());
  }

  @Test
  void verify_whenTheOfficeRedacted_passes() {
    ledger.accept(OFFICE, List.of(bytes(samples.redacted(hazard))));

    assertThat(verify(phone).findings()).isEmpty();
  }

  @Test
  void verify_whenAPersonalPartVanishedWithoutRedaction_namesTheEntry() {
    tamper().execute("UPDATE entry SET personal = NULL, salt = NULL WHERE seq = 1");

    assertThat(finding(verify(), Finding.Type.PERSONAL_MISSING)).contains(hazard.id());
  }

  @Test
  void verify_whenARedactedPersonalPartIsBack_namesTheEntry() {
    Tampering tampering = tamper();
    tampering.execute("CREATE TABLE copy AS SELECT personal, salt FROM entry WHERE seq = 1");
    ledger.accept(OFFICE, List.of(bytes(samples.redacted(hazard))));
    tampering.execute(
        "UPDATE entry SET personal = (SELECT personal FROM copy), salt = (SELECT salt FROM copy)"
            + " WHERE seq = 1");

    assertThat(finding(verify(), Finding.Type.PERSONAL_KEPT)).contains(hazard.id());
  }
}
