package cn.anxun.app.feature.sync;

import android.content.Context;
import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.sync.SyncLine;
import java.time.Clock;

/** The part of the sync page that shows 核对. */
final class CheckPanel {
  private final View root;
  private final Clock clock;

  CheckPanel(View root, CheckViewModel model, Clock clock) {
    this.root = root;
    this.clock = clock;
    root.<View>findViewById(R.id.sync_check).setOnClickListener(clicked -> model.compare());
    root.<View>findViewById(R.id.sync_repair).setOnClickListener(clicked -> model.repair());
  }

  void show(CheckState state) {
    boolean running = state.phase().isRunning();
    root.<View>findViewById(R.id.sync_check).setEnabled(!running);
    visible(R.id.sync_check_progress, running);
    visible(R.id.sync_repair, state.phase() == CheckState.Phase.DIFFERENT);
    TextView result = root.findViewById(R.id.sync_check_result);
    result.setText(words(root.getContext(), state));
    visible(R.id.sync_check_result, state.phase() != CheckState.Phase.IDLE);
  }

  private void visible(int id, boolean shown) {
    root.<View>findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private String words(Context context, CheckState state) {
    return switch (state.phase()) {
      case IDLE -> "";
      case COMPARING -> context.getString(R.string.sync_check_comparing, state.taken());
      case REPAIRING -> context.getString(R.string.sync_check_repairing, state.taken());
      case SAME -> same(context, state) + unsent(context, state);
      case DIFFERENT -> different(context, state) + unsent(context, state);
      case SYNC_FIRST -> context.getString(R.string.sync_check_sync_first);
      case OFFLINE -> context.getString(R.string.sync_check_offline);
      case REVOKED -> context.getString(R.string.sync_check_revoked);
      case REFUSED -> context.getString(R.string.sync_check_refused, state.sentence()).trim();
      case FAILED -> context.getString(R.string.sync_check_failed);
    };
  }

  private String same(Context context, CheckState state) {
    String until =
        state
            .until()
            .map(at -> SyncLine.when(context, at, clock))
            .orElse(context.getString(R.string.sync_check_first));
    return context.getString(
        state.repaired() ? R.string.sync_check_repaired : R.string.sync_check_same,
        state.here(),
        until);
  }

  private static String different(Context context, CheckState state) {
    return state.here() == state.there()
        ? context.getString(R.string.sync_check_contents, state.here())
        : context.getString(R.string.sync_check_different, state.here(), state.there());
  }

  private static String unsent(Context context, CheckState state) {
    return state.unsent() == 0
        ? ""
        : "\n" + context.getString(R.string.sync_check_unsent, state.unsent());
  }
}
