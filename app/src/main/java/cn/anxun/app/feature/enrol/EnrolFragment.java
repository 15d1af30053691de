package cn.anxun.app.feature.enrol;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.activity.result.ActivityResultLauncher;
import androidx.annotation.StringRes;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.DoorScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import com.journeyapps.barcodescanner.ScanContract;
import com.journeyapps.barcodescanner.ScanIntentResult;
import com.journeyapps.barcodescanner.ScanOptions;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** 入网. */
@AndroidEntryPoint(Fragment.class)
public final class EnrolFragment extends Hilt_EnrolFragment implements DoorScreen {
  private final ActivityResultLauncher<ScanOptions> scanner =
      registerForActivityResult(new ScanContract(), this::scanned);

  public EnrolFragment() {
    super(R.layout.enrol);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    if (getParentFragmentManager().getBackStackEntryCount() > 0) {
      ScreenBar.show(this, view, R.string.enrol_title);
    } else {
      ScreenBar.first(this, view, R.string.enrol_title);
    }
    view.<View>findViewById(R.id.enrol_scan).setOnClickListener(clicked -> scan());
    view.<View>findViewById(R.id.enrol_submit)
        .setOnClickListener(
            clicked ->
                model()
                    .typed(
                        text(view, R.id.enrol_server),
                        text(view, R.id.enrol_code),
                        text(view, R.id.enrol_fingerprint)));
    model().state().observe(getViewLifecycleOwner(), state -> show(view, state));
  }

  private EnrolViewModel model() {
    return new ViewModelProvider(this).get(EnrolViewModel.class);
  }

  private void scan() {
    scanner.launch(
        new ScanOptions()
            .setDesiredBarcodeFormats(ScanOptions.QR_CODE)
            .setPrompt(getString(R.string.enrol_scan_prompt))
            .setBeepEnabled(false)
            .setOrientationLocked(false));
  }

  private void scanned(ScanIntentResult result) {
    String text = result.getContents();
    if (text != null) {
      model().scanned(text);
    }
  }

  private void show(View view, EnrolState state) {
    boolean busy = state.at() == EnrolState.At.BUSY;
    view.<View>findViewById(R.id.enrol_progress).setVisibility(busy ? View.VISIBLE : View.GONE);
    view.<View>findViewById(R.id.enrol_scan).setEnabled(!busy);
    view.<View>findViewById(R.id.enrol_submit).setEnabled(!busy);
    TextView message = view.findViewById(R.id.enrol_message);
    String text =
        switch (state.at()) {
          case ASKING, DONE -> "";
          case BUSY -> getString(R.string.enrol_busy);
          case NO_LINK -> getString(R.string.enrol_no_link);
          case OFFLINE -> getString(R.string.enrol_offline);
          case NOT_OURS -> getString(R.string.enrol_not_ours);
          case REFUSED -> refusal(state.detail(), R.string.enrol_refused);
          case OTHER_BUREAU -> getString(R.string.enrol_other_bureau);
          case OTHER_ACCOUNT -> getString(R.string.enrol_other_account, state.detail());
          case OTHER_SERVER -> getString(R.string.enrol_other_server, state.detail());
        };
    message.setText(text);
    message.setVisibility(text.isEmpty() ? View.GONE : View.VISIBLE);
    if (state.at() == EnrolState.At.DONE) {
      Navigator.of(this).restart(new Destination.SetPin());
    }
  }

  private String refusal(String detail, @StringRes int otherwise) {
    return detail.isEmpty() ? getString(otherwise) : detail;
  }

  private static String text(View view, int id) {
    return view.<TextView>findViewById(id).getText().toString();
  }
}
