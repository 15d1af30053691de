package cn.anxun.app.feature.sync;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.data.local.RefusedPhoto;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.ui.ById;
import cn.anxun.core.sync.file.FileProblem;
import java.util.Set;
import java.util.function.Consumer;

/** Photos that were put aside: why, and what can be done. */
final class RefusedPhotos extends ListAdapter<RefusedPhoto, RefusedPhotos.Row> {
  private static final Set<String> UNREADABLE =
      Set.of(FileProblem.MISSING, FileProblem.DAMAGED, FileProblem.KEY_LOST);

  private final Thumbnails thumbnails;
  private final Actions actions;

  /** What the buttons of a row do. */
  record Actions(
      Consumer<RefusedPhoto> retry, Consumer<RefusedPhoto> open, Consumer<RefusedPhoto> export) {}

  RefusedPhotos(Thumbnails thumbnails, Actions actions) {
    super(new ById<>(RefusedPhoto::sha256));
    this.thumbnails = thumbnails;
    this.actions = actions;
  }

  @Override
  public Row onCreateViewHolder(ViewGroup parent, int type) {
    return new Row(
        LayoutInflater.from(parent.getContext()).inflate(R.layout.sync_photo, parent, false));
  }

  @Override
  public void onBindViewHolder(Row row, int position) {
    RefusedPhoto photo = getItem(position);
    row.reason.setText(reason(row.itemView.getContext(), photo));
    boolean unreadable = UNREADABLE.contains(photo.problem());
    row.picture.setVisibility(unreadable ? View.GONE : View.VISIBLE);
    if (!unreadable) {
      thumbnails.show(row.picture, photo.sha256());
    }
    row.retry.setOnClickListener(clicked -> actions.retry().accept(photo));
    row.open.setVisibility(photo.subject() == null ? View.GONE : View.VISIBLE);
    row.open.setOnClickListener(clicked -> actions.open().accept(photo));
    row.export.setVisibility(unreadable ? View.GONE : View.VISIBLE);
    row.export.setOnClickListener(clicked -> actions.export().accept(photo));
  }

  private static String reason(Context context, RefusedPhoto photo) {
    return switch (photo.problem()) {
      case FileProblem.MISSING -> context.getString(R.string.sync_photos_missing);
      case FileProblem.DAMAGED -> context.getString(R.string.sync_photos_damaged);
      case FileProblem.KEY_LOST -> context.getString(R.string.sync_photos_key_lost);
      case FileProblem.DAMAGED_UNDERWAY -> context.getString(R.string.sync_photos_underway);
      case FileProblem.NOT_LET_THROUGH -> context.getString(R.string.sync_photos_not_through);
      default ->
          photo.detail().isEmpty()
              ? context.getString(R.string.sync_photos_refused)
              : photo.detail();
    };
  }

  static final class Row extends RecyclerView.ViewHolder {
    final ImageView picture;
    final TextView reason;
    final View retry;
    final View open;
    final View export;

    Row(View view) {
      super(view);
      picture = view.findViewById(R.id.sync_photo_picture);
      reason = view.findViewById(R.id.sync_photo_reason);
      retry = view.findViewById(R.id.sync_photo_retry);
      open = view.findViewById(R.id.sync_photo_open);
      export = view.findViewById(R.id.sync_photo_export);
    }
  }
}
