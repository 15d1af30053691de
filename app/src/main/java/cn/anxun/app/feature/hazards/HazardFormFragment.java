package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.PhotoPicker;
import cn.anxun.app.photo.PhotoWords;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.place.PlaceLine;
import cn.anxun.app.record.FailureWords;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The form of a step of a hazard. */
@AndroidEntryPoint(Fragment.class)
public final class HazardFormFragment extends Hilt_HazardFormFragment
    implements FormScreen, FormPhotos.Ways {
  private static final String SUBJECT = "subject";
  private static final String STEP = "step";
  private static final String ENTRY = "entry";

  @Inject Thumbnails thumbnails;
  @Inject OpenPlace openPlace;
  private final PlaceLine place = new PlaceLine(this);
  private HazardFormViewModel model;
  private PhotoPicker picker;

  public HazardFormFragment() {
    super(R.layout.hazards_form);
  }

  /**
   * The form of a step.
   *
   * @param step name of a {@link HazardStep}
   * @param entry the one that is corrected or voided; "" for the opening one
   */
  public static HazardFormFragment of(String subject, String step, String entry) {
    Bundle arguments = new Bundle();
    arguments.putString(SUBJECT, subject);
    arguments.putString(STEP, step);
    arguments.putString(ENTRY, entry);
    HazardFormFragment fragment = new HazardFormFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  private HazardStep step() {
    return HazardStep.valueOf(requireArguments().getString(STEP, ""));
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    Bundle arguments = requireArguments();
    model = new ViewModelProvider(this).get(HazardFormViewModel.class);
    model.begin(arguments.getString(SUBJECT, ""), step(), arguments.getString(ENTRY, ""));
    picker = new PhotoPicker(this, model::take);
    FormDialogs.listen(this, model::fill);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, StepWords.name(step()));
    StepFormView form =
        new StepFormView(
            view.findViewById(R.id.hazards_form_fields), new FormDialogs(this), model::fill);
    FormPhotos photos = new FormPhotos(view, thumbnails, this, model::removePhoto);
    boolean inTheField = step() == HazardStep.RECTIFY || step() == HazardStep.REVIEW;
    view.findViewById(R.id.place_line).setVisibility(inTheField ? View.VISIBLE : View.GONE);
    if (inTheField) {
      place.show(view, openPlace, "step/" + requireArguments().getString(SUBJECT, "") + step());
    }
    view.findViewById(R.id.hazards_form_save).setOnClickListener(tapped -> model.save());
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            shown -> {
              show(view, R.id.hazards_form_description, shown.description());
              show(
                  view,
                  R.id.hazards_form_note,
                  new StepWords(requireContext(), shown.form().names()).note(shown.choice()));
              form.show(shown);
              photos.show(shown.form());
            });
    model
        .event()
        .observe(
            getViewLifecycleOwner(),
            event -> {
              if (event != null) {
                model.told();
                tell(view, event);
              }
            });
  }

  @Override
  public void onStart() {
    super.onStart();
    model.collect();
  }

  @Override
  public void camera() {
    model.capture().ifPresent(Navigator.of(this)::open);
  }

  @Override
  public void pick() {
    picker.pick();
  }

  private void tell(View view, FormEvent event) {
    Context context = requireContext();
    if (event instanceof FormEvent.Saved saved) {
      HazardFormViewModel done = model;
      View screen = requireActivity().findViewById(R.id.screen);
      String step = getString(StepWords.name(saved.step()));
      String sentence = getString(R.string.hazards_form_saved, step);
      Navigator.of(this).back();
      UndoBar.show(screen, sentence, () -> done.undo(saved.recorded()));
    } else if (event instanceof FormEvent.Rewritten) {
      View screen = requireActivity().findViewById(R.id.screen);
      String sentence = getString(R.string.hazards_form_rewritten);
      Navigator.of(this).back();
      say(screen, sentence);
    } else if (event instanceof FormEvent.PhotoRejected photo) {
      say(view, PhotoWords.of(context, photo.why()));
    } else if (event instanceof FormEvent.NotSaved refused) {
      say(
          view,
          getString(R.string.hazards_form_not_saved, FailureWords.of(context, refused.why())));
    } else {
      say(
          view,
          getString(
              event instanceof FormEvent.TooLate
                  ? R.string.hazards_form_gone
                  : R.string.hazards_unknown));
    }
  }

  private static void say(View anchor, String sentence) {
    Snackbar.make(anchor, sentence, UndoBar.SHOWN_MILLIS).setTextMaxLines(5).show();
  }

  private static void show(View within, int id, String text) {
    TextView view = within.findViewById(id);
    view.setText(text);
    view.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
  }
}
