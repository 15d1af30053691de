package cn.anxun.app.feature.paper;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.paper.PaperForm;
import cn.anxun.app.record.FailureWords;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.paper.Paper;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** A paper is filled in, signed and issued; below stands the page as it will be printed. */
@AndroidEntryPoint(Fragment.class)
public final class PaperFormFragment extends Hilt_PaperFormFragment implements FormScreen {
  private static final String PAPER = "paper";
  private static final String ABOUT = "about";

  private Preview preview;
  private OfficerRows officers;
  private SignerRows signers;
  private PaperFields fields;
  private PaperTimes times;
  private PaperProblems problems;

  public PaperFormFragment() {
    super(R.layout.paper_form);
  }

  public static PaperFormFragment of(Destination.PaperForm destination) {
    Bundle arguments = new Bundle();
    arguments.putString(PAPER, destination.paper());
    arguments.putString(ABOUT, destination.about());
    PaperFormFragment fragment = new PaperFormFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    Paper paper = Paper.findKey(requireArguments().getString(PAPER, "")).orElse(Paper.NOTICE);
    MaterialToolbar bar = ScreenBar.show(this, view, R.string.paper_title);
    bar.setTitle(PaperWords.name(requireContext(), paper));
    PaperFormViewModel model = model();
    model.open(paper, requireArguments().getString(ABOUT, ""));
    preview = new Preview(view);
    officers = new OfficerRows(view.findViewById(R.id.paper_officers), model);
    signers =
        new SignerRows(
            view.findViewById(R.id.paper_signers),
            place -> {
              Destination.Sign sign = new Destination.Sign(draft(), place);
              Navigator.of(this).open(sign);
            });
    fields = new PaperFields(view, model);
    times = new PaperTimes(this, view, model);
    problems =
        new PaperProblems(view, hazard -> Navigator.of(this).open(new Destination.Hazard(hazard)));
    view.findViewById(R.id.paper_officer_add).setOnClickListener(tap -> officers.add());
    view.findViewById(R.id.paper_issue).setOnClickListener(tap -> issue(view));
    model.state().observe(getViewLifecycleOwner(), now -> show(view, now));
    model.outcome().observe(getViewLifecycleOwner(), ended -> told(view, ended));
  }

  private PaperFormViewModel model() {
    return new ViewModelProvider(this).get(PaperFormViewModel.class);
  }

  private String draft() {
    return model().form().map(PaperForm::draft).orElse("");
  }

  private void show(View view, PaperFormState now) {
    PaperForm form = now.form();
    TextView line = view.findViewById(R.id.paper_number_line);
    line.setText(PaperWords.numberLine(requireContext(), now));
    problems.show(now);
    officers.show(form.answers().officers(), form.paper() != Paper.NOTICE);
    signers.show(form);
    fields.show(now);
    times.show(now);
    preview.show(now.painter(), now.words());
  }

  private void issue(View view) {
    PaperFormState now = model().state().getValue();
    if (now == null) {
      return;
    }
    if (now.canIssue()) {
      model().issue();
      return;
    }
    problems.goTo(R.id.paper_problems);
    Snackbar.make(view, R.string.paper_not_complete, Snackbar.LENGTH_LONG)
        .setTextMaxLines(5)
        .setAnchorView(view.findViewById(R.id.paper_issue))
        .show();
  }

  private void told(View view, PaperFormViewModel.@Nullable Outcome ended) {
    if (ended == null) {
      return;
    }
    model().outcomeTold();
    model().close(ended.paper().isPresent());
    if (ended.paper().isPresent()) {
      Navigator.of(this).replace(new Destination.Paper(ended.paper().get()));
    } else {
      String why = ended.problem().map(each -> FailureWords.of(requireContext(), each)).orElse("");
      Snackbar.make(view, getString(R.string.paper_issue_failed, why), Snackbar.LENGTH_INDEFINITE)
          .setTextMaxLines(6)
          .setAction(R.string.ui_retry, tap -> model().issue())
          .show();
    }
  }
}
