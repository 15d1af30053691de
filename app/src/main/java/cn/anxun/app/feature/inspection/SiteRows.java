package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.feature.inspection.SitesViewModel.SitesState;
import cn.anxun.app.ui.ById;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.codelist.CodeList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The sites to choose from, one row each. */
final class SiteRows extends ListAdapter<SiteRows.Row, SiteRows.Holder> {
  private static final int METRES_A_KILOMETRE = 1000;

  /** What a row shows. */
  record Row(VisitSite site, String detail) {}

  private final Consumer<VisitSite> chosen;

  SiteRows(Consumer<VisitSite> chosen) {
    super(new ById<>(row -> row.site().subject()));
    this.chosen = chosen;
  }

  @Override
  public Holder onCreateViewHolder(ViewGroup parent, int type) {
    return new Holder(
        LayoutInflater.from(parent.getContext())
            .inflate(R.layout.inspection_site_row, parent, false));
  }

  @Override
  public void onBindViewHolder(Holder holder, int position) {
    Row row = getItem(position);
    holder.show(row);
    holder.itemView.setOnClickListener(view -> chosen.accept(row.site()));
  }

  static final class Holder extends RecyclerView.ViewHolder {
    Holder(View view) {
      super(view);
    }

    private void show(Row row) {
      TextView name = itemView.findViewById(R.id.inspection_site_name);
      name.setText(row.site().name());
      TextView detail = itemView.findViewById(R.id.inspection_site_detail);
      detail.setText(row.detail());
    }
  }

  /** Shows these sites. */
  void show(Context context, SitesState now) {
    List<Row> rows = new ArrayList<>();
    for (ListedSite site : now.found()) {
      rows.add(new Row(site.site(), detail(context, now, site)));
    }
    submitList(rows);
  }

  private static String detail(Context context, SitesState now, ListedSite listed) {
    CodeList kinds = now.reference().codes().get("site-kind");
    List<String> parts = new ArrayList<>();
    if (listed.site().planned()) {
      parts.add(context.getString(R.string.inspection_site_planned));
    }
    double metres = SiteSearch.metres(listed, now.here());
    if (!Double.isInfinite(metres)) {
      parts.add(distance(context, metres));
    }
    if (!listed.site().kind().isEmpty()) {
      parts.add(Words.of(context, kinds, listed.site().kind()));
    }
    parts.add(
        listed
            .visitedOn()
            .map(
                day ->
                    context.getString(R.string.inspection_site_visited, Dates.brief(context, day)))
            .orElseGet(() -> context.getString(R.string.inspection_site_never)));
    if (listed.openHazards() > 0) {
      parts.add(context.getString(R.string.inspection_site_open, listed.openHazards()));
    }
    if (!listed.site().address().isEmpty()) {
      parts.add(listed.site().address());
    }
    return String.join(" · ", parts);
  }

  private static String distance(Context context, double metres) {
    return metres < METRES_A_KILOMETRE
        ? context.getString(R.string.inspection_site_metres, Math.round(metres))
        : context.getString(
            R.string.inspection_site_kilometres,
            String.format(Locale.ROOT, "%.1f", metres / METRES_A_KILOMETRE));
  }
}
