package cn.anxun.app.sync;

import cn.anxun.app.account.Enrolled;
import cn.anxun.core.sync.People;
import cn.anxun.core.sync.RemoteAnswer;

/** The names of the bureau's people as the server tells them to an enrolled phone. */
public interface RemotePeople {
  RemoteAnswer<People> ask(Enrolled enrolled);
}
