package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import androidx.recyclerview.widget.AsyncDifferConfig;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.ui.ById;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The rows of the list. */
final class HazardsAdapter extends ListAdapter<RecordItem, HazardsAdapter.Row> {
  private static final DiffUtil.ItemCallback<RecordItem> DIFFERENCE =
      new ById<>(item -> item.record().subject());

  private final Consumer<String> open;
  private LocalDate today = LocalDate.of(2000, 1, 1);

  /**
   * An empty list.
   *
   * @param open is given the subject of the hazard that is tapped
   */
  HazardsAdapter(Consumer<String> open, Executor background) {
    super(
        new AsyncDifferConfig.Builder<>(DIFFERENCE)
            .setBackgroundThreadExecutor(background)
            .build());
    this.open = open;
  }

  void setToday(LocalDate day) {
    today = day;
  }

  /** A view of a hazard. */
  static final class Row extends RecyclerView.ViewHolder {
    private final TextView description;
    private final TextView site;
    private final TextView standing;
    private final TextView number;

    Row(View view) {
      super(view);
      description = view.findViewById(R.id.hazards_row_description);
      site = view.findViewById(R.id.hazards_row_site);
      standing = view.findViewById(R.id.hazards_row_standing);
      number = view.findViewById(R.id.hazards_row_number);
    }

    private void show(RecordItem item, LocalDate today) {
      Context context = itemView.getContext();
      HazardWords words = new HazardWords(context, today);
      description.setText(item.record().title());
      String at = item.siteName();
      site.setText(at);
      site.setVisibility(at == null || at.isEmpty() ? View.GONE : View.VISIBLE);
      standing.setText(words.standing(item.record()));
      standing.setTextColor(
          ContextCompat.getColor(
              context, words.isOverdue(item.record()) ? R.color.danger : R.color.on_surface_muted));
      number.setText(words.origin(item.record()));
    }
  }

  @Override
  public Row onCreateViewHolder(ViewGroup parent, int type) {
    return new Row(
        LayoutInflater.from(parent.getContext()).inflate(R.layout.hazards_row, parent, false));
  }

  @Override
  public void onBindViewHolder(Row row, int position) {
    RecordItem item = getItem(position);
    row.show(item, today);
    row.itemView.setOnClickListener(view -> open.accept(item.record().subject()));
  }
}
