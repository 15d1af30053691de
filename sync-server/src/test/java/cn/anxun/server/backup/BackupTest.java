package cn.anxun.server.backup;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.DAY;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.SyncEngine;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.verify.LedgerVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final String BUREAU = "gongjing";

  @TempDir Path folder;

  private final SampleEntries samples = new SampleEntries();
  private final PhoneStore phone = new InMemoryPhoneStore();
  private final List<String> progress = new ArrayList<>();

  private Path data() {
    return folder.resolve("data");
  }

  private Path backup() {
    return folder.resolve("backup");
  }

  private Path restored() {
    return folder.resolve("restored");
  }

  private static StoredBureauLedger open(DataDirectory data) {
    return StoredBureauLedger.open(data.openBureau(BUREAU), CLOCK, new Random(5), new LedgerFold());
  }

  private void save(List<DrillHeld> drills) {
    Stamp unsent = Stamp.unsent("zhang", INSPECTOR.role(), INSPECTOR.device(), CLOCK.instant());
    drills.forEach(drill -> phone.save(EntryJson.write(drill), unsent));
  }

  private void sync(StoredBureauLedger ledger) {
    SyncOutcome outcome =
        new SyncEngine(phone, new LedgerOverNoNetwork(ledger), CLOCK, new BackOff(new Random(1)))
            .sync();
    assertThat(outcome).isInstanceOf(SyncOutcome.Done.class);
  }

  /** A data directory with 20 entries that the phone has pushed, and a backup of it. */
  private void makeBackup() throws Exception {
    try (DataDirectory data = DataDirectory.open(data(), "test");
        StoredBureauLedger ledger = open(data)) {
      Files.createDirectories(data.attachments());
      Files.writeString(data.attachments().resolve("photo"), "a photo");
      Files.createDirectories(data.arriving(BUREAU));
      Files.writeString(data.arriving(BUREAU).resolve("half"), "half a photo");
      Files.writeString(data.root().resolve("lan.p12"), "the server's key");
      save(samples.drills(20));
      sync(ledger);
      Backup.make(data, backup(), CLOCK, progress::add);
    }
  }

  @Test
  void restore_whenEntriesCameAfterTheBackup_getsThemBackFromThePhonesOnce() throws Exception {
    makeBackup();
    String firstEpoch;
    try (DataDirectory data = DataDirectory.open(data(), "test");
        StoredBureauLedger ledger = open(data)) {
      firstEpoch = ledger.epoch();
      save(samples.drills(1_000));
      sync(ledger);
      assertThat(ledger.lastSeq()).isEqualTo(1_020);
    }

    Restore.restore(backup(), restored(), new Random(9), progress::add);

    try (DataDirectory data = DataDirectory.open(restored(), "test");
        StoredBureauLedger ledger = open(data)) {
      assertThat(ledger.lastSeq()).isEqualTo(20);
      assertThat(ledger.epoch()).isNotEqualTo(firstEpoch);
      sync(ledger);
      sync(ledger);
      assertThat(ledger.lastSeq()).isEqualTo(1_020);
      assertThat(ledger.state(Cutoff.latest(DAY)).list("drill")).hasSize(1_020);
      assertThat(phone.lastSeq()).isEqualTo(1_020);
    }
  }

  @Test
  void make_whenTheServerIsWriting_copiesWhatIsCommittedWithPhotosAndKey() throws Exception {
    makeBackup();

    Restore.restore(backup(), restored(), new Random(9), progress::add);

    assertThat(restored().resolve("attachments/photo")).hasContent("a photo");
    assertThat(restored().resolve("lan.p12")).hasContent("the server's key");
    assertThat(progress).contains("bureaus/gongjing.db", "attachments/photo");
    assertThat(restored().resolve("arriving")).doesNotExist();
    try (Stream<Path> files = Files.list(backup().resolve("bureaus"))) {
      assertThat(files).containsExactly(backup().resolve("bureaus/gongjing.db"));
    }
    try (DataDirectory view = DataDirectory.view(restored());
        SqliteDatabase database = view.openBureauFile(BUREAU)) {
      assertThat(
              new LedgerVerifier(new LedgerFold())
                  .verify(database, List.of(), walked -> {})
                  .findings())
          .isEmpty();
    }
  }

  @Test
  void make_whenStrayFilesLieThere_makesABackupThatStillRestores() throws Exception {
    try (DataDirectory data = DataDirectory.open(data(), "test");
        StoredBureauLedger ledger = open(data)) {
      save(samples.drills(1));
      sync(ledger);
      Files.writeString(data.root().resolve("备份 说明 (1).txt"), "不要删除");
      Files.createDirectories(data.prepared(BUREAU));
      Files.writeString(data.prepared(BUREAU).resolve(".anxun-1.part"), "half a draft");
      Backup.make(data, backup(), CLOCK, progress::add);
    }

    Restore.restore(backup(), restored(), new Random(9), progress::add);

    assertThat(restored().resolve("备份 说明 (1).txt")).hasContent("不要删除");
    assertThat(restored().resolve("prepared/gongjing/.anxun-1.part")).doesNotExist();
  }

  @Test
  void make_whenTheFolderIsNotEmpty_refuses() throws Exception {
    Files.createDirectories(backup());
    Files.writeString(backup().resolve("something"), "else");
    try (DataDirectory data = DataDirectory.open(data(), "test")) {
      assertThatThrownBy(() -> Backup.make(data, backup(), CLOCK, progress::add))
          .isInstanceOf(BackupException.class)
          .hasMessageContaining("is not empty");
    }
  }

  @Test
  void restore_whenSomethingIsThere_overwritesNothing() throws Exception {
    makeBackup();

    assertThatThrownBy(() -> Restore.restore(backup(), data(), new Random(9), progress::add))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("不会覆盖");
  }

  @Test
  void restore_whenAFileWasChanged_refusesAndLeavesNothing() throws Exception {
    makeBackup();
    Files.writeString(backup().resolve("attachments/photo"), "another photo");

    assertThatThrownBy(() -> Restore.restore(backup(), restored(), new Random(9), progress::add))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("attachments/photo");
    assertThat(restored()).doesNotExist();
    assertThat(folder.resolve("restored.partial")).doesNotExist();
  }

  @Test
  void restore_whenAFileIsMissing_refuses() throws Exception {
    makeBackup();
    Files.delete(backup().resolve("lan.p12"));

    assertThatThrownBy(() -> Restore.restore(backup(), restored(), new Random(9), progress::add))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("lan.p12");
  }

  @Test
  void restore_whenTheBackupWasCutShort_refuses() throws Exception {
    makeBackup();
    Files.delete(backup().resolve("manifest.json"));

    assertThatThrownBy(() -> Restore.restore(backup(), restored(), new Random(9), progress::add))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("manifest.json");
  }

  @Test
  void restore_whenTheManifestPointsOutside_refuses() throws Exception {
    makeBackup();
    Path manifest = backup().resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("attachments/photo", "../outside"));

    assertThatThrownBy(() -> Restore.restore(backup(), restored(), new Random(9), progress::add))
        .isInstanceOf(BackupException.class)
        .hasMessageContaining("../outside");
  }
}
