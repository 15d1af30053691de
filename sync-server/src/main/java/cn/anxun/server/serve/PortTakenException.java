package cn.anxun.server.serve;

import cn.anxun.server.text.Explained;
import cn.anxun.server.text.ServerTexts;

/** Another process listens at the port already. */
public final class PortTakenException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  PortTakenException(int port, Throwable cause) {
    super(ServerTexts.both("serve.port-taken", Integer.toString(port)), cause);
  }
}
