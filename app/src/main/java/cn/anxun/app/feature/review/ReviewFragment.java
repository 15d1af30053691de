package cn.anxun.app.feature.review;

import android.os.Bundle;
import android.view.View;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import androidx.recyclerview.widget.SimpleItemAnimator;
import cn.anxun.app.R;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.paper.OpenOrders.OpenOrder;
import cn.anxun.app.photo.PhotoPicker;
import cn.anxun.app.photo.PhotoWords;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.place.OpenPlace;
import cn.anxun.app.place.PlaceLine;
import cn.anxun.app.record.FailureWords;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.core.paper.Paper;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 复查. */
@AndroidEntryPoint(Fragment.class)
public final class ReviewFragment extends Hilt_ReviewFragment implements FormScreen, ReviewActions {
  /** A round goes from site to site, so its point is soon old. */
  private static final Duration WALKED = Duration.ofMinutes(2);

  @Inject Thumbnails thumbnails;
  @Inject OpenPlace openPlace;
  private final PlaceLine place = new PlaceLine(this);
  @Inject @Background Executor background;
  private ReviewViewModel model;
  private PhotoPicker picker;

  public ReviewFragment() {
    super(R.layout.review);
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    model = new ViewModelProvider(this).get(ReviewViewModel.class);
    picker = new PhotoPicker(this, model::take);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.review_title);
    place.show(view, openPlace, "review", WALKED);
    RecyclerView list = view.findViewById(R.id.review_list);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    SimpleItemAnimator animator = (SimpleItemAnimator) list.getItemAnimator();
    if (animator != null) {
      // A row that is typed into stays the same view, and keeps its cursor.
      animator.setSupportsChangeAnimations(false);
    }
    ReviewAdapter adapter = new ReviewAdapter(this, thumbnails, background);
    list.setAdapter(adapter);
    model
        .state()
        .observe(getViewLifecycleOwner(), shown -> adapter.submitList(ReviewItem.list(shown)));
    model.events().observe(getViewLifecycleOwner(), any -> tellAll());
  }

  @Override
  public void onStart() {
    super.onStart();
    model.collect();
  }

  private void tellAll() {
    for (Optional<ReviewEvent> event = model.nextEvent();
        event.isPresent();
        event = model.nextEvent()) {
      tell(event.get());
    }
  }

  private void tell(ReviewEvent event) {
    if (event instanceof ReviewEvent.WantsPhoto) {
      camera();
    } else if (event instanceof ReviewEvent.Done done) {
      UndoBar.show(requireView(), sentence(done.outcome()), () -> model.undo(done));
    } else if (event instanceof ReviewEvent.NotRecorded refused) {
      say(
          getString(
              R.string.review_not_recorded, FailureWords.of(requireContext(), refused.why())));
    } else if (event instanceof ReviewEvent.PhotoRejected rejected) {
      say(PhotoWords.of(requireContext(), rejected.why()));
    } else if (event instanceof ReviewEvent.NotUndone refused) {
      say(getString(R.string.review_not_undone, FailureWords.of(requireContext(), refused.why())));
    } else {
      say(getString(R.string.review_undone));
    }
  }

  private String sentence(ReviewEvent.Outcome outcome) {
    if (outcome instanceof ReviewEvent.Passed passed) {
      return getString(R.string.review_done_passed, passed.hazards());
    } else if (outcome instanceof ReviewEvent.Postponed postponed) {
      return getString(
          R.string.review_done_failed, Dates.full(requireContext(), postponed.deadline()));
    } else if (outcome instanceof ReviewEvent.HandedOver handed) {
      return getString(R.string.review_done_transferred, handed.body());
    }
    return getString(
        outcome instanceof ReviewEvent.CaseFiled
            ? R.string.review_done_case
            : R.string.review_done_reported);
  }

  private void say(String sentence) {
    Snackbar.make(requireView(), sentence, UndoBar.SHOWN_MILLIS).setTextMaxLines(5).show();
  }

  @Override
  public void horizon(Horizon horizon) {
    model.choose(horizon);
  }

  @Override
  public void retry() {
    model.load();
  }

  @Override
  public void open(DueHazard hazard) {
    Navigator.of(this).open(new Destination.Hazard(hazard.subject()));
  }

  @Override
  public void answer(OpenOrder order) {
    Navigator.of(this).open(new Destination.PaperForm(Paper.REVIEW.key(), order.subject()));
  }

  @Override
  public void passed(DueHazard hazard) {
    model.begin(Shoot.shared(Shoot.Finding.PASSED, List.of(hazard.subject())));
  }

  @Override
  public void failed(DueHazard hazard) {
    model.toggle(hazard.subject());
  }

  @Override
  public void reported(DueHazard hazard) {
    model.begin(Shoot.shared(Shoot.Finding.REPORTED, List.of(hazard.subject())));
  }

  @Override
  public void allPassed(SiteRound round) {
    model.toggle(ReviewDraft.panelOf(round.site()));
  }

  @Override
  public void allPassed(SiteRound round, boolean each) {
    List<String> subjects = new ArrayList<>();
    round.hazards().forEach(hazard -> subjects.add(hazard.subject()));
    model.begin(
        each
            ? Shoot.each(Shoot.Finding.PASSED, subjects)
            : Shoot.shared(Shoot.Finding.PASSED, subjects));
  }

  @Override
  public void camera() {
    model.capture().ifPresent(Navigator.of(this)::open);
  }

  @Override
  public void pick() {
    picker.pick();
  }

  @Override
  public void withoutPhoto() {
    model.finishShoot();
  }

  @Override
  public void cancelShoot() {
    model.cancelShoot();
  }

  @Override
  public void postpone(DueHazard hazard, int days) {
    model.postpone(hazard, days);
  }

  @Override
  public void fileCase(DueHazard hazard) {
    model.fileCase(hazard);
  }

  @Override
  public void transfer(DueHazard hazard, String body) {
    model.transfer(hazard, body);
  }

  @Override
  public void opinion(DueHazard hazard, String typed) {
    model.type(hazard, typed);
  }

  @Override
  public void body(DueHazard hazard, String typed) {
    model.typeBody(hazard, typed);
  }
}
