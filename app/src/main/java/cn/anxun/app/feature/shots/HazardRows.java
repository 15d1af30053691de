package cn.anxun.app.feature.shots;

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
import cn.anxun.app.ui.Dates;
import cn.anxun.core.hazard.HazardState;
import java.time.LocalDate;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Hazards to choose from. */
final class HazardRows extends ListAdapter<RecordItem, HazardRows.Holder> {
  private static final DiffUtil.ItemCallback<RecordItem> DIFFERENCE =
      new ById<>(item -> item.record().subject());

  private final Consumer<RecordItem> choose;
  private LocalDate today = LocalDate.of(2000, 1, 1);

  HazardRows(Consumer<RecordItem> choose, Executor background) {
    super(
        new AsyncDifferConfig.Builder<>(DIFFERENCE)
            .setBackgroundThreadExecutor(background)
            .build());
    this.choose = choose;
  }

  void show(ChooseHazardState state) {
    today = state.today();
    submitList(state.hazards());
  }

  @Override
  public Holder onCreateViewHolder(ViewGroup parent, int type) {
    return new Holder(
        LayoutInflater.from(parent.getContext()).inflate(R.layout.shots_hazard, parent, false));
  }

  @Override
  public void onBindViewHolder(Holder holder, int position) {
    RecordItem item = getItem(position);
    Context context = holder.itemView.getContext();
    holder.what.setText(item.record().title());
    String site = item.siteName();
    holder.where.setText(site == null ? context.getString(R.string.home_site_unknown) : site);
    boolean rectified = HazardState.RECTIFIED.wire().equals(item.record().state());
    LocalDate due = rectified ? item.record().reviewDue() : item.record().deadline();
    boolean over = due != null && due.isBefore(today);
    String number = item.record().number() == null ? "" : item.record().number() + " · ";
    holder.when.setText(
        due == null
            ? number + context.getString(R.string.shots_due_none)
            : number
                + context.getString(
                    rectified
                        ? over ? R.string.shots_review_over : R.string.shots_review_by
                        : over ? R.string.shots_due_over : R.string.shots_due_by,
                    Dates.full(context, due)));
    holder.when.setTextColor(
        ContextCompat.getColor(context, over ? R.color.danger : R.color.on_surface_muted));
    holder.itemView.setOnClickListener(tapped -> choose.accept(item));
  }

  /** The views of a hazard. */
  static final class Holder extends RecyclerView.ViewHolder {
    private final TextView what;
    private final TextView where;
    private final TextView when;

    Holder(View view) {
      super(view);
      what = view.findViewById(R.id.shots_hazard_what);
      where = view.findViewById(R.id.shots_hazard_where);
      when = view.findViewById(R.id.shots_hazard_when);
    }
  }
}
