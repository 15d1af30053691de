package cn.anxun.app.feature.shots;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.recyclerview.widget.AsyncDifferConfig;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.ui.ById;
import cn.anxun.app.ui.Dates;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The photos side by side; a tap chooses one. */
final class ShotCells extends ListAdapter<ShotsState.Cell, ShotCells.Holder> {
  private static final DiffUtil.ItemCallback<ShotsState.Cell> DIFFERENCE =
      new ById<>(cell -> cell.shot().id());

  private final Thumbnails thumbnails;
  private final Consumer<Shot> toggle;

  ShotCells(Thumbnails thumbnails, Consumer<Shot> toggle, Executor background) {
    super(
        new AsyncDifferConfig.Builder<>(DIFFERENCE)
            .setBackgroundThreadExecutor(background)
            .build());
    this.thumbnails = thumbnails;
    this.toggle = toggle;
  }

  @Override
  public Holder onCreateViewHolder(ViewGroup parent, int type) {
    return new Holder(
        LayoutInflater.from(parent.getContext()).inflate(R.layout.shots_cell, parent, false));
  }

  @Override
  public void onBindViewHolder(Holder holder, int position) {
    ShotsState.Cell cell = getItem(position);
    Context context = holder.itemView.getContext();
    thumbnails.show(holder.photo, cell.shot().photo().sha256());
    String words = words(context, cell.shot());
    holder.words.setText(words);
    holder.mark.setVisibility(cell.isChosen() ? View.VISIBLE : View.INVISIBLE);
    holder.itemView.setActivated(cell.isChosen());
    holder.itemView.setSelected(cell.isChosen());
    holder.itemView.setContentDescription(
        context.getString(
            cell.isChosen() ? R.string.shots_cell_chosen : R.string.shots_cell,
            cell.number(),
            words));
    holder.itemView.setOnClickListener(tapped -> toggle.accept(cell.shot()));
  }

  /** When, and for what it was taken where that is known. */
  static String words(Context context, Shot shot) {
    String when = Dates.moment(context, Instant.ofEpochMilli(shot.takenAt()));
    String title = shot.purpose().title();
    if (title.isEmpty() && shot.purpose().role().equals(Purpose.REPORT)) {
      title = context.getString(R.string.shots_received);
    }
    return title.isEmpty() ? when : when + '\n' + title;
  }

  /** The views of a photo. */
  static final class Holder extends RecyclerView.ViewHolder {
    private final ImageView photo;
    private final TextView words;
    private final View mark;

    Holder(View view) {
      super(view);
      photo = view.findViewById(R.id.shots_photo);
      words = view.findViewById(R.id.shots_words);
      mark = view.findViewById(R.id.shots_mark);
    }
  }
}
