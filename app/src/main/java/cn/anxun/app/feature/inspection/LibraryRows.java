package cn.anxun.app.feature.inspection;

import android.content.Context;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.recyclerview.widget.ListAdapter;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.ui.ById;
import cn.anxun.core.hazardlibrary.LibraryHazard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Hazards of the library to choose from, one row each. */
final class LibraryRows extends ListAdapter<LibraryRows.Row, LibraryRows.Holder> {

  /** What a row shows. */
  record Row(LibraryHazard hazard, String line) {}

  private final Consumer<LibraryHazard> chosen;

  LibraryRows(Consumer<LibraryHazard> chosen) {
    super(new ById<>(row -> row.hazard().key()));
    this.chosen = chosen;
  }

  void show(Context context, Reference reference, List<LibraryHazard> hazards) {
    List<Row> rows = new ArrayList<>();
    for (LibraryHazard hazard : hazards) {
      String level = Words.of(context, reference.codes().get("hazard-level"), hazard.level());
      String category =
          Words.of(context, reference.codes().get("hazard-category"), hazard.category());
      rows.add(new Row(hazard, level + " · " + category + " · " + hazard.legalBasis()));
    }
    submitList(rows);
  }

  @Override
  public Holder onCreateViewHolder(ViewGroup parent, int type) {
    return new Holder(
        LayoutInflater.from(parent.getContext())
            .inflate(R.layout.inspection_library_row, parent, false));
  }

  @Override
  public void onBindViewHolder(Holder holder, int position) {
    Row row = getItem(position);
    holder.show(row);
    holder.itemView.setOnClickListener(view -> chosen.accept(row.hazard()));
  }

  static final class Holder extends RecyclerView.ViewHolder {
    Holder(View view) {
      super(view);
    }

    private void show(Row row) {
      TextView text = itemView.findViewById(R.id.inspection_library_text);
      text.setText(row.hazard().text());
      TextView line = itemView.findViewById(R.id.inspection_library_line);
      line.setText(row.line());
    }
  }
}
