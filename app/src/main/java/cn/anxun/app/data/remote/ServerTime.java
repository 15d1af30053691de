package cn.anxun.app.data.remote;

import java.time.Instant;

/** Is told what time it is by the server's clock, to the second, whenever the server answers. */
public interface ServerTime {
  void heard(Instant time);
}
