package cn.anxun.app.wipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.content.Context;
import androidx.test.core.app.ApplicationProvider;
import cn.anxun.app.OffMainThread;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.account.Door;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.account.PhoneDoor;
import cn.anxun.app.account.Pin;
import cn.anxun.app.account.WipeProgress;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.data.local.Erasure;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.upload.PhotoRetention;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Records;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** A revoked phone: what was synced is gone, what was not is sealed, whenever it is cut off. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class PhoneWipeTest {
  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @Inject WipeProgress progress;
  @Inject Enrolments enrolments;
  @Inject IdleLock lock;
  @Inject Pin pin;
  @Inject PhoneDoor door;
  @Inject RoomPhoneStore store;
  @Inject AnxunDatabase database;
  @Inject Erasure erasure;
  @Inject Unsent unsent;
  @Inject AppDisk disk;
  @Inject PhotoStore photos;
  @Inject PhotoRetention retention;
  @Inject Settings settings;
  @Inject Clock clock;

  private final Context context = ApplicationProvider.getApplicationContext();
  private final SealedContent server = new SealedContent();
  private FaultyDisk faulty;

  /** SHA-256 of a photo that the server has. */
  private String stored = "";

  private PhoneWipe wipe;
  private int restarts;

  /** Ids of the entries that no server holds. */
  private final List<String> waiting = new ArrayList<>();

  @Before
  public void inject() {
    hilt.inject();
    faulty = new FaultyDisk(disk);
    wipe =
        new PhoneWipe(
            progress,
            enrolments,
            lock,
            store,
            erasure,
            unsent,
            faulty,
            retention,
            () -> restarts++,
            clock);
  }

  @Test
  public void wipe_leavesNothingButWhatIsSealed_andAPlainDoor() throws Exception {
    use(server.publicKey());

    wipe.wipe();

    assertWiped();
    assertThat(restarts).isEqualTo(1);
    assertThat(door.way()).isEqualTo(Door.Way.WIPED);
    WipeProgress.Report report = progress.report();
    assertThat(report.entries()).isEqualTo(waiting.size());
    assertThat(report.parts()).as("a photo, a draft, a capture").isEqualTo(3);
    assertThat(report.unreadable()).isZero();
    wipe.wipe();
    wipe.resume();
    assertThat(progress.report()).as("once is enough").isEqualTo(report);
    assertThatThrownBy(this::deleteOwn).as("what is recorded from now on").isNotNull();
  }

  @Test
  public void wipe_whenKilledAtAnyStep_goesOnAtTheNextStart_andLosesNothing() throws Exception {
    int step = 0;
    for (boolean killed = true; killed; step++) {
      use(server.publicKey());
      faulty.killAt(step);
      killed = isKilled();
      faulty.killAt(Integer.MAX_VALUE);
      assertThat(door.way()).as("shut at step %s", step).isEqualTo(Door.Way.WIPED);

      wipe.resume();

      assertWiped();
      forget();
    }
    assertThat(step).as("steps at which it was killed").isGreaterThanOrEqualTo(9);
  }

  private boolean isKilled() {
    try {
      wipe.wipe();
      return false;
    } catch (FaultyDisk.Killed e) {
      return true;
    }
  }

  @Test
  public void wipe_whenTheDiskIsFull_deletesNothingUnsent_andGoesOnWhenThereIsRoom()
      throws Exception {
    use(server.publicKey());
    faulty.setFull(true);

    wipe.wipe();

    assertThat(progress.stage()).isEqualTo(WipeProgress.Stage.BEGUN);
    assertThat(door.way()).isEqualTo(Door.Way.WIPED);
    assertThat(store.counts().pending() + store.counts().quarantined()).isEqualTo(waiting.size());
    assertThat(store.lastSeq()).as("what was pulled is gone all the same").isZero();
    assertThat(unsent.list()).hasSize(4);
    assertThat(photos.isWhole(stored)).as("what the server has makes room first").isFalse();
    assertThatThrownBy(wipe::resume).isInstanceOf(UncheckedIOException.class);
    faulty.setFull(false);
    wipe.resume();
    assertWiped();
  }

  @Test
  public void wipe_whenSomethingIsTypedMeanwhile_sealsThatToo() throws Exception {
    use(server.publicKey());
    faulty.meanwhile(() -> draft("second", "最后打的字"));

    wipe.wipe();

    Map<String, byte[]> parts = parts();
    assertThat(text(parts.get("drafts.json"))).contains("最后打的字", "没填完的检查");
    draft("third", "清除之后才写下的");
    wipe.resume();
    assertThat(database.drafts().list()).isEmpty();
    assertThat(text(parts().get("drafts.json"))).contains("清除之后才写下的");
    assertThat(progress.files()).hasSize(3);
  }

  @Test
  public void wipe_whenTheServerToldNoKey_keepsWhatIsUnsentForItsOwnAccount() throws Exception {
    use("");

    wipe.wipe();

    assertThat(store.counts().pending() + store.counts().quarantined()).isEqualTo(waiting.size());
    assertThat(store.counts().accepted()).isZero();
    assertThat(store.lastSeq()).isZero();
    assertThat(unsent.list()).hasSize(4);
    assertThat(progress.files()).isEmpty();
    assertThat(progress.report().unsealed()).isEqualTo(waiting.size() + 4);
    assertThat(settings.find("account.account")).contains("li");
    assertThat(settings.find("people.names")).isEmpty();
    assertThat(enrolments.find()).isEmpty();
    assertThat(photos.isSeen(stored)).as("a photo that the server has").isFalse();
    assertThat(files(new File(context.getFilesDir(), "photos/sealed"))).hasSize(1);
  }

  /** A phone in use: records that the server has and such that it has not, photos, drafts. */
  private void use(String key) throws Exception {
    enrolments.keep(enrolled(key));
    settings.put("account.account", "li");
    settings.put("people.names", "{\"people\":[{\"account\":\"li\",\"name\":\"李强\"}]}");
    pin.set("135790");
    lock.unlock();
    List<WrittenEntry> entries = new Records("li", "phone-1").hazards(4);
    List<Receipt> receipts = new ArrayList<>();
    Stamp stamp = Stamp.unsent("li", Role.INSPECTOR, "phone-1", Records.NOW);
    for (WrittenEntry entry : entries) {
      store.save(entry, stamp);
      waiting.add(entry.entry().id());
    }
    String sent = waiting.remove(0);
    store.beginAttempt(List.of(sent));
    receipts.add(new Receipt.Accepted(sent, 1, "a1", false));
    store.settle(receipts, Records.NOW);
    store.put(
        List.of(
            new LedgerEntry(
                entries.get(0), new Stamp(1, "li", Role.INSPECTOR, "phone-1", Records.NOW))));
    store.quarantine(waiting.get(0), new EntryProblem(EntryProblem.Code.TOO_LONG, "note", "太长"));
    TestPhotos.add(photos, 1, "before");
    stored = TestPhotos.add(photos, 2, "before").sha256();
    database.photos().setStored(stored, 1);
    draft("inspection", "没填完的检查");
    File shots = new File(context.getFilesDir(), "shots");
    Files.createDirectories(shots.toPath());
    Files.write(new File(shots, "shot.jpg").toPath(), new byte[] {4, 5, 6});
  }

  private static Enrolled enrolled(String key) {
    return new Enrolled(
        new Enrolment(
            "secret-token",
            "li",
            "李强",
            Role.INSPECTOR,
            "U01",
            "test.K3",
            "K3",
            new Enrolment.Bureau("test", "某区应急管理局", "430602"),
            key.isEmpty() ? Json.members().build() : Json.members().put("bundleKey", key).build()),
        new ServerAddress(List.of("https://a.cn"), Optional.empty()));
  }

  private void draft(String name, String content) {
    database.drafts().put(new DraftRow(name, content, 1));
  }

  private void assertWiped() throws Exception {
    assertThat(progress.stage()).isEqualTo(WipeProgress.Stage.DONE);
    assertThat(enrolments.find()).isEmpty();
    assertThat(pin.isSet()).isFalse();
    assertThat(lock.isLocked()).isTrue();
    assertThat(store.counts().pending() + store.counts().quarantined()).isZero();
    assertThat(store.counts().accepted()).isZero();
    assertThat(store.lastSeq()).isZero();
    assertThat(unsent.list()).isEmpty();
    assertThat(settings.find("people.names")).isEmpty();
    assertThat(settings.find("account.account")).isEmpty();
    assertThat(new File(context.getFilesDir(), "photos")).doesNotExist();
    List<String> sealed = new ArrayList<>();
    for (String name : progress.files()) {
      if (name.endsWith(".anxunb")) {
        sealed.addAll(server.entries(disk.sealed(name)));
      }
    }
    assertThat(sealed).hasSize(waiting.size());
    for (String id : waiting) {
      assertThat(sealed).anyMatch(entry -> entry.contains(id));
    }
    Map<String, byte[]> parts = parts();
    assertThat(text(parts.get("drafts.json"))).contains("没填完的检查");
    assertThat(text(parts.get("quarantined.json"))).contains(waiting.get(0));
    assertThat(parts.get("captured/shot.jpg")).containsExactly(4, 5, 6);
    assertThat(parts.keySet()).anyMatch(name -> name.matches("photos/[0-9a-f]{64}\\.jpg"));
    for (File file : files(new File(context.getFilesDir(), "sealed"))) {
      assertThat(progress.files()).contains(file.getName());
    }
  }

  /** Of all packs; a later one's in place of an earlier one's of the same name. */
  private Map<String, byte[]> parts() throws Exception {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    for (String name : progress.files()) {
      if (name.endsWith(".anxunp")) {
        parts.putAll(server.parts(disk.sealed(name)));
      }
    }
    return parts;
  }

  private void deleteOwn() {
    store.save(
        new Records("li", "phone-1").hazards(1).get(0),
        Stamp.unsent("li", Role.INSPECTOR, "phone-1", Records.NOW));
    database.getOpenHelper().getWritableDatabase().execSQL("DELETE FROM own");
  }

  /** The sealed files were handed over long ago. */
  private void forget() throws Exception {
    progress.over();
    settings.delete("wipe.files");
    disk.deleteSealedBut(List.of());
    waiting.clear();
  }

  private static List<File> files(File folder) {
    File[] files = folder.listFiles();
    return files == null ? List.of() : List.of(files);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
