package cn.anxun.server.simulation.mutant;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.server.simulation.PassingRemote;
import cn.anxun.server.simulation.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is sent again goes under a new id, so that the server cannot know it again: after a reply
 * that was lost it stands in the ledger twice.
 */
final class NewIdAtEachRetry implements Wiring {
  private static final int RANDOM_END = 4;

  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

  @Override
  public RemoteLedger remote(int phone, RemoteLedger remote) {
    return new PassingRemote(remote) {
      @Override
      public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
        Map<String, String> given = new HashMap<>();
        List<WrittenEntry> renamed = new ArrayList<>();
        for (WrittenEntry entry : entries) {
          int attempt = attempts.merge(entry.entry().id(), 1, Integer::sum);
          WrittenEntry sent = attempt == 1 ? entry : renamed(entry.entry(), attempt);
          given.put(sent.entry().id(), entry.entry().id());
          renamed.add(sent);
        }
        RemoteAnswer<PushReply> answer = super.push(renamed);
        return answer instanceof RemoteAnswer.Answered<PushReply> answered
            ? new RemoteAnswer.Answered<>(named(answered.value(), given))
            : answer;
      }
    };
  }

  /** What is sent again goes under its own id, and a copy of it under a new one before. */
  static Wiring ofACopy() {
    return new Wiring() {
      private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

      @Override
      public RemoteLedger remote(int phone, RemoteLedger remote) {
        return new PassingRemote(remote) {
          @Override
          public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
            List<WrittenEntry> copies = new ArrayList<>();
            for (WrittenEntry entry : entries) {
              int attempt = attempts.merge(entry.entry().id(), 1, Integer::sum);
              if (attempt > 1) {
                copies.add(renamed(entry.entry(), attempt));
              }
            }
            if (!copies.isEmpty()) {
              var unused = super.push(copies);
            }
            return super.push(entries);
          }
        };
      }
    };
  }

  private static WrittenEntry renamed(Entry entry, int attempt) {
    Header header = entry.header();
    String id =
        header.id().substring(0, header.id().length() - RANDOM_END)
            + String.format("%04x", attempt);
    return EntryJson.write(
        entry
            .kind()
            .entry(
                new Header(
                    id,
                    header.subject().equals(header.id()) ? id : header.subject(),
                    header.after(),
                    header.at(),
                    header.businessDate(),
                    header.author(),
                    header.device(),
                    header.attachments()),
                entry.fields()));
  }

  private static PushReply named(PushReply reply, Map<String, String> given) {
    List<Receipt> receipts = new ArrayList<>();
    for (Receipt receipt : reply.receipts()) {
      String id = given.getOrDefault(receipt.id(), receipt.id());
      if (receipt instanceof Receipt.Accepted accepted) {
        receipts.add(new Receipt.Accepted(id, accepted.seq(), accepted.head(), accepted.differs()));
      } else if (receipt instanceof Receipt.Rejected rejected) {
        receipts.add(new Receipt.Rejected(id, rejected.problem()));
      } else if (receipt instanceof Receipt.Held) {
        receipts.add(new Receipt.Held(id));
      } else {
        receipts.add(new Receipt.Deferred(id));
      }
    }
    return new PushReply(receipts, reply.serverTime());
  }
}
