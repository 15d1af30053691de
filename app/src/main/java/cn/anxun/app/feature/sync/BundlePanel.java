package cn.anxun.app.feature.sync;

import android.content.Context;
import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.data.local.BundledCount;
import cn.anxun.app.sync.SyncLine;
import cn.anxun.core.sync.bundle.BundleException;
import java.time.Clock;
import java.time.Instant;

/** The part of the sync page that shows 密封文件. */
final class BundlePanel {
  private final View root;
  private final Clock clock;

  BundlePanel(View root, Clock clock, Runnable make, Runnable read) {
    this.root = root;
    this.clock = clock;
    root.<View>findViewById(R.id.sync_bundle_make).setOnClickListener(clicked -> make.run());
    root.<View>findViewById(R.id.sync_bundle_read).setOnClickListener(clicked -> read.run());
  }

  /** How much of what waits is in a bundle. */
  void show(BundledCount count) {
    root.<TextView>findViewById(R.id.sync_bundle_count)
        .setText(count(root.getContext(), count) + refused(root.getContext(), count));
  }

  void show(BundleState.Result result) {
    boolean running = result instanceof BundleState.Result.Running;
    root.<View>findViewById(R.id.sync_bundle_make).setEnabled(!running);
    root.<View>findViewById(R.id.sync_bundle_read).setEnabled(!running);
    String words = words(root.getContext(), result);
    TextView view = root.findViewById(R.id.sync_bundle_result);
    view.setText(words);
    view.setVisibility(words.isEmpty() ? View.GONE : View.VISIBLE);
  }

  private String count(Context context, BundledCount count) {
    String at =
        count.madeAt() == null ? "" : SyncLine.when(context, Instant.parse(count.madeAt()), clock);
    if (count.bundled() == 0) {
      return count.loose() == 0
          ? context.getString(R.string.sync_bundle_none)
          : context.getString(R.string.sync_bundle_loose, count.loose());
    }
    return count.loose() == 0
        ? context.getString(R.string.sync_bundle_all, count.bundled(), at)
        : context.getString(R.string.sync_bundle_some, count.bundled(), at, count.loose());
  }

  private static String refused(Context context, BundledCount count) {
    return count.refused() == 0
        ? ""
        : "\n" + context.getString(R.string.sync_bundle_refused, count.refused());
  }

  private static String words(Context context, BundleState.Result result) {
    if (result instanceof BundleState.Result.Running) {
      return context.getString(R.string.sync_bundle_running);
    } else if (result instanceof BundleState.Result.Made made) {
      return context.getString(R.string.sync_bundle_made, made.entries());
    } else if (result instanceof BundleState.Result.Received received) {
      return received(context, received);
    } else if (result instanceof BundleState.Result.Refused refused) {
      return context.getString(
          refused.problem() == BundleException.Problem.CHANGED
              ? R.string.sync_bundle_changed
              : R.string.sync_bundle_not_receipts);
    } else if (result instanceof BundleState.Result.Nothing) {
      return context.getString(R.string.sync_bundle_none);
    } else if (result instanceof BundleState.Result.NoKey) {
      return context.getString(R.string.sync_bundle_no_key);
    } else if (result instanceof BundleState.Result.NotWritten) {
      return context.getString(R.string.sync_bundle_not_written);
    } else if (result instanceof BundleState.Result.OtherBundle) {
      return context.getString(R.string.sync_bundle_other);
    } else if (result instanceof BundleState.Result.NotRead) {
      return context.getString(R.string.sync_bundle_not_read);
    } else if (result instanceof BundleState.Result.Failed) {
      return context.getString(R.string.sync_bundle_failed);
    }
    return "";
  }

  private static String received(Context context, BundleState.Result.Received received) {
    StringBuilder words =
        new StringBuilder(context.getString(R.string.sync_bundle_received, received.accepted()));
    append(words, context, R.string.sync_bundle_rejected, received.rejected());
    append(words, context, R.string.sync_bundle_held, received.held());
    append(words, context, R.string.sync_bundle_deferred, received.deferred());
    return words.toString();
  }

  private static void append(StringBuilder words, Context context, int text, int count) {
    if (count > 0) {
      words.append('\n').append(context.getString(text, count));
    }
  }
}
