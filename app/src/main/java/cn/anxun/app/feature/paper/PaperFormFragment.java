package cn.anxun.app.feature.paper;

import android.os.Bundle;
import android.view.View;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.form.DayPicker;
import cn.anxun.app.form.Typing;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.paper.PaperForm;
import cn.anxun.app.record.FailureWords;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperAnswers;
import cn.anxun.core.paper.PaperProblem;
import com.google.android.material.appbar.MaterialToolbar;
import com.google.android.material.materialswitch.MaterialSwitch;
import com.google.android.material.snackbar.Snackbar;
import com.google.android.material.timepicker.MaterialTimePicker;
import com.google.android.material.timepicker.TimeFormat;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A paper is filled in, signed and issued; below stands the page as it will be printed. */
@AndroidEntryPoint(Fragment.class)
public final class PaperFormFragment extends Hilt_PaperFormFragment implements FormScreen {
  private static final String PAPER = "paper";
  private static final String ABOUT = "about";
  private static final String DEADLINE = "deadline";
  private static final String FROM = "from";
  private static final String UNTIL = "until";

  private Preview preview;
  private OfficerRows officers;
  private SignerRows signers;
  private DayPicker days;

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
    view.findViewById(R.id.paper_officer_add).setOnClickListener(tap -> officers.add());
    bindTexts(view);
    bindTimes(view);
    MaterialSwitch refused = view.findViewById(R.id.paper_refused);
    refused.setSaveEnabled(false);
    refused.setOnClickListener(
        tap ->
            change(
                form ->
                    form.with(
                        new PaperForm.Refusal(
                            refused.isChecked(),
                            form.refusal().reason(),
                            form.refusal().witness()))));
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

  private void change(Function<PaperForm, PaperForm> change) {
    model().change(change::apply);
  }

  private void bindTexts(View view) {
    bind(view, R.id.paper_number, PaperForm::withNumber);
    bindParty(
        view,
        R.id.paper_person,
        (party, text) ->
            new PaperAnswers.Party(
                party.legalRepresentative(), text, party.position(), party.phone()));
    bindParty(
        view,
        R.id.paper_position,
        (party, text) ->
            new PaperAnswers.Party(
                party.legalRepresentative(), party.person(), text, party.phone()));
    bindParty(
        view,
        R.id.paper_phone,
        (party, text) ->
            new PaperAnswers.Party(
                party.legalRepresentative(), party.person(), party.position(), text));
    bindParty(
        view,
        R.id.paper_legal,
        (party, text) ->
            new PaperAnswers.Party(text, party.person(), party.position(), party.phone()));
    bind(view, R.id.paper_place, (form, text) -> form.with(Answers.place(form.answers(), text)));
    bind(
        view,
        R.id.paper_handling,
        (form, text) -> form.with(Answers.handling(form.answers(), text)));
    bind(
        view,
        R.id.paper_reason,
        (form, text) ->
            form.with(
                new PaperForm.Refusal(form.refusal().refused(), text, form.refusal().witness())));
    bind(
        view,
        R.id.paper_witness,
        (form, text) ->
            form.with(
                new PaperForm.Refusal(form.refusal().refused(), form.refusal().reason(), text)));
  }

  private void bind(View view, int id, BiFunction<PaperForm, String, PaperForm> change) {
    Typing.bind(view.findViewById(id), text -> change(form -> change.apply(form, text)));
  }

  private void bindParty(
      View view, int id, BiFunction<PaperAnswers.Party, String, PaperAnswers.Party> change) {
    bind(view, id, (form, text) -> form.with(change.apply(form.answers().party(), text)));
  }

  private void bindTimes(View view) {
    days =
        new DayPicker(
            this, (field, day) -> change(form -> form.with(Answers.deadline(form.answers(), day))));
    view.findViewById(R.id.paper_deadline)
        .setOnClickListener(
            tap -> {
              PaperFormState now = model().state().getValue();
              if (now != null) {
                days.ask(DEADLINE, Answers.deadline(now));
              }
            });
    view.findViewById(R.id.paper_from).setOnClickListener(tap -> askTime(FROM));
    view.findViewById(R.id.paper_until).setOnClickListener(tap -> askTime(UNTIL));
    for (Fragment shown : getChildFragmentManager().getFragments()) {
      if (shown instanceof MaterialTimePicker clock && shown.getTag() != null) {
        follow(clock, shown.getTag());
      }
    }
  }

  private void askTime(String which) {
    PaperFormState now = model().state().getValue();
    if (now != null) {
      LocalDateTime time = Answers.time(now, which.equals(FROM));
      MaterialTimePicker clock =
          new MaterialTimePicker.Builder()
              .setTimeFormat(TimeFormat.CLOCK_24H)
              .setHour(time.getHour())
              .setMinute(time.getMinute())
              .build();
      follow(clock, which);
      clock.show(getChildFragmentManager(), which);
    }
  }

  private void follow(MaterialTimePicker clock, String which) {
    clock.addOnPositiveButtonClickListener(
        tap -> {
          PaperFormState now = model().state().getValue();
          if (now != null) {
            LocalDateTime time =
                Answers.time(now, which.equals(FROM))
                    .withHour(clock.getHour())
                    .withMinute(clock.getMinute());
            change(form -> form.with(Answers.time(form.answers(), which.equals(FROM), time)));
          }
        });
  }

  private void show(View view, PaperFormState now) {
    PaperForm form = now.form();
    TextView line = view.findViewById(R.id.paper_number_line);
    line.setText(PaperWords.numberLine(requireContext(), now));
    showProblems(view, now);
    officers.show(form.answers().officers(), form.paper() != Paper.NOTICE);
    signers.show(form);
    showText(view, R.id.paper_number, form.number());
    PaperAnswers.Party party = form.answers().party();
    showText(view, R.id.paper_person, party.person());
    showText(view, R.id.paper_position, party.position());
    showText(view, R.id.paper_phone, party.phone());
    showText(view, R.id.paper_legal, party.legalRepresentative());
    showText(view, R.id.paper_place, form.answers().place());
    showText(view, R.id.paper_handling, form.answers().handling());
    showText(view, R.id.paper_reason, form.refusal().reason());
    showText(view, R.id.paper_witness, form.refusal().witness());
    MaterialSwitch refused = view.findViewById(R.id.paper_refused);
    refused.setChecked(form.refusal().refused());
    boolean record = form.paper() == Paper.CHECK_RECORD;
    showIf(view, R.id.paper_number_layout, now.external());
    showIf(view, R.id.paper_position_layout, record);
    showIf(view, R.id.paper_phone_layout, record);
    showIf(view, R.id.paper_legal_layout, record);
    showIf(view, R.id.paper_check, record);
    showIf(view, R.id.paper_place_layout, record);
    showIf(view, R.id.paper_from, record);
    showIf(view, R.id.paper_until, record);
    showIf(view, R.id.paper_deadline, form.paper() != Paper.REVIEW);
    showIf(view, R.id.paper_reason_layout, form.refusal().refused());
    showIf(view, R.id.paper_witness_layout, form.refusal().refused());
    showTimes(view, now);
    preview.show(now.painter(), now.words());
  }

  private void showTimes(View view, PaperFormState now) {
    TextView from = view.findViewById(R.id.paper_from);
    LocalDateTime begun = now.form().answers().from();
    from.setText(
        begun == null
            ? getString(R.string.paper_from_none)
            : getString(R.string.paper_from, time(begun)));
    TextView until = view.findViewById(R.id.paper_until);
    LocalDateTime ended = now.form().answers().until();
    until.setText(
        ended == null
            ? getString(R.string.paper_until_none)
            : getString(R.string.paper_until, time(ended)));
    TextView deadline = view.findViewById(R.id.paper_deadline);
    deadline.setText(
        getString(R.string.paper_deadline, Dates.full(requireContext(), Answers.deadline(now))));
  }

  private String time(LocalDateTime time) {
    return Dates.full(requireContext(), time.toLocalDate())
        + String.format(Locale.ROOT, " %d:%02d", time.getHour(), time.getMinute());
  }

  private static void showText(View view, int id, String text) {
    Typing.show(view.findViewById(id), text);
  }

  private static void showIf(View view, int id, boolean shown) {
    view.findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private void showProblems(View view, PaperFormState now) {
    LinearLayout list = view.findViewById(R.id.paper_problems);
    list.removeAllViews();
    for (PaperProblem problem : now.problems()) {
      addProblem(
          view, list, problem.message(Labels.texts(requireContext())), PaperWords.place(problem));
    }
    if (now.lacksNumber()) {
      addProblem(view, list, getString(R.string.paper_lacks_number), R.id.paper_number);
    }
    if (now.lacksRefusal()) {
      addProblem(view, list, getString(R.string.paper_lacks_refusal), R.id.paper_reason);
    }
    if (!now.unsigned().isEmpty()) {
      addProblem(
          view,
          list,
          getString(R.string.paper_unsigned, PaperWords.names(requireContext(), now.unsigned())),
          R.id.paper_signers);
    }
  }

  private void addProblem(View view, LinearLayout list, String sentence, int place) {
    TextView warning = (TextView) getLayoutInflater().inflate(R.layout.paper_problem, list, false);
    warning.setText(sentence);
    warning.setOnClickListener(tap -> goTo(view, place));
    list.addView(warning);
  }

  private static void goTo(View view, int place) {
    View field = view.findViewById(place);
    field.requestFocus();
    field.requestRectangleOnScreen(
        new android.graphics.Rect(0, 0, field.getWidth(), field.getHeight()));
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
    goTo(view, R.id.paper_problems);
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
