package cn.anxun.app.sync;

import cn.anxun.app.account.Enrolled;

/** What is asked of the server after a sync that went through; it fails for no reason. */
public interface AfterSync {
  void follow(Enrolled enrolled);
}
