package cn.anxun.app.data.local;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import java.time.Instant;

/** Stamps as columns. */
final class Stamps {
  private Stamps() {}

  static Stamp of(long seq, String author, String role, String device, String at) {
    Role held =
        Role.find(role)
            .orElseThrow(() -> new IllegalStateException("the database holds the role " + role));
    return new Stamp(seq, author, held, device, Instant.parse(at));
  }
}
