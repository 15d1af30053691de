package cn.anxun.app.feature.wiped;

import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.account.WipeProgress;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.DoorScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.Dates;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.wipe.SealedFiles;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 本机已注销: all that is left of the account is what is sealed. */
@AndroidEntryPoint(Fragment.class)
public final class WipedFragment extends Hilt_WipedFragment implements DoorScreen {
  public WipedFragment() {
    super(R.layout.wiped);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.first(this, view, R.string.wiped_title);
    WipedViewModel model = new ViewModelProvider(this).get(WipedViewModel.class);
    view.<View>findViewById(R.id.wiped_enrol)
        .setOnClickListener(clicked -> Navigator.of(this).open(new Destination.Notice()));
    view.<View>findViewById(R.id.wiped_again).setOnClickListener(clicked -> model.goOn());
    model.state().observe(getViewLifecycleOwner(), state -> show(view, state));
  }

  private void show(View view, WipedState state) {
    boolean done = state.at() == WipedState.At.DONE;
    view.<TextView>findViewById(R.id.wiped_what).setText(what(state));
    TextView left = view.findViewById(R.id.wiped_left);
    left.setText(left(state.report()));
    left.setVisibility(done ? View.VISIBLE : View.GONE);
    show(view.findViewById(R.id.wiped_again), state.at() == WipedState.At.FAILED);
    show(view.findViewById(R.id.wiped_enrol), done);
    View share = view.findViewById(R.id.wiped_share);
    show(share, done && !state.files().isEmpty());
    share.setOnClickListener(
        clicked ->
            startActivity(
                Intent.createChooser(
                    SealedFiles.share(state.files()), getString(R.string.wiped_share))));
  }

  private static void show(View view, boolean shown) {
    view.setVisibility(shown ? View.VISIBLE : View.GONE);
  }

  private String what(WipedState state) {
    return switch (state.at()) {
      case BUSY -> getString(R.string.wiped_busy);
      case FAILED -> getString(R.string.wiped_failed);
      case DONE ->
          getString(
              R.string.wiped_done,
              Dates.full(requireContext(), state.report().at().atZone(Dates.ZONE).toLocalDate()));
    };
  }

  private String left(WipeProgress.Report report) {
    List<String> lines = new ArrayList<>();
    if (report.unsealed() > 0) {
      lines.add(getString(R.string.wiped_unsealed, report.unsealed()));
    }
    if (report.entries() + report.parts() > 0) {
      lines.add(getString(R.string.wiped_sealed, report.entries(), report.parts()));
    } else if (report.unsealed() == 0) {
      lines.add(getString(R.string.wiped_nothing));
    }
    if (report.unreadable() > 0) {
      lines.add(getString(R.string.wiped_unreadable, report.unreadable()));
    }
    return String.join("\n\n", lines);
  }
}
