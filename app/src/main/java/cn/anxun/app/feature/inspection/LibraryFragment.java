package cn.anxun.app.feature.inspection;

import android.os.Bundle;
import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import androidx.recyclerview.widget.LinearLayoutManager;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.R;
import cn.anxun.app.form.Typing;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import cn.anxun.core.hazardlibrary.LibraryHazard;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 隐患库: a ready text for a hazard, or one's own. */
@AndroidEntryPoint(Fragment.class)
public final class LibraryFragment extends Hilt_LibraryFragment implements FormScreen {
  private static final String HAZARD = "hazard";

  public LibraryFragment() {
    super(R.layout.inspection_library);
  }

  /** For this hazard of the visit; "" to add one. */
  public static LibraryFragment of(String hazard) {
    Bundle arguments = new Bundle();
    arguments.putString(HAZARD, hazard);
    LibraryFragment fragment = new LibraryFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.inspection_library);
    LibraryRows rows = new LibraryRows(this::choose);
    RecyclerView list = view.findViewById(R.id.inspection_library);
    list.setLayoutManager(new LinearLayoutManager(requireContext()));
    list.setAdapter(rows);
    EditText search = view.findViewById(R.id.inspection_library_search);
    Typing.bind(search, text -> show(view, rows, text));
    view.findViewById(R.id.inspection_own)
        .setOnClickListener(button -> write(search.getText().toString().trim()));
    model()
        .state()
        .observe(getViewLifecycleOwner(), now -> show(view, rows, search.getText().toString()));
  }

  private VisitViewModel model() {
    return new ViewModelProvider(this).get(VisitViewModel.class);
  }

  private String hazard() {
    return requireArguments().getString(HAZARD, "");
  }

  private void show(View view, LibraryRows rows, String query) {
    VisitState now = model().state().getValue();
    if (now == null) {
      return;
    }
    VisitSite site = now.visit().site();
    rows.show(
        view.getContext(),
        now.reference(),
        HazardLibrary.search(
            now.reference().hazards().listOffered(site.kind(), site.industry()), query));
    TextView own = view.findViewById(R.id.inspection_own);
    String typed = query.trim();
    own.setText(
        typed.isEmpty()
            ? getString(R.string.inspection_library_own)
            : getString(R.string.inspection_library_own_named, typed));
  }

  private void choose(LibraryHazard library) {
    if (hazard().isEmpty()) {
      model().add(Optional.of(library), "");
    } else {
      model().replace(hazard(), library);
    }
    Navigator.of(this).back();
  }

  private void write(String text) {
    if (hazard().isEmpty()) {
      String added = model().add(Optional.empty(), text);
      Navigator.of(this).replace(new Destination.VisitHazard(added));
    } else {
      if (!text.isEmpty()) {
        model().change(hazard(), before -> before.with(HazardFound.DESCRIPTION, text));
      }
      Navigator.of(this).back();
    }
  }
}
