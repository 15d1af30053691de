package cn.anxun.app.di;

import android.content.Context;
import android.content.pm.PackageInfo;
import android.content.pm.PackageManager;
import android.os.SystemClock;
import androidx.core.content.pm.PackageInfoCompat;
import androidx.work.WorkManager;
import cn.anxun.app.account.ElapsedIdleLock;
import cn.anxun.app.account.Enrolled;
import cn.anxun.app.account.IdleLock;
import cn.anxun.app.account.Leaving;
import cn.anxun.app.account.RevokedPhone;
import cn.anxun.app.account.TrustedClock;
import cn.anxun.app.data.local.BundledEntries;
import cn.anxun.app.data.local.Bundles;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.remote.EnrolmentClient;
import cn.anxun.app.data.remote.RetrofitRemoteLedger;
import cn.anxun.app.device.Background;
import cn.anxun.app.setting.RoomSettings;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.sync.AfterSync;
import cn.anxun.app.sync.NumberSupply;
import cn.anxun.app.sync.RemoteApp;
import cn.anxun.app.sync.RemoteLedgers;
import cn.anxun.app.sync.RemoteNumbers;
import cn.anxun.app.sync.RemotePeople;
import cn.anxun.app.sync.SyncSchedule;
import cn.anxun.app.sync.WorkSchedule;
import cn.anxun.app.wipe.AppDisk;
import cn.anxun.app.wipe.PhoneWipe;
import cn.anxun.app.wipe.WipeDisk;
import cn.anxun.core.sync.AppVersion;
import cn.anxun.core.sync.NumberGrant;
import cn.anxun.core.sync.NumberRequest;
import cn.anxun.core.sync.PagesAhead;
import cn.anxun.core.sync.PhoneStore;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.text.Texts;
import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.hilt.InstallIn;
import dagger.hilt.android.qualifiers.ApplicationContext;
import dagger.hilt.components.SingletonComponent;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.inject.Singleton;

/** The account and its server. */
@Module
@InstallIn(SingletonComponent.class)
public abstract class SyncModule {
  private SyncModule() {}

  @Binds
  abstract Settings settings(RoomSettings settings);

  @Binds
  abstract PhoneStore store(RoomPhoneStore store);

  @Binds
  abstract BundledEntries bundled(Bundles bundles);

  @Binds
  abstract RevokedPhone revokedPhone(PhoneWipe wipe);

  @Binds
  abstract WipeDisk wipeDisk(AppDisk disk);

  @Binds
  abstract IdleLock idleLock(ElapsedIdleLock lock);

  @Provides
  @Singleton
  static ElapsedIdleLock elapsedIdleLock() {
    return new ElapsedIdleLock(SystemClock::elapsedRealtime);
  }

  @Provides
  static EnrolmentClient enrolmentClient(Clock clock, TrustedClock trusted) {
    return new EnrolmentClient(clock, trusted);
  }

  @Provides
  @Singleton
  static RemoteLedgers remoteLedgers(Clock clock, TrustedClock trusted, AppVersion app) {
    Executor ahead = Executors.newCachedThreadPool();
    return enrolled -> new PagesAhead(remote(enrolled, clock, trusted, app), ahead);
  }

  @Provides
  static RemotePeople remotePeople(Clock clock, TrustedClock trusted, AppVersion app) {
    return enrolled -> remote(enrolled, clock, trusted, app).people();
  }

  @Provides
  static RemoteApp remoteApp(Clock clock, TrustedClock trusted, AppVersion app) {
    return enrolled -> remote(enrolled, clock, trusted, app).offeredApp();
  }

  /** This app, as it was installed. */
  @Provides
  @Singleton
  static AppVersion installed(@ApplicationContext Context context) {
    try {
      PackageInfo app = context.getPackageManager().getPackageInfo(context.getPackageName(), 0);
      String name = app.versionName == null ? "0" : app.versionName;
      return new AppVersion((int) PackageInfoCompat.getLongVersionCode(app), name);
    } catch (PackageManager.NameNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Provides
  static RemoteNumbers remoteNumbers(Clock clock, TrustedClock trusted, AppVersion app) {
    return new RemoteNumbers() {
      @Override
      public RemoteAnswer<NumberGrant> reserve(Enrolled enrolled, NumberRequest request) {
        return remote(enrolled, clock, trusted, app).reserveNumbers(request);
      }

      @Override
      public RemoteAnswer<Boolean> giveBack(
          Enrolled enrolled, String paper, int year, NumberRequest.Range range) {
        return remote(enrolled, clock, trusted, app)
            .returnNumbers(paper, year, range, Texts.CHINESE.text("paper.returned"));
      }
    };
  }

  @Provides
  static AfterSync afterSync(NumberSupply numbers) {
    return numbers::refill;
  }

  @Provides
  static Leaving leaving(NumberSupply numbers) {
    return numbers::giveBack;
  }

  private static RetrofitRemoteLedger remote(
      Enrolled enrolled, Clock clock, TrustedClock trusted, AppVersion app) {
    return new RetrofitRemoteLedger(
        enrolled.server(), enrolled.enrolment().token(), clock, trusted, app);
  }

  @Provides
  @Singleton
  static SyncSchedule syncSchedule(
      @ApplicationContext Context context, Settings settings, @Background Executor background) {
    return new WorkSchedule(() -> WorkManager.getInstance(context), settings, background);
  }
}
