package cn.anxun.app.upload;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.test.core.app.ApplicationProvider;
import androidx.work.ListenableWorker;
import androidx.work.WorkerFactory;
import androidx.work.WorkerParameters;
import androidx.work.testing.TestWorkerBuilder;
import cn.anxun.app.Inflated;
import cn.anxun.app.OffMainThread;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.TestPhotos;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.Enrolments;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.remote.ServerAddress;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoFiles;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.OfficeDocuments;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** What the background does with photos, and when it lets go of them. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class PhotoWorkerTest {
  private static final long PLENTY = 8L << 30;

  @Rule(order = 0)
  public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Rule(order = 1)
  public final OffMainThread offMainThread = new OffMainThread();

  @BindValue final Author author = TestAuthor.inspector();
  @Inject Enrolments enrolments;
  @Inject PhotoUpload upload;
  @Inject PhotoFiles files;
  @Inject PhotoTable table;
  @Inject RemotePhotos remotes;
  @Inject HandedFiles handed;
  @Inject OfficeDocuments documents;
  @Inject Settings settings;
  @Inject Recorder recorder;
  @Inject RoomPhoneStore store;
  @Inject SettableClock clock;

  private final MockWebServer server = new MockWebServer();
  private final Asked schedule = new Asked();
  private PhotoStore photos;
  private String lost = "none";
  private long space = PLENTY;

  @Before
  public void start() throws IOException {
    hilt.inject();
    photos = new PhotoStore(new Disk(), table, clock);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return String.valueOf(request.getPath()).endsWith("/files/known")
                ? known(request)
                : new MockResponse().setResponseCode(503).setHeader("Retry-After", "90");
          }
        });
    server.start();
    enrolments.keep(
        new Enrolled(
            new Enrolment(
                "token",
                author.account(),
                "李强",
                Role.INSPECTOR,
                "",
                author.device(),
                "K3",
                new Enrolment.Bureau("test", "某区应急管理局", "430602"),
                Json.members().build()),
            new ServerAddress(List.of("http://127.0.0.1:" + server.getPort()), Optional.empty())));
  }

  @After
  public void stop() throws IOException {
    server.close();
  }

  /** The server has all that it is asked about, but what was lost. */
  private MockResponse known(RecordedRequest request) {
    String asked = new String(Inflated.body(request), StandardCharsets.UTF_8);
    String held = asked.replace("hashes", "known").replace(lost, "ab".repeat(32));
    return new MockResponse().setHeader("Content-Type", MediaTypes.V1).setBody(held);
  }

  @Test
  public void doWork_whenOffline_asksForTheNextTimeAfterAWait_andLetsGoOfNothing()
      throws Exception {
    Attachment old = stored(1, Duration.ofDays(400));
    Attachment unsent = recorded(2);
    server.close();

    work();

    assertThat(schedule.waits).hasSize(1);
    assertThat(schedule.waits.get(0)).isBetween(Duration.ofSeconds(1), BackOff.LONGEST);
    assertThat(photos.isWhole(old.sha256())).isTrue();
    assertThat(photos.isWhole(unsent.sha256())).isTrue();
  }

  @Test
  public void doWork_whenTheServerSaysWhenToComeAgain_asksForThatTime() throws Exception {
    lost = recorded(1).sha256();

    work();

    assertThat(schedule.waits).hasSize(1);
    assertThat(schedule.waits.get(0)).isGreaterThanOrEqualTo(Duration.ofSeconds(90));
  }

  @Test
  public void doWork_whenNothingWaits_letsGoOfWhatIsPastTheDaysThatAreSet() throws Exception {
    Attachment old = stored(1, Duration.ofDays(31));
    Attachment young = stored(2, Duration.ofDays(29));

    work();
    assertThat(photos.isWhole(old.sha256())).isFalse();
    assertThat(photos.isSeen(old.sha256())).as("the small picture").isTrue();
    assertThat(photos.isWhole(young.sha256())).isTrue();

    settings.put(PhotoRetention.DAYS, "7");
    work();
    assertThat(photos.isWhole(young.sha256())).isFalse();
    assertThat(schedule.waits).isEmpty();
  }

  @Test
  public void doWork_whenTheDiskIsShort_letsGoOfAllThatTheServerHas_andOfNothingElse()
      throws Exception {
    Attachment young = stored(1, Duration.ofHours(1));
    Attachment missing = stored(2, Duration.ofHours(2));
    Attachment form = TestPhotos.add(photos, 3, "before");
    lost = missing.sha256();

    work();
    assertThat(photos.isWhole(young.sha256())).as("there is room").isTrue();

    space = PhotoRetention.SHORT_OF_SPACE - 1;
    work();

    assertThat(photos.isWhole(young.sha256())).isFalse();
    assertThat(photos.isWhole(missing.sha256())).as("the server has lost it").isTrue();
    assertThat(table.find(missing.sha256()).state()).isEqualTo(PhotoRow.KEPT);
    assertThat(photos.isWhole(form.sha256())).as("of a form").isTrue();
  }

  private void work() throws Exception {
    PhotoRetention retention =
        new PhotoRetention(enrolments, remotes, table, photos, handed, documents, settings, clock);
    ListenableWorker.Result result =
        TestWorkerBuilder.from(
                ApplicationProvider.getApplicationContext(), PhotoWorker.class, Runnable::run)
            .setWorkerFactory(
                new WorkerFactory() {
                  @Override
                  public ListenableWorker createWorker(
                      android.content.Context context, String name, WorkerParameters parameters) {
                    return new PhotoWorker(context, parameters, upload, retention, schedule);
                  }
                })
            .build()
            .doWork();
    assertThat(result).isEqualTo(ListenableWorker.Result.success());
  }

  /** A photo that the server confirmed so long ago. */
  private Attachment stored(int number, Duration ago) {
    Attachment photo = TestPhotos.add(photos, number, "before");
    table.setStored(photo.sha256(), clock.instant().minus(ago).toEpochMilli());
    return photo;
  }

  /** A photo that is to be sent: of a record that the server has. */
  private Attachment recorded(int number) throws Exception {
    Attachment photo = TestPhotos.add(photos, number, "before");
    String id =
        recorder
            .record(
                recording ->
                    recording.open(
                        Inspected.KIND, recorder.today(), Fields.builder().build(), List.of(photo)))
            .items()
            .get(0)
            .entryId();
    store.beginAttempt(List.of(id));
    store.settle(List.of(new Receipt.Accepted(id, 1, "a1", false)), clock.instant());
    return photo;
  }

  /** Writes down what it is asked for. */
  private static final class Asked implements UploadSchedule {
    private final List<Duration> waits = new ArrayList<>();

    @Override
    public void soon() {}

    @Override
    public void later(Duration wait) {
      waits.add(wait);
    }

    @Override
    public void stop() {}
  }

  /** The phone's own files, with as much room left as the test says. */
  private final class Disk implements PhotoFiles {
    @Override
    public Scratch scratch() throws IOException {
      return files.scratch();
    }

    @Override
    public void keep(String name, Content content) throws IOException {
      files.keep(name, content);
    }

    @Override
    public InputStream open(String name) throws IOException {
      return files.open(name);
    }

    @Override
    public boolean exists(String name) {
      return files.exists(name);
    }

    @Override
    public List<String> listOlder(Instant than) {
      return files.listOlder(than);
    }

    @Override
    public void delete(String name) throws IOException {
      files.delete(name);
    }

    @Override
    public long space() {
      return space;
    }
  }
}
