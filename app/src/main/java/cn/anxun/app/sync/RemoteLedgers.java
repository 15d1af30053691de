package cn.anxun.app.sync;

import cn.anxun.app.account.Enrolled;
import cn.anxun.core.sync.RemoteLedger;

/** The server's ledger as an enrolled phone reaches it. */
public interface RemoteLedgers {
  RemoteLedger of(Enrolled enrolled);
}
