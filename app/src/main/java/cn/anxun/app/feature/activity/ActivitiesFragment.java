package cn.anxun.app.feature.activity;

import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.Labels;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.core.entry.AccidentOccurred;
import cn.anxun.core.entry.CustomRecorded;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PlanFiled;
import cn.anxun.core.entry.PublicityHeld;
import cn.anxun.core.entry.ResponseMade;
import cn.anxun.core.entry.ServiceRendered;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.recordkind.RecordKindDefinition;
import com.google.android.material.button.MaterialButton;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is recorded by a plain form, the office's own kinds last. */
@AndroidEntryPoint(Fragment.class)
public final class ActivitiesFragment extends Hilt_ActivitiesFragment {
  private static final List<Kind> KINDS =
      List.of(
          DrillHeld.KIND,
          TrainingHeld.KIND,
          PublicityHeld.KIND,
          EnforcementTaken.KIND,
          AccidentOccurred.KIND,
          ResponseMade.KIND,
          PlanFiled.KIND,
          ServiceRendered.KIND);

  public ActivitiesFragment() {
    super(R.layout.activity_kinds);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.activity_kinds_title);
    ActivitiesViewModel model = new ViewModelProvider(this).get(ActivitiesViewModel.class);
    model.read();
    model.kinds().observe(getViewLifecycleOwner(), own -> show(view, own));
  }

  private void show(View view, List<RecordKindDefinition> own) {
    ViewGroup list = view.findViewById(R.id.activity_kinds);
    list.removeAllViews();
    for (Kind kind : KINDS) {
      add(
          list,
          Labels.recordType(requireContext(), kind.recordType()),
          new Destination.Activity(kind.name(), ""));
    }
    add(list, Labels.recordType(requireContext(), "tally"), new Destination.Tally());
    add(list, getString(R.string.activity_papers), new Destination.Papers(""));
    for (RecordKindDefinition definition : own) {
      add(
          list,
          definition.label(),
          new Destination.Activity(CustomRecorded.KIND.name(), definition.name()));
    }
  }

  private void add(ViewGroup list, String name, Destination destination) {
    MaterialButton button =
        (MaterialButton) getLayoutInflater().inflate(R.layout.activity_card, list, false);
    button.setText(name);
    button.setOnClickListener(tap -> Navigator.of(this).open(destination));
    list.addView(button);
  }
}
