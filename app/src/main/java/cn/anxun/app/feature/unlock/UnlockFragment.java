package cn.anxun.app.feature.unlock;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.activity.OnBackPressedCallback;
import androidx.biometric.BiometricManager;
import androidx.biometric.BiometricPrompt;
import androidx.core.content.ContextCompat;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.DoorScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** The PIN or the finger, above whatever was open. Going back leaves the app. */
@AndroidEntryPoint(Fragment.class)
public final class UnlockFragment extends Hilt_UnlockFragment implements DoorScreen {
  public UnlockFragment() {
    super(R.layout.unlock);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.first(this, view, R.string.unlock_title);
    PinViewModel model = new ViewModelProvider(this).get(PinViewModel.class);
    TextView pin = view.findViewById(R.id.unlock_pin);
    view.<View>findViewById(R.id.unlock_open)
        .setOnClickListener(clicked -> model.unlock(pin.getText().toString()));
    View finger = view.findViewById(R.id.unlock_finger);
    finger.setVisibility(hasFinger() ? View.VISIBLE : View.GONE);
    finger.setOnClickListener(clicked -> askFinger(model));
    view.<View>findViewById(R.id.unlock_forgotten)
        .setOnClickListener(clicked -> Navigator.of(this).open(new Destination.Enrol()));
    OnBackPressedCallback leave =
        new OnBackPressedCallback(true) {
          @Override
          public void handleOnBackPressed() {
            requireActivity().moveTaskToBack(true);
          }
        };
    requireActivity().getOnBackPressedDispatcher().addCallback(getViewLifecycleOwner(), leave);
    model
        .state()
        .observe(
            getViewLifecycleOwner(),
            state -> {
              PinMessages.show(view.findViewById(R.id.unlock_message), state);
              view.<View>findViewById(R.id.unlock_open).setEnabled(state.at() != PinState.At.BUSY);
              if (state.at() == PinState.At.WRONG || state.at() == PinState.At.WAIT) {
                pin.setText("");
              } else if (state.at() == PinState.At.DONE) {
                getParentFragmentManager().popBackStack();
              }
            });
  }

  private boolean hasFinger() {
    return BiometricManager.from(requireContext())
            .canAuthenticate(BiometricManager.Authenticators.BIOMETRIC_STRONG)
        == BiometricManager.BIOMETRIC_SUCCESS;
  }

  private void askFinger(PinViewModel model) {
    BiometricPrompt prompt =
        new BiometricPrompt(
            this,
            ContextCompat.getMainExecutor(requireContext()),
            new BiometricPrompt.AuthenticationCallback() {
              @Override
              public void onAuthenticationSucceeded(BiometricPrompt.AuthenticationResult result) {
                model.unlockedByFinger();
              }
            });
    prompt.authenticate(
        new BiometricPrompt.PromptInfo.Builder()
            .setTitle(getString(R.string.unlock_title))
            .setNegativeButtonText(getString(R.string.unlock_use_pin))
            .setAllowedAuthenticators(BiometricManager.Authenticators.BIOMETRIC_STRONG)
            .build());
  }
}
