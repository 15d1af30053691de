package cn.anxun.server.backup;

import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.backup.NightlyStanding.State;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserPrincipal;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NightlyBackupTest {
  private static final String BUREAU = "gongjing";
  private static final Instant NIGHT = Instant.parse("2026-03-05T18:00:10Z");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(NIGHT);
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final SampleEntries samples = new SampleEntries();
  private Path second;
  private DataDirectory data;
  private StoredBureauLedger ledger;
  private NightlyBackup nightly;

  @BeforeEach
  void open() throws Exception {
    second = folder.resolve("second");
    data = DataDirectory.open(folder.resolve("data"), "test");
    ledger =
        StoredBureauLedger.open(data.openBureau(BUREAU), clock, new Random(5), new LedgerFold());
    ledger.accept(INSPECTOR, SampleEntries.bytes(samples.drills(20)));
    nightly = new NightlyBackup(data, clock, Optional::empty, stopping::get);
    NightlyCommand.set(data, second, Optional.empty(), Optional.of(2), clock);
  }

  @AfterEach
  void close() {
    ledger.close();
    data.close();
  }

  private NightlySettings settings() {
    return NightlySettings.find(data).orElseThrow();
  }

  private NightlyStanding standing() {
    return NightlyStanding.of(data, clock.instant());
  }

  private List<String> kept() throws IOException {
    return new NightlyFolder(second)
        .list().stream().map(kept -> String.valueOf(kept.folder().getFileName())).toList();
  }

  private String photo(String content) throws Exception {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    Files.createDirectories(data.attachments(BUREAU));
    Files.write(data.attachmentFile(BUREAU, hash), bytes);
    return hash;
  }

  @Test
  void tick_atNight_makesABackupThatRestores_photosAndAll() throws Exception {
    String photo = photo("改前");
    assertThat(standing().state()).isEqualTo(State.WAITING);

    nightly.tick();

    assertThat(kept()).containsExactly("anxun-20260306-020010");
    assertThat(standing().state()).isEqualTo(State.WELL);
    Path backup = second.resolve("anxun-20260306-020010");
    Path restored = folder.resolve("restored");
    Restore.restore(backup, restored, new Random(1), path -> {});
    assertThat(restored.resolve("attachments/gongjing/" + photo)).hasContent("改前");
    try (DataDirectory view = DataDirectory.view(restored)) {
      assertThat(NightlySettings.find(view))
          .as("a restored copy does not write where the original does")
          .isEmpty();
      assertThat(view.bureaus()).containsExactly(BUREAU);
    }
    assertThatThrownBy(
            () -> Restore.restore(second, folder.resolve("other"), new Random(1), path -> {}))
        .hasMessageContaining("anxun-20260306-020010");
  }

  /** As after {@code nightly --now} by an administrator, where the server has a user of its own. */
  @Test
  void tick_byRoot_leavesNothingThatTheServerCannotCleanAway() throws Exception {
    UserPrincipal server =
        second.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    assumeTrue(gives(second, server), "only root can give files away");
    String photo = photo("改前");

    nightly.tick();

    assertThat(second.resolve("attachments/gongjing/" + photo)).exists();
    try (Stream<Path> made = Files.walk(second)) {
      assertThat(made.filter(file -> !file.endsWith(NightlyFolder.MARK)))
          .allSatisfy(file -> assertThat(Files.getOwner(file)).as("%s", file).isEqualTo(server));
    }
  }

  @Test
  void tick_whenSomebodyChangedTheAudit_makesTheBackup_andSaysSo() {
    try (SqliteDatabase directory = data.openDirectoryFile()) {
      directory.change(
          handle ->
              handle.execute(
                  "INSERT INTO audit (at, actor, device, bureau, action, object, detail) VALUES"
                      + " ('2026-03-01T00:00:00Z', 'li', '', '', 'login', '', '')"));
    }
    nightly.tick();

    assertThat(standing().state()).isEqualTo(State.AUDIT);
    assertThat(standing().isWarning()).isTrue();
    assertThat(new NightlyWords(ServerTexts.CHINESE).sentence(standing()))
        .contains("不到1小时前", "有 1 处", "verify");
    assertThat(new KeptBackups().list(second)).hasSize(1);
  }

  @Test
  void list_readsEachManifestOnce() throws Exception {
    nightly.tick();
    KeptBackups kept = new KeptBackups();
    List<KeptBackup> first = kept.list(second);
    assertThat(first).hasSize(1);
    Files.writeString(first.get(0).folder().resolve(BackupManifest.FILE), "no manifest");

    assertThat(kept.list(second)).isEqualTo(first);
    assertThat(new KeptBackups().list(second)).isEmpty();
  }

  private static boolean gives(Path file, UserPrincipal to) throws IOException {
    try {
      return Files.setOwner(file, to) != null;
    } catch (FileSystemException e) {
      return false;
    }
  }

  @Test
  void tick_onTheNextNight_copiesNoPhotoAgain_andKeepsAsManyDaysAsIsSet() throws Exception {
    String first = photo("改前");
    nightly.tick();
    Path shared = second.resolve("attachments/gongjing/" + first);
    FileTime marked = FileTime.from(NIGHT.minus(DAY));
    Files.setLastModifiedTime(shared, marked);
    for (int night = 0; night < 3; night++) {
      clock.forward(DAY);
      nightly.tick();
    }
    assertThat(Files.getLastModifiedTime(shared)).isEqualTo(marked);
    assertThat(kept()).containsExactly("anxun-20260308-020010", "anxun-20260309-020010");

    Files.delete(data.attachmentFile(BUREAU, first));
    clock.forward(DAY);
    nightly.tick();
    assertThat(shared).as("an earlier backup still names it").exists();
    clock.forward(DAY);
    nightly.tick();
    assertThat(shared).as("no backup names it any more").doesNotExist();
  }

  @Test
  void tick_whereAMoveSetPhotosAside_keepsThemOnceForAllBackups() throws Exception {
    String photo = photo("改前");
    Path aside = data.setAside(data.attachments(BUREAU), BUREAU, clock.instant()).orElseThrow();
    for (int night = 0; night < 2; night++) {
      nightly.tick();
      clock.forward(DAY);
    }

    String path = "attachments/" + aside.getFileName() + "/" + photo;
    assertThat(second.resolve(path)).hasContent("改前");
    assertThat(kept()).hasSize(2);
    for (String backup : kept()) {
      assertThat(second.resolve(backup).resolve(path)).doesNotExist();
    }
    Path restored = folder.resolve("restored");
    Restore.restore(second.resolve(kept().get(1)), restored, new Random(1), each -> {});
    assertThat(restored.resolve(path)).hasContent("改前");
  }

  @Test
  void tick_whenThePhotoInTheSecondPlaceWentBad_writesItAgainWithinAFortnight() throws Exception {
    String photo = photo("改前");
    nightly.tick();
    Path shared = second.resolve("attachments/gongjing/" + photo);
    Files.writeString(shared, "改后");
    for (int night = 0; night < 14; night++) {
      clock.forward(DAY);
      nightly.tick();
    }
    assertThat(shared).hasContent("改前");
  }

  @Test
  void tick_whenTheDiskIsAway_writesNothingThere_andSaysSo() throws Exception {
    nightly.tick();
    Files.move(second, folder.resolve("unplugged"));
    Files.createDirectories(second);
    clock.forward(DAY);
    nightly.tick();

    try (var files = Files.list(second)) {
      assertThat(files).as("an empty mount point is not the disk").isEmpty();
    }
    assertThat(standing().state()).isEqualTo(State.FAILED);
    assertThat(String.join("\n", new NightlyWords(ServerTexts.CHINESE).lines(standing())))
        .contains("请接好备份磁盘", "2026年3月7日 02:00", "上一份在 24 小时前");
    assertThat(String.join("\n", new NightlyWords(ServerTexts.ENGLISH).lines(standing())))
        .contains("Attach the disk", "24 hours ago");

    clock.forward(Duration.ofHours(13));
    assertThat(standing().state()).isEqualTo(State.STALE);
    Files.delete(second);
    Files.move(folder.resolve("unplugged"), second);
    nightly.tick();
    assertThat(standing().state()).isEqualTo(State.WELL);
    assertThat(kept()).hasSize(2);
  }

  @Test
  void tick_whenTheCopyDoesNotVerify_keepsItNot_andTakesNoEarlierOneAway() throws Exception {
    nightly.tick();
    clock.forward(DAY);
    nightly.tick();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.bureauFile(BUREAU));
        var statement = connection.createStatement()) {
      statement.executeUpdate("DROP TRIGGER entry_is_never_changed");
      statement.executeUpdate("UPDATE entry SET open_hash = zeroblob(32) WHERE seq = 7");
    }
    List<String> before = kept();
    clock.forward(DAY);
    nightly.tick();

    assertThat(kept()).isEqualTo(before).hasSize(2);
    assertThat(standing().history().failure().orElseThrow().chinese()).contains("核验不通过", "7");
    assertThat(second.resolve("unfinished")).doesNotExist();
  }

  @Test
  void tick_beforeAnyBureauHasARecord_makesABackupThatRestores() throws Exception {
    try (DataDirectory fresh = DataDirectory.open(folder.resolve("fresh"), "test")) {
      fresh.openDirectory().close();
      Path place = folder.resolve("third");
      NightlyCommand.set(fresh, place, Optional.empty(), Optional.empty(), clock);
      NightlyBackup own = new NightlyBackup(fresh, clock, Optional::empty, stopping::get);
      Files.delete(place.resolve("anxun-backups.json"));
      own.tick();
      NightlyStanding never = NightlyStanding.of(fresh, clock.instant());
      assertThat(never.state()).isEqualTo(State.NEVER);
      assertThat(new NightlyWords(ServerTexts.CHINESE).sentence(never)).contains("一份备份也没有");
      NightlyCommand.set(fresh, place, Optional.empty(), Optional.empty(), clock);
      clock.forward(Duration.ofHours(1));
      own.tick();
      assertThat(NightlyStanding.of(fresh, clock.instant()).state()).isEqualTo(State.WELL);
      Path made = NightlyFolder.latest(place).orElseThrow();
      Restore.restore(made, folder.resolve("restored"), new Random(1), path -> {});
      NightlySettings.clear(fresh);
      assertThat(NightlyStanding.of(fresh, clock.instant()).history().failure()).isEmpty();
    }
  }

  @Test
  void tick_whenTheServerStops_givesUp_withoutCallingItAFailure() throws Exception {
    stopping.set(true);
    nightly.tick();
    assertThat(kept()).isEmpty();
    assertThat(standing().state()).isEqualTo(State.WAITING);
    stopping.set(false);
    nightly.tick();
    assertThat(kept()).hasSize(1);
  }

  @Test
  void isDue_atItsHourOnceQuiet_madeUpForWhenMissed_triedAgainAfterAFailure() {
    NightlySettings set = settings();
    NightlyHistory yesterday = good(NIGHT.minus(DAY));
    Instant early = NIGHT.minus(Duration.ofHours(1));
    assertThat(due(set, yesterday, null, early)).as("not yet the hour").isFalse();
    assertThat(due(set, yesterday, null, NIGHT)).isTrue();
    assertThat(due(set, good(NIGHT), null, NIGHT.plusSeconds(60))).as("done").isFalse();
    assertThat(due(set, yesterday, NIGHT, NIGHT.plusSeconds(60))).as("somebody works").isFalse();
    Instant later = NIGHT.plus(Duration.ofHours(2));
    assertThat(due(set, yesterday, later, later)).as("in any case").isTrue();
    assertThat(due(set, good(NIGHT.minus(DAY)), null, NIGHT.plus(Duration.ofHours(8))))
        .as("made up for in the morning")
        .isTrue();
    assertThat(due(set, good(NIGHT.plus(DAY.multipliedBy(900))), null, NIGHT))
        .as("a clock that was wrong once keeps no backup back")
        .isTrue();
    NightlyHistory failed =
        new NightlyHistory(
            yesterday.good(), Optional.of(new NightlyHistory.Failure(NIGHT, "坏", "bad")));
    assertThat(due(set, failed, null, NIGHT.plus(Duration.ofMinutes(29)))).isFalse();
    assertThat(due(set, failed, null, NIGHT.plus(Duration.ofMinutes(31)))).isTrue();
  }

  private static boolean due(
      NightlySettings set, NightlyHistory history, @Nullable Instant lastRequest, Instant now) {
    return NightlySchedule.isDue(set, history, Optional.ofNullable(lastRequest), now);
  }

  private NightlyHistory good(Instant at) {
    return new NightlyHistory(
        Optional.of(new NightlyHistory.Good(at, second, 1, 1, 1, 0)), Optional.empty());
  }

  @Test
  void old_keepsDaysThatHaveOne_monthEnds_andAlwaysTheLatest() {
    List<NightlyFolder.Kept> all = new ArrayList<>();
    for (int day = 0; day < 400; day++) {
      Instant at = NIGHT.plus(DAY.multipliedBy(day));
      all.add(
          new NightlyFolder.Kept(
              folder.resolve("b" + day), new BackupManifest(at, List.of(), List.of())));
    }
    List<NightlyFolder.Kept> stay = new ArrayList<>(all);
    stay.removeAll(NightlyBackup.old(all, 14));
    assertThat(stay).hasSize(14 + 10).endsWith(all.get(399));
    assertThat(stay)
        .extracting(kept -> kept.manifest().created().toString().substring(0, 10))
        .contains("2026-05-30", "2027-02-27");
    // Then the server was off for twelve years, or its clock says so.
    Instant muchLater = NIGHT.plus(DAY.multipliedBy(5_000));
    stay.add(
        new NightlyFolder.Kept(
            folder.resolve("late"), new BackupManifest(muchLater, List.of(), List.of())));
    assertThat(NightlyBackup.old(stay, 14)).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void standing_whenNothingIsSet_orItIsLongAgo_warns() throws Exception {
    assertThat(standing().isWarning()).isFalse();
    clock.forward(NightlyStanding.STALE);
    assertThat(standing().state()).isEqualTo(State.STALE);
    NightlySettings.clear(data);
    assertThat(standing().state()).isEqualTo(State.OFF);
    assertThat(standing().isWarning()).isTrue();
    Files.writeString(data.root().resolve(NightlySettings.FILE), "{");
    assertThat(standing().state()).isEqualTo(State.UNREADABLE);
    nightly.tick();
    assertThat(kept()).isEmpty();
  }

  @Test
  void set_whereItCannotProtect_refuses() throws Exception {
    assertThatThrownBy(
            () ->
                NightlyCommand.set(
                    data, data.root().resolve("b"), Optional.empty(), Optional.empty(), clock))
        .hasMessageContaining("另一块磁盘");
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("budget.xlsx"), "x");
    assertThatThrownBy(
            () -> NightlyCommand.set(data, full, Optional.empty(), Optional.empty(), clock))
        .hasMessageContaining("其他内容");
    try (DataDirectory other = DataDirectory.open(folder.resolve("data2"), "test")) {
      assertThatThrownBy(
              () -> NightlyCommand.set(other, second, Optional.empty(), Optional.empty(), clock))
          .hasMessageContaining("另一台安巡服务器");
    }
    assertThatThrownBy(
            () -> NightlyCommand.set(data, second, Optional.of(24), Optional.empty(), clock))
        .hasMessageContaining("0 至 23");
  }
}
