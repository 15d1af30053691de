package cn.anxun.core.sync;

import cn.anxun.core.entry.WrittenEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The server's ledger as a phone reaches it. Never throws for what networks and servers do. */
public interface RemoteLedger {

  /**
   * Hands over entries; a receipt for each comes back. None is a way to ask whether pushing works
   * at all.
   */
  RemoteAnswer<PushReply> push(List<WrittenEntry> entries);

  /**
   * Asks for the next entries.
   *
   * @param cursor of the page before; "" for the beginning
   * @param limit the most entries to come, 1 to {@link SyncLimits#PAGE_ENTRIES}
   * @param head what the server last showed of its chain, told along
   */
  RemoteAnswer<PullPage> pull(String cursor, int limit, Optional<Witness> head);

  /**
   * The same, and tells where the page after it begins, if there is one: before the answer is
   * given, at best before the page's entries are read.
   *
   * @param after takes the cursor; not called where what was pulled before must go first
   */
  default RemoteAnswer<PullPage> pull(
      String cursor, int limit, Optional<Witness> head, Consumer<String> after) {
    RemoteAnswer<PullPage> answer = pull(cursor, limit, head);
    if (answer instanceof RemoteAnswer.Answered<PullPage> answered) {
      answered.value().after().ifPresent(after);
    }
    return answer;
  }

  /**
   * Asks what the account may see of the ledger as far as this cursor, in a digest.
   *
   * @param cursor of the last page that was kept, not ""
   * @param head what the server last showed of its chain, told along
   */
  RemoteAnswer<ServerDigest> digest(String cursor, Optional<Witness> head);
}
