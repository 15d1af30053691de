package cn.anxun.app.feature.hazards;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.Caption;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** One hazard: what it is, what happened, and what comes next. */
@AndroidEntryPoint(Fragment.class)
public final class HazardFragment extends Hilt_HazardFragment {
  private static final String SUBJECT = "subject";
  private static final String MORE = "hazards_more";
  private static final String AMEND = "hazards_amend";

  @Inject Thumbnails thumbnails;
  private HazardViewModel model;

  public HazardFragment() {
    super(R.layout.hazards_page);
  }

  /** The page of this hazard. */
  public static HazardFragment of(String subject) {
    Bundle arguments = new Bundle();
    arguments.putString(SUBJECT, subject);
    HazardFragment fragment = new HazardFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    model = new ViewModelProvider(this).get(HazardViewModel.class);
    model.show(subject());
    ChoiceDialog.listen(this, MORE, value -> take(HazardStep.valueOf(value)));
    ChoiceDialog.listen(this, AMEND, this::amend);
  }

  private String subject() {
    return requireArguments().getString(SUBJECT, "");
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.hazards_page_title);
    HazardPageView page = new HazardPageView(view, thumbnails, this::enlarge, this::askToAmend);
    view.findViewById(R.id.hazards_more).setOnClickListener(tapped -> askMore());
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            shown -> {
              page.show(shown);
              showNext(view, shown);
            });
  }

  private void enlarge(String sha256) {
    HazardPageState state = model.state().getValue();
    PhotoDialog.show(
        this, subject(), sha256, state == null ? Caption.NONE : state.captionOf(sha256));
  }

  private void showNext(View view, HazardPageState state) {
    view.findViewById(R.id.hazards_page_bar)
        .setVisibility(state.status() == HazardPageState.Status.READY ? View.VISIBLE : View.GONE);
    StepWords words = new StepWords(requireContext(), state.names());
    MaterialButton next = view.findViewById(R.id.hazards_next);
    TextView note = view.findViewById(R.id.hazards_next_note);
    boolean rewrites = !state.next().isPresent() && mayRewrite(state);
    next.setVisibility(state.next().isPresent() || rewrites ? View.VISIBLE : View.GONE);
    view.findViewById(R.id.hazards_more)
        .setVisibility(state.more().isEmpty() ? View.GONE : View.VISIBLE);
    String said = state.next().map(words::note).orElse("");
    if (state.next().isPresent()) {
      StepChoice choice = state.next().get();
      next.setText(StepWords.name(choice.step()));
      next.setOnClickListener(tapped -> open(choice.step(), ""));
    } else if (rewrites) {
      next.setText(R.string.hazards_step_rewrite);
      next.setOnClickListener(tapped -> open(HazardStep.REWRITE, ""));
    } else if (state.timeline().record().isPresent()) {
      said = getString(R.string.hazards_closed_note);
    }
    note.setText(said);
    note.setVisibility(said.isEmpty() ? View.GONE : View.VISIBLE);
  }

  /** A hazard that was taken back has one thing to be done with it. */
  private static boolean mayRewrite(HazardPageState state) {
    return !state.timeline().record().isPresent()
        && state.more().stream()
            .anyMatch(choice -> choice.step() == HazardStep.REWRITE && choice.isOpen());
  }

  private void askMore() {
    HazardPageState state = model.state().getValue();
    if (state == null) {
      return;
    }
    StepWords words = new StepWords(requireContext(), state.names());
    List<ChoiceDialog.Choice> choices = new ArrayList<>();
    for (StepChoice choice : state.more()) {
      String note = words.note(choice);
      String name = getString(StepWords.name(choice.step()));
      choices.add(
          new ChoiceDialog.Choice(
              choice.step().name(), note.isEmpty() ? name : name + '\n' + note));
    }
    ChoiceDialog.ask(this, MORE, getString(R.string.hazards_more), choices, "");
  }

  private void take(HazardStep step) {
    HazardPageState state = model.state().getValue();
    if (state == null) {
      return;
    }
    for (StepChoice choice : state.more()) {
      if (choice.step() == step && choice.isOpen()) {
        open(step, "");
      } else if (choice.step() == step) {
        say(new StepWords(requireContext(), state.names()).note(choice));
      }
    }
  }

  private void open(HazardStep step, String entry) {
    Navigator.of(this).open(new Destination.HazardForm(subject(), step.name(), entry));
  }

  /** What may be done with one step that was recorded. */
  private void askToAmend(String entry, boolean mayWithdraw) {
    List<ChoiceDialog.Choice> choices = new ArrayList<>();
    if (mayWithdraw) {
      choices.add(choice(HazardStep.REWRITE, entry, R.string.hazards_withdraw));
    }
    choices.add(choice(HazardStep.CORRECT, entry, R.string.hazards_step_correct));
    choices.add(choice(HazardStep.VOID, entry, R.string.hazards_step_void));
    ChoiceDialog.ask(this, AMEND, getString(R.string.hazards_amend), choices, "");
  }

  private ChoiceDialog.Choice choice(HazardStep step, String entry, int name) {
    return new ChoiceDialog.Choice(step.name() + ' ' + entry, getString(name));
  }

  private void amend(String value) {
    int space = value.indexOf(' ');
    HazardStep step = HazardStep.valueOf(value.substring(0, space));
    String entry = value.substring(space + 1);
    if (step != HazardStep.REWRITE) {
      open(step, entry);
      return;
    }
    View anchor = requireView();
    model.withdraw(
        entry,
        taken -> {
          if (taken) {
            UndoBar.show(anchor, getString(R.string.hazards_withdrawn), () -> model.restore(entry));
          } else {
            say(getString(R.string.hazards_bar_sent));
          }
        });
  }

  private void say(String sentence) {
    Snackbar.make(requireView(), sentence, UndoBar.SHOWN_MILLIS).setTextMaxLines(5).show();
  }
}
