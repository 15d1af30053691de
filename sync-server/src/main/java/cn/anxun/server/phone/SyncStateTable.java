package cn.anxun.server.phone;

import cn.anxun.core.sync.SyncState;
import cn.anxun.core.sync.Witness;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The one row of {@code sync_state}. */
final class SyncStateTable {
  private final Handle handle;

  SyncStateTable(Handle handle) {
    this.handle = handle;
  }

  SyncState get() {
    return handle
        .createQuery("SELECT * FROM sync_state")
        .map(
            (row, context) ->
                new SyncState(
                    row.getString("cursor"),
                    Optional.ofNullable(row.getString("head")).flatMap(Witness::parse),
                    witnesses(row.getString("former_heads")),
                    row.getInt("failures")))
        .findOne()
        .orElse(SyncState.FIRST);
  }

  void keep(SyncState state) {
    handle.execute(
        "INSERT OR REPLACE INTO sync_state VALUES (1, ?, ?, ?, ?)",
        state.cursor(),
        state.head().map(Witness::toString).orElse(null),
        state.formerHeads().stream().map(Witness::toString).collect(Collectors.joining(" ")),
        state.failures());
  }

  private static List<Witness> witnesses(String text) {
    return Arrays.stream(text.split(" ", -1)).flatMap(one -> Witness.parse(one).stream()).toList();
  }
}
