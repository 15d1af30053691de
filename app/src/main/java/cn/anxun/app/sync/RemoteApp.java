package cn.anxun.app.sync;

import cn.anxun.app.account.Enrolled;
import cn.anxun.core.sync.OfferedApp;
import cn.anxun.core.sync.RemoteAnswer;

/** The app that a phone's server hands out. */
public interface RemoteApp {
  RemoteAnswer<OfferedApp> ask(Enrolled enrolled);
}
