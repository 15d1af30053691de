package cn.anxun.app;

import cn.anxun.app.account.LogOut;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.paper.PaperBook;
import cn.anxun.app.paper.PaperDesk;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.app.record.Ledger;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.sync.SyncStart;
import cn.anxun.app.sync.SyncWorkerFactory;
import cn.anxun.app.upload.PhotoUpload;
import dagger.hilt.EntryPoint;
import dagger.hilt.InstallIn;
import dagger.hilt.components.SingletonComponent;
import java.util.Random;
import java.util.concurrent.Executor;

/** What a test takes out of the app that is running. */
@EntryPoint
@InstallIn(SingletonComponent.class)
public interface AppParts {
  AnxunDatabase database();

  RoomPhoneStore store();

  Recorder recorder();

  Ledger ledger();

  PaperNumbers paperNumbers();

  PaperBook paperBook();

  PaperDesk paperDesk();

  LogOut logOut();

  PhotoStore photos();

  PhotoUpload photoUpload();

  SyncStart syncStart();

  SyncWorkerFactory workers();

  SettableClock clock();

  Random random();

  TestDoor door();

  @Background
  Executor background();
}
