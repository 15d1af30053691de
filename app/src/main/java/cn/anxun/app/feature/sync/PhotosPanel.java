package cn.anxun.app.feature.sync;

import android.content.Context;
import android.text.format.Formatter;
import android.view.View;
import android.widget.TextView;
import cn.anxun.app.R;
import cn.anxun.app.data.local.PhotoCounts;
import cn.anxun.core.sync.file.UploadProgress;
import com.google.android.material.progressindicator.LinearProgressIndicator;
import java.util.Optional;

/** The part of the sync page that shows photos on their way. */
final class PhotosPanel {
  private static final int WHOLE = 1000;

  private final View root;
  private PhotoCounts counts = PhotoCounts.NONE;
  private Optional<UploadProgress> progress = Optional.empty();

  PhotosPanel(View root) {
    this.root = root;
  }

  void show(PhotoCounts now) {
    counts = now;
    show();
  }

  void show(Optional<UploadProgress> now) {
    progress = now;
    show();
  }

  private void show() {
    Context context = root.getContext();
    long bytes = progress.map(UploadProgress::bytes).orElse(counts.waitingBytes());
    long sent = progress.map(UploadProgress::sent).orElse(counts.sentBytes());
    String amount =
        context.getString(
            R.string.sync_photos_amount,
            Formatter.formatShortFileSize(context, sent),
            Formatter.formatShortFileSize(context, bytes));
    TextView line = root.findViewById(R.id.sync_photos_line);
    if (counts.waiting() == 0 && !progress.isPresent()) {
      line.setText(R.string.sync_photos_none);
    } else if (progress.isPresent()) {
      line.setText(context.getString(R.string.sync_photos_running, progress.get().files(), amount));
    } else {
      line.setText(context.getString(R.string.sync_photos_waiting, counts.waiting(), amount));
    }
    LinearProgressIndicator bar = root.findViewById(R.id.sync_photos_bar);
    bar.setVisibility(progress.isPresent() ? View.VISIBLE : View.GONE);
    bar.setMax(WHOLE);
    bar.setProgress(bytes == 0 ? 0 : (int) (WHOLE * sent / bytes));
    root.<View>findViewById(R.id.sync_photos_refused_title)
        .setVisibility(counts.refused() == 0 ? View.GONE : View.VISIBLE);
  }
}
