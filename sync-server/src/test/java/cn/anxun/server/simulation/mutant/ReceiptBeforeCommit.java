package cn.anxun.server.simulation.mutant;

import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.wire.v1.MediaTypes;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.server.phone.Network;
import cn.anxun.server.simulation.Wiring;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.TransactionWatch;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Receipts go out as soon as the entries are written; the commit comes after. */
final class ReceiptBeforeCommit implements Wiring {
  private volatile long committedSeq;
  private volatile List<Receipt> written = List.of();

  @Override
  public TransactionWatch serverDisk(TransactionWatch disk) {
    return new PassingWatch(disk) {
      @Override
      public void begun(Database database, Handle handle) {
        super.begun(database, handle);
        if (isLedger(database)) {
          committedSeq =
              handle.createQuery("SELECT coalesce(max(seq), 0) FROM entry").mapTo(Long.class).one();
        }
      }

      @Override
      public void committing(Database database, Handle handle) {
        if (isLedger(database)) {
          written = receipts(handle);
        }
        super.committing(database, handle);
      }
    };
  }

  private List<Receipt> receipts(Handle handle) {
    return handle
        .createQuery("SELECT id, seq, head FROM entry WHERE seq > ? ORDER BY seq")
        .bind(0, committedSeq)
        .<Receipt>map(
            (row, context) ->
                new Receipt.Accepted(
                    row.getString("id"),
                    row.getLong("seq"),
                    HexFormat.of().formatHex(row.getBytes("head")),
                    false))
        .list();
  }

  @Override
  public Network server(Network server) {
    return request -> {
      written = List.of();
      Network.Result result = server.send(request);
      List<Receipt> receipts = written;
      return result instanceof Network.Result.Failed && !receipts.isEmpty()
          ? new Network.Result.Reply(
              200,
              MediaTypes.V1,
              Optional.empty(),
              PushReplyJson.write(new PushReply(receipts, Instant.EPOCH)))
          : result;
    };
  }
}
