package cn.anxun.app.feature.paper;

import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.paper.Signer;
import cn.anxun.app.ui.ScreenBar;
import cn.anxun.app.ui.UndoBar;
import cn.anxun.app.ui.signature.SignaturePad;
import cn.anxun.core.paper.SignatureStrokes;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pad on which one of a paper's signers writes. */
@AndroidEntryPoint(Fragment.class)
public final class SignFragment extends Hilt_SignFragment implements FormScreen {
  private static final String DRAFT = "draft";
  private static final String PLACE = "place";

  public SignFragment() {
    super(R.layout.paper_sign);
  }

  public static SignFragment of(Destination.Sign destination) {
    Bundle arguments = new Bundle();
    arguments.putString(DRAFT, destination.draft());
    arguments.putInt(PLACE, destination.place());
    SignFragment fragment = new SignFragment();
    fragment.setArguments(arguments);
    return fragment;
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.paper_sign_title);
    SignViewModel model = model();
    model.open(requireArguments().getString(DRAFT, ""), requireArguments().getInt(PLACE));
    SignaturePad pad = view.findViewById(R.id.paper_pad);
    pad.onChanged(model::write);
    model.signer().observe(getViewLifecycleOwner(), signer -> show(view, signer));
    model
        .strokes()
        .observe(
            getViewLifecycleOwner(),
            strokes -> {
              if (strokes != null) {
                pad.setStrokes(strokes);
              }
              view.findViewById(R.id.paper_sign_hint)
                  .setVisibility(
                      strokes == null || strokes.isBlank() ? View.VISIBLE : View.INVISIBLE);
            });
    view.findViewById(R.id.paper_sign_clear).setOnClickListener(tap -> clear(view));
    view.findViewById(R.id.paper_sign_back).setOnClickListener(tap -> model.takeBack());
    view.findViewById(R.id.paper_sign_done).setOnClickListener(tap -> finish(view));
    view.findViewById(R.id.paper_sign_by_hand)
        .setOnClickListener(
            tap -> {
              model.signOnPaper();
              Navigator.of(this).back();
            });
  }

  private SignViewModel model() {
    return new ViewModelProvider(this).get(SignViewModel.class);
  }

  private void show(View view, Signer signer) {
    TextView name = view.findViewById(R.id.paper_sign_name);
    name.setText(PaperWords.name(requireContext(), signer, model().paper()));
  }

  private void clear(View view) {
    Optional<SignatureStrokes> before = model().clear();
    before.ifPresent(
        strokes ->
            UndoBar.showAbove(
                view.findViewById(R.id.paper_sign_done),
                getString(R.string.paper_sign_cleared),
                () -> model().write(strokes)));
  }

  private void finish(View view) {
    if (model().finish()) {
      Navigator.of(this).back();
    } else {
      Snackbar.make(view, R.string.paper_sign_nothing, Snackbar.LENGTH_LONG)
          .setAnchorView(view.findViewById(R.id.paper_sign_done))
          .show();
    }
  }
}
