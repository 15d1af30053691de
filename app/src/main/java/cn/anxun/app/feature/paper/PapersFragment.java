package cn.anxun.app.feature.paper;

import android.os.Bundle;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import com.google.android.material.button.MaterialButton;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** The papers of a visit, with what may still be issued; or all that this phone has issued. */
@AndroidEntryPoint(Fragment.class)
public final class PapersFragment extends Hilt_PapersFragment {
  private static final String INSPECTION = "inspection";

  public PapersFragment() {
    super(R.layout.paper_list);
  }

  public static PapersFragment of(Destination.Papers destination) {
    Bundle arguments = new Bundle();
    arguments.putString(INSPECTION, destination.inspection());
    PapersFragment fragment = new PapersFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.paper_title);
    PapersViewModel model = new ViewModelProvider(this).get(PapersViewModel.class);
    model.open(requireArguments().getString(INSPECTION, ""));
    model.state().observe(getViewLifecycleOwner(), now -> show(view, now));
  }

  private void show(View view, PapersState now) {
    TextView note = view.findViewById(R.id.paper_list_note);
    note.setText(
        now.inspection().isEmpty()
            ? getString(R.string.paper_list_phone)
            : now.allowed().contains(Paper.NOTICE)
                ? getString(R.string.paper_list_notice)
                : getString(R.string.paper_list_officers));
    LinearLayout make = view.findViewById(R.id.paper_make);
    make.removeAllViews();
    for (Paper paper : now.allowed()) {
      make.addView(button(make, paper, now));
    }
    LinearLayout list = view.findViewById(R.id.paper_list);
    list.removeAllViews();
    for (PaperRecord paper : now.papers()) {
      list.addView(row(list, paper));
    }
    for (PapersState.Typed typed : now.typed()) {
      list.addView(row(list, typed));
    }
    view.findViewById(R.id.paper_none)
        .setVisibility(now.papers().isEmpty() && now.typed().isEmpty() ? View.VISIBLE : View.GONE);
  }

  private View button(LinearLayout make, Paper paper, PapersState now) {
    MaterialButton button =
        (MaterialButton) getLayoutInflater().inflate(R.layout.paper_make, make, false);
    String name = PaperWords.name(requireContext(), paper);
    button.setText(
        paper == Paper.ORDER
            ? getString(R.string.paper_make_order, name, now.toOrder())
            : getString(R.string.paper_make, name));
    button.setOnClickListener(
        tap -> Navigator.of(this).open(new Destination.PaperForm(paper.key(), now.inspection())));
    return button;
  }

  private View row(LinearLayout list, PapersState.Typed typed) {
    View row = getLayoutInflater().inflate(R.layout.paper_row, list, false);
    TextView title = row.findViewById(R.id.paper_row_title);
    title.setText(
        getString(
            R.string.paper_named,
            PaperWords.name(requireContext(), typed.paper()),
            typed.number()));
    TextView state = row.findViewById(R.id.paper_row_state);
    state.setText(typed.overruled() ? R.string.paper_typed_overruled : R.string.paper_typed);
    row.setBackground(null);
    row.setClickable(false);
    row.setFocusable(false);
    return row;
  }

  private View row(LinearLayout list, PaperRecord paper) {
    View row = getLayoutInflater().inflate(R.layout.paper_row, list, false);
    TextView title = row.findViewById(R.id.paper_row_title);
    title.setText(PaperWords.title(requireContext(), paper));
    TextView state = row.findViewById(R.id.paper_row_state);
    state.setText(
        getString(
            R.string.paper_row,
            PaperWords.state(requireContext(), paper),
            paper.contents().text(cn.anxun.core.paper.PaperContents.Part.SITE),
            Dates.full(requireContext(), paper.date())));
    row.setOnClickListener(tap -> Navigator.of(this).open(new Destination.Paper(paper.id())));
    return row;
  }
}
