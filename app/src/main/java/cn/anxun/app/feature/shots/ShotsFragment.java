package cn.anxun.app.feature.shots;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.GridLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.device.Background;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.photo.capture.Shot;
import cn.anxun.app.ui.Numbers;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 随手拍: photos that belong to no record yet. */
@AndroidEntryPoint(Fragment.class)
public final class ShotsFragment extends Hilt_ShotsFragment {
  @Inject Thumbnails thumbnails;
  @Inject @Background Executor background;
  private ShotsViewModel model;

  public ShotsFragment() {
    super(R.layout.shots);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.shots_title);
    model = new ViewModelProvider(this).get(ShotsViewModel.class);
    RecyclerView list = view.findViewById(R.id.shots_list);
    list.setLayoutManager(
        new GridLayoutManager(requireContext(), getResources().getInteger(R.integer.shots_across)));
    ShotCells cells = new ShotCells(thumbnails, model::toggle, background);
    list.setAdapter(cells);
    on(view, R.id.shots_camera, () -> Navigator.of(this).open(Destination.Capture.CASUAL));
    on(view, R.id.shots_all, model::toggleAll);
    on(view, R.id.shots_new, this::makeNew);
    on(view, R.id.shots_existing, this::addToExisting);
    on(view, R.id.shots_remove, this::remove);
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            now -> {
              cells.submitList(now.cells());
              show(view, now);
            });
  }

  private static void on(View view, int id, Runnable action) {
    view.findViewById(id).setOnClickListener(tapped -> action.run());
  }

  private void show(View view, ShotsState now) {
    int chosen = now.chosen().size();
    boolean none = now.shots().isEmpty();
    showIf(view, R.id.shots_none, none);
    showIf(view, R.id.shots_all, !none);
    showIf(view, R.id.shots_actions, chosen > 0);
    showIf(view, R.id.shots_remove, chosen > 0);
    TextView all = view.findViewById(R.id.shots_all);
    all.setText(
        chosen == now.shots().size() ? R.string.shots_choose_none : R.string.shots_choose_all);
    TextView heading = view.findViewById(R.id.shots_heading);
    heading.setText(
        none
            ? ""
            : chosen == 0
                ? getString(R.string.shots_heading, Numbers.grouped(now.shots().size()))
                : getString(R.string.shots_heading_chosen, Numbers.grouped(chosen)));
  }

  /** The hazard belongs to a visit: its site comes next. */
  private void makeNew() {
    ShotsViewModel of = model;
    View screen = requireActivity().findViewById(R.id.screen);
    List<Shot> given = of.give(Purpose.NEW_HAZARD);
    String sentence = getString(R.string.shots_choose_site, given.size());
    Navigator.of(this).open(new Destination.Inspection());
    UndoBar.show(screen, sentence, () -> of.putBack(given));
  }

  private void addToExisting() {
    model.give(Purpose.CHOSEN);
    Navigator.of(this).open(new Destination.ChooseHazard(Purpose.CHOSEN, Purpose.BEFORE));
  }

  private void remove() {
    ShotsViewModel of = model;
    List<Shot> gone = of.remove();
    UndoBar.showAbove(
        requireView().findViewById(R.id.shots_camera),
        getString(R.string.shots_removed, gone.size()),
        () -> of.putBack(gone));
  }

  private static void showIf(View view, int id, boolean shown) {
    view.findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }
}
