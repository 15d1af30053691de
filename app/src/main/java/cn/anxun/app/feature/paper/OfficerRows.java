package cn.anxun.app.feature.paper;

import android.view.LayoutInflater;
import android.view.View;
import android.widget.LinearLayout;
import cn.anxun.app.R;
import cn.anxun.app.form.Typing;
import cn.anxun.core.paper.Officer;
import java.util.List;

/** The officers of a paper, each with the number of the certificate. */
final class OfficerRows {
  private final LinearLayout list;
  private final PaperFormViewModel model;

  OfficerRows(LinearLayout list, PaperFormViewModel model) {
    this.list = list;
    this.model = model;
  }

  void add() {
    model.change(
        form ->
            form.withOfficers(
                officers -> {
                  officers.add(new Officer("", ""));
                  return officers;
                }));
  }

  /** Rows stay as they are where their number does, so that the cursor does. */
  void show(List<Officer> officers, boolean certificates) {
    if (list.getChildCount() != officers.size()) {
      list.removeAllViews();
      for (int place = 0; place < officers.size(); place++) {
        list.addView(row(place));
      }
    }
    for (int place = 0; place < officers.size(); place++) {
      View row = list.getChildAt(place);
      Typing.show(row.findViewById(R.id.paper_officer_name), officers.get(place).name());
      Typing.show(
          row.findViewById(R.id.paper_officer_certificate), officers.get(place).certificate());
      View layout = (View) row.findViewById(R.id.paper_officer_certificate).getParent().getParent();
      layout.setVisibility(certificates ? View.VISIBLE : View.GONE);
      View remove = row.findViewById(R.id.paper_officer_remove);
      remove.setVisibility(officers.size() > 1 ? View.VISIBLE : View.GONE);
      remove.setContentDescription(
          list.getContext()
              .getString(R.string.paper_officer_remove_named, officers.get(place).name()));
    }
  }

  private View row(int place) {
    View row = LayoutInflater.from(list.getContext()).inflate(R.layout.paper_officer, list, false);
    Typing.bind(
        row.findViewById(R.id.paper_officer_name),
        name -> change(place, before -> new Officer(name, before.certificate())));
    Typing.bind(
        row.findViewById(R.id.paper_officer_certificate),
        number -> change(place, before -> new Officer(before.name(), number)));
    row.findViewById(R.id.paper_officer_remove)
        .setOnClickListener(
            tap ->
                model.change(
                    form ->
                        form.withOfficers(
                            officers -> {
                              officers.remove(place);
                              return officers;
                            })));
    return row;
  }

  private void change(int place, java.util.function.UnaryOperator<Officer> change) {
    model.change(
        form ->
            form.withOfficers(
                officers -> {
                  if (place < officers.size()) {
                    officers.set(place, change.apply(officers.get(place)));
                  }
                  return officers;
                }));
  }
}
