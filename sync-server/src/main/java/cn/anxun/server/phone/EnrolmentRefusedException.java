package cn.anxun.server.phone;

import cn.anxun.core.sync.RemoteAnswer;

/** A phone could not be enrolled; the message says why. */
public final class EnrolmentRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  EnrolmentRefusedException(RemoteAnswer<?> answer) {
    super(answer.toString());
  }
}
