package cn.anxun.app.feature.sync;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.ui.ById;
import cn.anxun.app.ui.Labels;
import java.util.function.Consumer;

/** The rows of the page. */
final class SyncItems extends ListAdapter<SyncItem, SyncItems.Row> {
  private final Consumer<SyncItem> act;

  /**
   * @param act what the button of a row does
   */
  SyncItems(Consumer<SyncItem> act) {
    super(new ById<>(SyncItem::id));
    this.act = act;
  }

  @Override
  public Row onCreateViewHolder(ViewGroup parent, int type) {
    return new Row(
        LayoutInflater.from(parent.getContext()).inflate(R.layout.sync_item, parent, false));
  }

  @Override
  public void onBindViewHolder(Row row, int position) {
    SyncItem item = getItem(position);
    row.title.setText(SyncKinds.label(row.itemView.getContext(), item));
    show(row.note, item.note());
    Context context = row.itemView.getContext();
    show(row.reason, item.problem().map(problem -> Labels.problem(context, problem)).orElse(""));
    boolean refused = item.problem().isPresent();
    row.button.setVisibility(refused || item.mayWithdraw() ? View.VISIBLE : View.GONE);
    row.button.setText(refused ? R.string.sync_mend : R.string.sync_withdraw);
    row.button.setOnClickListener(clicked -> act.accept(item));
  }

  private static void show(TextView view, String text) {
    view.setText(text);
    view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }

  static final class Row extends RecyclerView.ViewHolder {
    final TextView title;
    final TextView note;
    final TextView reason;
    final TextView button;

    Row(View view) {
      super(view);
      title = view.findViewById(R.id.sync_item_title);
      note = view.findViewById(R.id.sync_item_note);
      reason = view.findViewById(R.id.sync_item_reason);
      button = view.findViewById(R.id.sync_item_button);
    }
  }
}
