package cn.anxun.app.feature.unlock;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.DoorScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** A new owner chooses a PIN. */
@AndroidEntryPoint(Fragment.class)
public final class SetPinFragment extends Hilt_SetPinFragment implements DoorScreen {
  public SetPinFragment() {
    super(R.layout.unlock_set);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.first(this, view, R.string.unlock_set_title);
    PinViewModel model = new ViewModelProvider(this).get(PinViewModel.class);
    view.<View>findViewById(R.id.unlock_set_done)
        .setOnClickListener(
            clicked ->
                model.set(text(view, R.id.unlock_set_first), text(view, R.id.unlock_set_second)));
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            state -> {
              PinMessages.show(view.findViewById(R.id.unlock_set_message), state);
              view.<View>findViewById(R.id.unlock_set_done)
                  .setEnabled(state.at() != PinState.At.BUSY);
              if (state.at() == PinState.At.DONE) {
                Navigator.of(this).restart(new Destination.Home());
              }
            });
  }

  private static String text(View view, int id) {
    return view.<TextView>findViewById(id).getText().toString();
  }
}
