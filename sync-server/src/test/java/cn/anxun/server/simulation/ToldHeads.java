package cn.anxun.server.simulation;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.RemoteAnswer;
import cn.anxun.core.sync.RemoteLedger;
import java.util.List;

/** Counts how pushes were answered of which several entries were accepted: in one of two ways. */
final class ToldHeads extends PassingRemote {
  static final String EACH = "push told the head of each receipt";
  static final String LAST = "push told its last head alone";

  private final Happened happened;

  ToldHeads(RemoteLedger remote, Happened happened) {
    super(remote);
    this.happened = happened;
  }

  @Override
  public RemoteAnswer<PushReply> push(List<WrittenEntry> entries) {
    RemoteAnswer<PushReply> answer = super.push(entries);
    if (answer instanceof RemoteAnswer.Answered<PushReply> answered) {
      count(answered.value());
    }
    return answer;
  }

  private void count(PushReply reply) {
    int accepted = 0;
    int told = 0;
    for (Receipt receipt : reply.receipts()) {
      if (receipt instanceof Receipt.Accepted one) {
        accepted++;
        told += one.head().isEmpty() ? 0 : 1;
      }
    }
    if (accepted > 1) {
      if (told != accepted && told != 1) {
        throw new AssertionError("of " + accepted + " receipts " + told + " told their head");
      }
      happened.count(told == accepted ? EACH : LAST);
    }
  }
}
