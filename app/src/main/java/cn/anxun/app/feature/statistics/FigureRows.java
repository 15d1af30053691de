package cn.anxun.app.feature.statistics;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.core.content.ContextCompat;
import androidx.core.view.ViewCompat;
import androidx.recyclerview.widget.DiffUtil;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.record.Names;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.Numbers;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.ledger.FoldedRecord;
import java.util.function.Consumer;

/** Shows the rows behind a figure; thousands of them. */
final class FigureRows extends ListAdapter<FigureRow, FigureRows.Holder> {
  private final Consumer<FoldedRecord> opened;
  private Names names = Names.NONE;

  FigureRows(Consumer<FoldedRecord> opened) {
    super(new Same());
    this.opened = opened;
  }

  void show(FigureState state) {
    names = state.names();
    submitList(state.rows());
  }

  @Override
  public int getItemViewType(int position) {
    FigureRow row = getItem(position);
    if (row instanceof FigureRow.Summary) {
      return R.layout.statistics_figure_summary;
    }
    return row instanceof FigureRow.Item
        ? R.layout.statistics_row
        : R.layout.statistics_figure_text;
  }

  @Override
  public Holder onCreateViewHolder(ViewGroup parent, int layout) {
    return new Holder(LayoutInflater.from(parent.getContext()).inflate(layout, parent, false));
  }

  @Override
  public void onBindViewHolder(Holder holder, int position) {
    FigureRow row = getItem(position);
    if (row instanceof FigureRow.Summary summary) {
      holder.show(summary);
    } else if (row instanceof FigureRow.Item item) {
      holder.show(item, names, opened);
    } else if (row instanceof FigureRow.Heading heading) {
      holder.show(heading);
    } else if (row instanceof FigureRow.Doubts doubts) {
      holder.show(doubts);
    }
  }

  /** A row's view. */
  static final class Holder extends RecyclerView.ViewHolder {
    private final Context context;

    Holder(View view) {
      super(view);
      context = view.getContext();
    }

    void show(FigureRow.Summary summary) {
      Figure figure = summary.figure();
      text(R.id.statistics_summary_value, Numbers.of(context, figure));
      text(
          R.id.statistics_summary_detail,
          Numbers.isRate(figure)
              ? context.getString(
                  R.string.statistics_and,
                  Phrases.formula(context, figure) + " = " + Numbers.of(context, figure),
                  Phrases.gap(context, summary.kind(), summary.gap()))
              : Phrases.split(context, figure));
    }

    void show(FigureRow.Heading heading) {
      TextView text = itemView.findViewById(R.id.statistics_text);
      ViewCompat.setAccessibilityHeading(text, true);
      text.setBackground(null);
      text.setTextAppearance(R.style.TextAppearance_Anxun_Heading);
      text.setText(
          heading.gap()
              ? Phrases.gap(context, heading.kind(), heading.count())
              : context.getString(
                  heading.reached() ? R.string.statistics_reached : R.string.statistics_records,
                  Numbers.grouped(heading.count())));
    }

    void show(FigureRow.Doubts doubts) {
      TextView text = itemView.findViewById(R.id.statistics_text);
      ViewCompat.setAccessibilityHeading(text, false);
      text.setTextAppearance(R.style.TextAppearance_Anxun_Body);
      text.setBackgroundColor(ContextCompat.getColor(context, R.color.warning_container));
      text.setTextColor(ContextCompat.getColor(context, R.color.on_warning_container));
      text.setText(Phrases.doubts(context, doubts.marks()));
    }

    void show(FigureRow.Item item, Names names, Consumer<FoldedRecord> opened) {
      itemView.findViewById(R.id.statistics_row_tone).setVisibility(View.GONE);
      itemView.findViewById(R.id.statistics_row_doubt).setVisibility(View.GONE);
      itemView.findViewById(R.id.statistics_row_value).setVisibility(View.GONE);
      text(R.id.statistics_row_name, Labels.record(context, item.record()));
      text(R.id.statistics_row_detail, Phrases.detail(context, item.record(), item.site(), names));
      itemView.setOnClickListener(tap -> opened.accept(item.record()));
    }

    private void text(int id, String text) {
      TextView view = itemView.findViewById(id);
      view.setText(text);
      view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
    }
  }

  private static final class Same extends DiffUtil.ItemCallback<FigureRow> {
    @Override
    public boolean areItemsTheSame(FigureRow one, FigureRow other) {
      return (one instanceof FigureRow.Item left && other instanceof FigureRow.Item right)
          ? left.record().subject().equals(right.record().subject())
          : one.equals(other);
    }

    @Override
    public boolean areContentsTheSame(FigureRow one, FigureRow other) {
      return one.equals(other);
    }
  }
}
