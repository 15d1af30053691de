package cn.anxun.app.sync;

import cn.anxun.app.account.Enrolled;
import cn.anxun.core.sync.NumberGrant;
import cn.anxun.core.sync.NumberRequest;
import cn.anxun.core.sync.RemoteAnswer;

/** The server's desk for numbers of papers, as an enrolled phone reaches it. */
public interface RemoteNumbers {

  /** Asks for a block. */
  RemoteAnswer<NumberGrant> reserve(Enrolled enrolled, NumberRequest request);

  /**
   * Gives unused numbers back.
   *
   * @param paper as entries name it
   */
  RemoteAnswer<Boolean> giveBack(
      Enrolled enrolled, String paper, int year, NumberRequest.Range range);
}
