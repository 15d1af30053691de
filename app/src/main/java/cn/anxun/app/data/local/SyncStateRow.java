package cn.anxun.app.data.local;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.PrimaryKey;
import cn.anxun.core.sync.SyncState;
import cn.anxun.core.sync.Witness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the phone has pulled: one row.
 *
 * @param onlyRow always 1
 * @param head of the chain, {@code <seq>:<hash>}
 * @param formerHeads with spaces between
 */
@Entity(tableName = "sync_state")
public record SyncStateRow(
    @PrimaryKey @ColumnInfo(name = "only_row") int onlyRow,
    @NonNull String cursor,
    @Nullable String head,
    @ColumnInfo(name = "former_heads") @NonNull String formerHeads,
    int failures) {

  static SyncStateRow of(SyncState state) {
    StringBuilder heads = new StringBuilder();
    for (Witness head : state.formerHeads()) {
      heads.append(heads.length() == 0 ? "" : " ").append(head);
    }
    return new SyncStateRow(
        1,
        state.cursor(),
        state.head().map(Witness::toString).orElse(null),
        heads.toString(),
        state.failures());
  }

  SyncState state() {
    List<Witness> heads = new ArrayList<>();
    for (String text : formerHeads.split(" ", -1)) {
      Witness.parse(text).ifPresent(heads::add);
    }
    return new SyncState(
        cursor, Optional.ofNullable(head).flatMap(Witness::parse), heads, failures);
  }
}
