package cn.anxun.app.photo;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.HazardFixtures;
import cn.anxun.app.OffMainThread;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.DraftRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorded;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Photos that nothing names any more go, and no other. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class PhotoSweepTest {
  private static final Duration DAY = Duration.ofHours(25);

  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @BindValue final Author author = TestAuthor.inspector();
  @Inject PhotoStore photos;
  @Inject PhotoFiles files;
  @Inject PhotoTable table;
  @Inject AnxunDatabase database;
  @Inject Settings settings;
  @Inject Recorder recorder;
  @Inject SettableClock clock;

  @Before
  public void inject() {
    hilt.inject();
    clock.set(Instant.now());
  }

  @Test
  public void sweep_whenNothingNamesAPhotoForADay_letsItGo() throws Exception {
    Attachment dropped = TestPhotos.add(photos, 1, "before");

    assertThat(sweepAfter(Duration.ZERO)).as("just taken").isZero();
    assertThat(sweepAfter(DAY)).as("seen for the first time").isZero();
    assertThat(sweepAfter(Duration.ofHours(23))).isZero();
    assertThat(photos.isWhole(dropped.sha256())).isTrue();
    assertThat(sweepAfter(Duration.ofHours(2))).isEqualTo(1);

    assertThat(photos.isSeen(dropped.sha256())).isFalse();
    assertThat(photos.find(dropped.sha256())).isEmpty();
    assertThat(settings.find(PhotoSweep.UNNAMED)).contains("");
  }

  @Test
  public void sweep_whateverNamesAPhoto_leavesIt() throws Exception {
    Attachment recorded = TestPhotos.add(photos, 1, "before");
    Attachment withdrawn = TestPhotos.add(photos, 2, "before");
    Attachment drafted = TestPhotos.add(photos, 3, "before");
    Attachment uploaded = TestPhotos.add(photos, 4, "before");
    new HazardFixtures(recorder).hazard("", "灭火器过期", 3, recorded);
    recorder.undo(record(withdrawn), "撤销");
    database.drafts().put(new DraftRow("form", "{\"photos\":[\"" + drafted.sha256() + "\"]}", 1));
    table.setStored(uploaded.sha256(), clock.millis());
    // As after a new scope was begun and before the first page has come.
    database.getOpenHelper().getWritableDatabase().execSQL("DELETE FROM attachment");

    for (int day = 0; day < 5; day++) {
      assertThat(sweepAfter(DAY)).isZero();
    }

    for (Attachment photo : List.of(recorded, withdrawn, drafted, uploaded)) {
      assertThat(photos.isWhole(photo.sha256())).isTrue();
      assertThat(photos.find(photo.sha256())).isPresent();
    }
  }

  @Test
  public void sweep_whenItWasNamedOrTakenAgainInBetween_beginsAnew() throws Exception {
    Attachment photo = TestPhotos.add(photos, 1, "before");
    assertThat(sweepAfter(DAY)).isZero();
    database.drafts().put(new DraftRow("form", photo.sha256(), 1));
    assertThat(sweepAfter(DAY)).isZero();
    database.drafts().delete("form");
    assertThat(sweepAfter(Duration.ofHours(1))).as("undo may follow").isZero();

    clock.advance(DAY);
    assertThat(TestPhotos.add(photos, 1, "before")).as("the same picture").isEqualTo(photo);

    assertThat(sweepAfter(Duration.ofHours(1))).isZero();
    assertThat(sweepAfter(DAY)).isZero();
    assertThat(photos.isWhole(photo.sha256())).isTrue();
    assertThat(sweepAfter(DAY)).isEqualTo(1);
  }

  @Test
  public void sweep_ofFilesThatNothingIsKnownOf_waitsADay_whateverItsMemoryHolds()
      throws Exception {
    Attachment known = TestPhotos.add(photos, 1, "before");
    new HazardFixtures(recorder).hazard("", "灭火器过期", 3, known);
    String written = "ab".repeat(32);
    files.keep(written + ".jpg", out -> out.write(1));
    files.keep(written + ".small.jpg", out -> out.write(1));
    settings.put(
        PhotoSweep.UNNAMED, "garbage\n1 2 3\n" + known.sha256() + " 99999999999999\n\n x\n");

    assertThat(sweepAfter(Duration.ZERO)).isZero();
    assertThat(files.exists(written + ".jpg")).isTrue();
    assertThat(sweepAfter(DAY)).isEqualTo(2);

    assertThat(files.exists(written + ".jpg")).isFalse();
    assertThat(photos.isWhole(known.sha256())).isTrue();
  }

  @Test
  public void sweep_whereverItIsKilled_isFinishedByTheNextAndTakesNothingElse() throws Exception {
    Attachment named = TestPhotos.add(photos, 100, "before");
    new HazardFixtures(recorder).hazard("", "灭火器过期", 3, named);
    boolean killed = true;
    int step = 0;
    for (; killed; step++) {
      Attachment dropped = TestPhotos.add(photos, step, "before");
      assertThat(sweepAfter(DAY)).isZero();
      clock.advance(DAY);
      DyingDisk disk = new DyingDisk(step);
      PhotoTable rows = disk.of(PhotoTable.class, table);
      PhotoStore dying = new PhotoStore(disk.of(PhotoFiles.class, files), rows, clock);
      killed = DyingDisk.kills(new PhotoSweep(dying, rows, settings, clock)::sweep);

      process().sweep();

      assertThat(photos.find(dropped.sha256())).isEmpty();
      assertThat(files.listOlder(clock.instant().plus(DAY)))
          .as("after %s steps", step)
          .containsExactly(named.sha256() + ".jpg");
    }
    assertThat(step).as("steps at which it was killed").isGreaterThan(4);
    assertThat(photos.isWhole(named.sha256())).isTrue();
  }

  private PhotoSweep process() {
    return new PhotoSweep(photos, table, settings, clock);
  }

  private int sweepAfter(Duration time) throws IOException {
    clock.advance(time);
    return process().sweep();
  }

  private Recorded record(Attachment photo) throws Exception {
    Fields fields =
        Fields.builder().set(HazardFound.LEVEL, "一般").set(HazardFound.DESCRIPTION, "堆物").build();
    return recorder.record(
        recording -> recording.open(HazardFound.KIND, recorder.today(), fields, List.of(photo)));
  }
}
