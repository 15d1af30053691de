package cn.anxun.app.feature.shots;

import android.content.Context;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import android.widget.LinearLayout;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.device.Background;
import cn.anxun.app.form.Typing;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.ReceivedPhotos;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.record.FailureWords;
import cn.anxun.app.ui.ChoiceButton;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 哪一条隐患？ */
@AndroidEntryPoint(Fragment.class)
public final class ChooseHazardFragment extends Hilt_ChooseHazardFragment implements FormScreen {
  private static final String OWNER = "owner";
  private static final String ROLE = "role";

  @Inject Thumbnails thumbnails;
  @Inject @Background Executor background;
  private ChooseHazardViewModel model;
  private boolean left;

  public ChooseHazardFragment() {
    super(R.layout.shots_choose);
  }

  public static ChooseHazardFragment of(Destination.ChooseHazard request) {
    Bundle arguments = new Bundle();
    arguments.putString(OWNER, request.owner());
    arguments.putString(ROLE, request.role());
    ChooseHazardFragment fragment = new ChooseHazardFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.shots_choose_title);
    model = new ViewModelProvider(this).get(ChooseHazardViewModel.class);
    model.begin(requireArguments().getString(OWNER, ""), requireArguments().getString(ROLE, ""));
    RecyclerView list = view.findViewById(R.id.shots_hazards);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    HazardRows rows = new HazardRows(this::choose, background);
    list.setAdapter(rows);
    Typing.bind(view.findViewById(R.id.shots_search), model::search);
    view.findViewById(R.id.shots_later).setOnClickListener(tapped -> later());
    view.findViewById(R.id.shots_discard).setOnClickListener(tapped -> discard());
    role(view, R.id.shots_role_report, Purpose.REPORT);
    role(view, R.id.shots_role_before, Purpose.BEFORE);
    role(view, R.id.shots_role_after, Purpose.AFTER);
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            now -> {
              rows.show(now);
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

  private void role(View view, int id, String role) {
    view.findViewById(id).setOnClickListener(tapped -> model.choose(role));
  }

  private void show(View view, ChooseHazardState now) {
    Context context = requireContext();
    TextView heading = view.findViewById(R.id.shots_choose_heading);
    int count = now.shots().size();
    heading.setText(
        now.receipt().busy()
            ? context.getString(R.string.shots_receiving, now.receipt().kept())
            : count == 0
                ? context.getString(R.string.shots_choose_none_left)
                : context.getResources().getQuantityString(R.plurals.shots_choose, count, count));
    TextView problem = view.findViewById(R.id.shots_refused);
    String refused = refusals(context, now.receipt().refused());
    problem.setText(refused);
    problem.setVisibility(refused.isEmpty() ? View.GONE : View.VISIBLE);
    showPhotos(view.findViewById(R.id.shots_strip), now.shots());
    mark(view, R.id.shots_role_report, R.string.shots_role_report, now, Purpose.REPORT);
    mark(view, R.id.shots_role_before, R.string.capture_before, now, Purpose.BEFORE);
    mark(view, R.id.shots_role_after, R.string.capture_after, now, Purpose.AFTER);
    int there = count > 0 ? View.VISIBLE : View.GONE;
    view.findViewById(R.id.shots_for).setVisibility(there);
    view.findViewById(R.id.shots_other).setVisibility(there);
    view.findViewById(R.id.shots_no_hazard)
        .setVisibility(now.read() && now.hazards().isEmpty() ? View.VISIBLE : View.GONE);
  }

  private void mark(View view, int id, int words, ChooseHazardState now, String role) {
    ChoiceButton.show(view.findViewById(id), words, now.role().equals(role));
  }

  /** Says of each reason how many were not kept, and what to do. */
  static String refusals(Context context, Map<ReceivedPhotos.Refusal, Integer> refused) {
    StringBuilder words = new StringBuilder();
    refused.forEach(
        (why, count) -> {
          if (words.length() > 0) {
            words.append('\n');
          }
          words.append(
              switch (why) {
                case NOTHING -> context.getString(R.string.shots_refused_nothing);
                case FOREIGN -> context.getString(R.string.shots_refused_foreign, count);
                case TOO_MANY ->
                    context.getString(R.string.shots_refused_many, count, ReceivedPhotos.MOST);
                case FULL ->
                    context.getString(
                        R.string.shots_refused_full, count, ReceivedPhotos.MOST_WAITING);
                case NOT_A_PHOTO -> context.getString(R.string.shots_refused_kind, count);
                case TRUNCATED -> context.getString(R.string.shots_refused_truncated, count);
                case TOO_LARGE -> context.getString(R.string.shots_refused_large, count);
                case UNREADABLE -> context.getString(R.string.shots_refused_unreadable, count);
                case NO_SPACE -> context.getString(R.string.shots_refused_space, count);
                case KEY_LOST -> context.getString(R.string.photo_key_lost);
              });
        });
    return words.toString();
  }

  private void showPhotos(ViewGroup strip, List<Shot> shots) {
    if (shots.equals(strip.getTag())) {
      return;
    }
    strip.setTag(shots);
    strip.removeAllViews();
    int side = getResources().getDimensionPixelSize(R.dimen.capture_thumbnail);
    int gap = getResources().getDimensionPixelSize(R.dimen.gap_small);
    int number = 0;
    for (Shot shot : shots) {
      ImageView picture = new ImageView(requireContext());
      picture.setScaleType(ImageView.ScaleType.CENTER_CROP);
      picture.setContentDescription(
          getString(R.string.shots_cell_plain, ++number, ShotCells.words(requireContext(), shot)));
      LinearLayout.LayoutParams size = new LinearLayout.LayoutParams(side, side);
      size.setMarginEnd(gap);
      strip.addView(picture, size);
      thumbnails.show(picture, shot.photo().sha256());
    }
  }

  private void choose(RecordItem hazard) {
    ChooseHazardState now = model.state().getValue();
    if (now != null && now.mayChoose()) {
      model.attach(hazard);
    }
  }

  private void tell(View view, ChooseHazardViewModel.Event event) {
    if (event instanceof ChooseHazardViewModel.Event.Done done) {
      ChooseHazardViewModel of = model;
      View screen = requireActivity().findViewById(R.id.screen);
      String sentence =
          getResources()
              .getQuantityString(
                  R.plurals.shots_attached, done.shots().size(), done.shots().size());
      Navigator.of(this).replace(new Destination.Hazard(done.subject()));
      UndoBar.show(screen, sentence, () -> of.undo(done));
    } else if (event instanceof ChooseHazardViewModel.Event.Failed failed) {
      Snackbar.make(
              view,
              getString(
                  R.string.shots_not_attached, FailureWords.of(requireContext(), failed.why())),
              UndoBar.SHOWN_MILLIS)
          .setTextMaxLines(5)
          .show();
    }
  }

  private void later() {
    model.later();
    leave();
  }

  private void discard() {
    ChooseHazardViewModel of = model;
    View screen = requireActivity().findViewById(R.id.screen);
    List<Shot> gone = of.remove();
    String sentence = getString(R.string.shots_removed, gone.size());
    leave();
    UndoBar.show(screen, sentence, () -> of.putBack(gone));
  }

  private void leave() {
    if (!left) {
      left = true;
      Navigator.of(this).back();
    }
  }
}
