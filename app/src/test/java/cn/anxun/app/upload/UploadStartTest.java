package cn.anxun.app.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Context;
import android.os.Looper;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.testing.WorkManagerTestInitHelper;
import cn.anxun.app.Behind;
import cn.anxun.app.SettableClock;
import cn.anxun.app.device.Background;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** What is set right as the process starts, and while it lives. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class UploadStartTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Inject UploadStart start;
  @Inject SettableClock clock;
  @Inject @Background Executor background;

  private final Context context = ApplicationProvider.getApplicationContext();
  private final File folder = new File(context.getCacheDir(), "shared");

  @Before
  public void inject() {
    WorkManagerTestInitHelper.initializeTestWorkManager(context);
    hilt.inject();
  }

  @After
  public void close() {
    WorkManagerTestInitHelper.closeWorkDatabase();
  }

  @Test
  public void begin_leavesNoPlainEvidenceOfMoreThanAnHour_andSealedBundlesAlone() throws Exception {
    for (String name :
        new String[] {"photo.jpg", "photo-1a2b.jpg", "inspection.jpg", "paper-7.pdf"}) {
      share(name, Duration.ofMinutes(61));
    }
    share("anxun-K3.anxunb", Duration.ofMinutes(61));
    share("paper-8.pdf", Duration.ofMinutes(20));

    start.begin();
    await();
    assertThat(folder.list()).containsExactlyInAnyOrder("anxun-K3.anxunb", "paper-8.pdf");

    clock.advance(Duration.ofHours(1));
    shadowOf(Looper.getMainLooper()).idleFor(Duration.ofHours(1));
    await();
    assertThat(folder.list()).containsExactly("anxun-K3.anxunb");
  }

  private void share(String name, Duration ago) throws IOException {
    Files.createDirectories(folder.toPath());
    Files.write(new File(folder, name).toPath(), new byte[] {1});
    long at = clock.instant().minus(ago).toEpochMilli();
    assertThat(new File(folder, name).setLastModified(at)).isTrue();
  }

  /** Until all is done that was asked for behind. */
  private void await() {
    new Behind(background).ask(() -> true);
  }
}
