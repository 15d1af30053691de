package cn.anxun.app.feature.hazards;

import android.os.Bundle;
import android.view.View;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.Mark;
import cn.anxun.app.photo.PhotoWords;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.record.FailureWords;
import cn.anxun.app.ui.ChoiceButton;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 标注: circles and arrows on a photo. */
@AndroidEntryPoint(Fragment.class)
public final class MarkFragment extends Hilt_MarkFragment implements FormScreen {
  private static final String SUBJECT = "subject";
  private static final String SHA256 = "sha256";

  @Inject Thumbnails thumbnails;
  private MarkViewModel model;

  public MarkFragment() {
    super(R.layout.hazards_mark);
  }

  public static MarkFragment of(Destination.Mark request) {
    Bundle arguments = new Bundle();
    arguments.putString(SUBJECT, request.subject());
    arguments.putString(SHA256, request.sha256());
    MarkFragment fragment = new MarkFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.hazards_mark_title);
    model = new ViewModelProvider(this).get(MarkViewModel.class);
    String sha256 = requireArguments().getString(SHA256, "");
    model.begin(requireArguments().getString(SUBJECT, ""), sha256);
    MarkView photo = view.findViewById(R.id.hazards_mark_photo);
    photo.listen(model::add);
    thumbnails.showLarge(photo, sha256);
    on(view, R.id.hazards_mark_circle, () -> model.choose(Mark.Kind.CIRCLE));
    on(view, R.id.hazards_mark_arrow, () -> model.choose(Mark.Kind.ARROW));
    on(view, R.id.hazards_mark_undo, model::undo);
    on(view, R.id.hazards_mark_save, model::save);
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            now -> {
              photo.show(now.marks(), now.next());
              show(view, now);
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

  private static void on(View view, int id, Runnable action) {
    view.findViewById(id).setOnClickListener(tapped -> action.run());
  }

  private void show(View view, MarkViewModel.State now) {
    ChoiceButton.show(
        view.findViewById(R.id.hazards_mark_circle),
        R.string.hazards_mark_circle,
        now.next() == Mark.Kind.CIRCLE);
    ChoiceButton.show(
        view.findViewById(R.id.hazards_mark_arrow),
        R.string.hazards_mark_arrow,
        now.next() == Mark.Kind.ARROW);
    boolean some = !now.marks().isEmpty();
    view.findViewById(R.id.hazards_mark_undo).setEnabled(some);
    view.findViewById(R.id.hazards_mark_save).setEnabled(some && !now.saving());
  }

  private void tell(View view, MarkViewModel.Event event) {
    if (event instanceof MarkViewModel.Event.Saved saved) {
      MarkViewModel of = model;
      View screen = requireActivity().findViewById(R.id.screen);
      String sentence = getString(R.string.hazards_mark_saved);
      Navigator.of(this).back();
      UndoBar.show(screen, sentence, () -> of.undo(saved));
    } else if (event instanceof MarkViewModel.Event.NotWhole) {
      say(view, getString(R.string.hazards_mark_not_whole));
    } else if (event instanceof MarkViewModel.Event.PhotoFailed failed) {
      say(view, PhotoWords.of(requireContext(), failed.why()));
    } else if (event instanceof MarkViewModel.Event.Failed failed) {
      say(
          view,
          getString(
              R.string.hazards_form_not_saved, FailureWords.of(requireContext(), failed.why())));
    }
  }

  private static void say(View view, String sentence) {
    Snackbar.make(view, sentence, UndoBar.SHOWN_MILLIS).setTextMaxLines(5).show();
  }
}
