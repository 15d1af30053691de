package cn.anxun.app.sync;

import static org.assertj.core.api.Assertions.assertThat;

import androidx.test.core.app.ApplicationProvider;
import androidx.work.testing.WorkManagerTestInitHelper;
import cn.anxun.app.account.RevokedPhone;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.upload.UploadStart;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** The start of the process: nothing that goes wrong by the way ends it. */
@HiltAndroidTest
@RunWith(RobolectricTestRunner.class)
public final class SyncStartTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  @Inject AnxunDatabase database;
  @Inject SyncSchedule schedule;
  @Inject SyncStatuses statuses;
  @Inject UploadStart uploads;

  @Before
  public void inject() {
    WorkManagerTestInitHelper.initializeTestWorkManager(
        ApplicationProvider.getApplicationContext());
    hilt.inject();
  }

  @After
  public void close() {
    WorkManagerTestInitHelper.closeWorkDatabase();
  }

  @Test
  public void begin_whenTheDiskIsTooFullForTheWipe_doesNotEndTheProcess() {
    FullPhone phone = new FullPhone();
    List<RuntimeException> uncaught = new ArrayList<>();
    Executor background =
        task -> {
          try {
            task.run();
          } catch (RuntimeException e) {
            uncaught.add(e);
          }
        };

    new SyncStart(database, schedule, statuses, phone, uploads, background).begin();

    assertThat(phone.resumed).isEqualTo(1);
    assertThat(uncaught).isEmpty();
  }

  /** Revoked, and without room for what is to be sealed. */
  private static final class FullPhone implements RevokedPhone {
    private int resumed;

    @Override
    public boolean isWiped() {
      return true;
    }

    @Override
    public void wipe() {
      throw new AssertionError("nobody asked for it");
    }

    @Override
    public void resume() {
      resumed++;
      throw new UncheckedIOException(new IOException("no space left on device"));
    }
  }
}
