package cn.anxun.app.feature.inspection;

import android.Manifest;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.contract.ActivityResultContracts.RequestMultiplePermissions;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.ConcatAdapter;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.feature.inspection.SiteSearch.Order;
import cn.anxun.app.form.Typing;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** 检查: which site. Unfinished visits and the day's round stand above the sites. */
@AndroidEntryPoint(Fragment.class)
public final class SitesFragment extends Hilt_SitesFragment implements SitesHead.Actions {
  private final ActivityResultLauncher<String[]> location =
      registerForActivityResult(
          new RequestMultiplePermissions(), granted -> model().sort(Order.NEAREST));

  public SitesFragment() {
    super(R.layout.inspection_sites);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.inspection_title);
    SitesViewModel model = model();
    model.refresh();
    SitesHead head = new SitesHead(this);
    SiteRows rows = new SiteRows(this::choose);
    RecyclerView list = view.findViewById(R.id.inspection_sites);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    list.setAdapter(new ConcatAdapter(head, rows));
    Typing.bind(view.findViewById(R.id.inspection_search), model::search);
    TextView register = view.findViewById(R.id.inspection_new);
    register.setOnClickListener(
        button -> Navigator.of(this).open(new Destination.NewSite(query())));
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            now -> {
              Typing.show(view.findViewById(R.id.inspection_search), now.query());
              head.show(now);
              rows.show(requireContext(), now);
              register.setText(
                  now.query().trim().isEmpty()
                      ? getString(R.string.inspection_site_new)
                      : getString(R.string.inspection_site_new_named, now.query().trim()));
            });
  }

  private SitesViewModel model() {
    return new ViewModelProvider(this).get(SitesViewModel.class);
  }

  private String query() {
    SitesViewModel.SitesState now = model().state().getValue();
    return now == null ? "" : now.query().trim();
  }

  private void choose(VisitSite site) {
    model().begin(site);
    Navigator.of(this).open(new Destination.Visit());
  }

  @Override
  public void changeRound() {
    Navigator.of(this).open(new Destination.Round());
  }

  @Override
  public void resume(VisitDraft visit) {
    model().resume(visit.id());
    Navigator.of(this).open(new Destination.Visit());
  }

  @Override
  public void discard(VisitDraft visit) {
    model().discard(visit.id());
    UndoBar.showAbove(
        requireView().findViewById(R.id.inspection_new),
        getString(R.string.inspection_discarded, visit.site().name()),
        () -> model().restore(visit));
  }

  @Override
  public void sort(Order order) {
    model().sort(order);
    if (order == Order.NEAREST && !new Whereabouts(requireContext()).isAllowed()) {
      location.launch(
          new String[] {
            Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION
          });
    }
  }
}
