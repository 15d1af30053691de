package cn.anxun.server.bench;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import java.io.IOException;
import java.net.URI;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pushes as phones make them, and what must have come of them. */
final class Pushing {
  private static final String PATH =
      "/api/v1/entries?" + PushReplyJson.HEADS + '=' + PushReplyJson.LAST_HEAD;
  private static final int OK = 200;

  private Pushing() {}

  /** The body of a push as it goes over the wire. */
  static byte[] body(List<WrittenEntry> entries) {
    return Gzip.compressed(PushRequestJson.write(entries));
  }

  /** The whole request. */
  static byte[] request(URI server, String token, byte[] body) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer " + token);
    headers.put("Accept", MediaTypes.V1 + ", " + MediaTypes.PROBLEM);
    headers.put("Accept-Encoding", "gzip");
    headers.put("Content-Type", MediaTypes.V1);
    headers.put("Content-Encoding", "gzip");
    return HttpConnection.post(server.getAuthority(), PATH, headers, body);
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

  private static List<Receipt> receipts(HttpConnection.Answer answer) throws IOException {
    byte[] body = answer.gzip() ? Gzip.inflated(answer.body()) : answer.body();
    try {
      return PushReplyJson.read(body).receipts();
    } catch (MalformedMessageException e) {
      throw new IOException(e);
    }
  }
}
