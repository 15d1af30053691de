package cn.anxun.server.simulation.mutant;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import cn.anxun.server.simulation.PassingRemote;
import cn.anxun.server.simulation.Wiring;
import java.time.Instant;
import java.util.List;

/** Whatever answers, be it a captive portal, is taken for the server, and its answer for a yes. */
final class TakesAnyAnswerForAReceipt implements Wiring {
  @Override
  public RemoteLedger remote(int phone, RemoteLedger remote) {
    return new PassingRemote(remote) {
      @Override
      public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
        RemoteAnswer<PushReply> answer = super.push(entries);
        return answer instanceof RemoteAnswer.Offline<PushReply> offline
                && offline.reason() == RemoteAnswer.Reason.NOT_OURS
            ? new RemoteAnswer.Answered<>(new PushReply(receipts(entries), Instant.EPOCH))
            : answer;
      }
    };
  }

  private static List<Receipt> receipts(List<WrittenEntry> entries) {
    return entries.stream()
        .<Receipt>map(entry -> new Receipt.Accepted(entry.entry().id(), 0, "", false))
        .toList();
  }
}
