package cn.anxun.server.bench;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What phones push, and what must have come of it. */
final class Pushing {
  private static final int OK = 200;

  private Pushing() {}

  /** The body of a push as it goes over the wire. */
  static byte[] body(List<WrittenEntry> entries) {
    return Gzip.compressed(PushRequestJson.write(entries));
  }

  /**
   * Sees to it that each of so many entries was accepted, once, and that they took the seqs from 1
   * on.
   */
  static void requireAccepted(Clients.Done done, int entries)
      throws IOException, WrongCountException {
    BitSet seqs = new BitSet(entries + 1);
    Set<String> ids = new HashSet<>();
    for (List<HttpConnection.Answer> answers : done.answers()) {
      for (HttpConnection.Answer answer : answers) {
        WrongCountException.require("status", OK, answer.status());
        for (Receipt receipt : receipts(answer)) {
          if (receipt instanceof Receipt.Accepted accepted && !accepted.differs()) {
            seqs.set((int) accepted.seq());
            ids.add(accepted.id());
          }
        }
      }
    }
    WrongCountException.require("receipts", entries, ids.size());
    WrongCountException.require("seqs", entries, seqs.cardinality());
    WrongCountException.require("last seq", entries, seqs.length() - 1L);
  }

  /** Sees to it that so many posts were answered well by a server that does nothing. */
  static void requireTaken(Clients.Done done, long posts) throws WrongCountException {
    long taken =
        done.answers().stream()
            .flatMap(List::stream)
            .filter(answer -> answer.status() == OK)
            .count();
    WrongCountException.require("posts", posts, taken);
  }

  private static List<Receipt> receipts(HttpConnection.Answer answer) throws IOException {
    byte[] body = answer.gzip() ? Gzip.inflated(answer.body()) : answer.body();
    try {
      return PushReplyJson.read(body).receipts();
    } catch (MalformedMessageException e) {
      throw new IOException(e);
    }
  }
}
