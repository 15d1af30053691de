package cn.anxun.app.feature.inspection;

import android.content.ClipData;
import android.content.ClipboardManager;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.feature.inspection.FinishViewModel.Done;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The visit is saved: its result to be sent, and the way on. */
@AndroidEntryPoint(Fragment.class)
public final class DoneFragment extends Hilt_DoneFragment {
  public DoneFragment() {
    super(R.layout.inspection_done);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ScreenBar.show(this, view, R.string.inspection_title);
    FinishViewModel model = model();
    model
        .done()
        .observe(
            getViewLifecycleOwner(),
            now -> {
              TextView text = view.findViewById(R.id.inspection_done_text);
              text.setText(text(now).whole());
              TextView detail = view.findViewById(R.id.inspection_done_detail);
              detail.setText(
                  getString(R.string.inspection_done_number, now.finished().number())
                      + " · "
                      + getString(R.string.inspection_done_waiting));
            });
    model.picture().observe(getViewLifecycleOwner(), this::share);
    view.findViewById(R.id.inspection_send)
        .setOnClickListener(button -> done().ifPresent(now -> model.drawPicture(text(now))));
    view.findViewById(R.id.inspection_send_text)
        .setOnClickListener(button -> send(Optional.empty()));
    view.findViewById(R.id.inspection_papers)
        .setOnClickListener(
            button ->
                done()
                    .ifPresent(
                        now ->
                            Navigator.of(this)
                                .open(new Destination.Papers(now.finished().visit().id()))));
    view.findViewById(R.id.inspection_next)
        .setOnClickListener(button -> Navigator.of(this).replace(new Destination.Inspection()));
    view.findViewById(R.id.inspection_home)
        .setOnClickListener(button -> Navigator.of(this).restart(new Destination.Home()));
  }

  private FinishViewModel model() {
    return new ViewModelProvider(this).get(FinishViewModel.class);
  }

  private Optional<Done> done() {
    return Optional.ofNullable(model().done().getValue());
  }

  private VisitText text(Done now) {
    return new VisitText(requireContext(), now.finished(), now.reference());
  }

  private void share(FinishViewModel.@Nullable Picture picture) {
    if (picture == null) {
      return;
    }
    model().pictureTaken();
    if (picture.uri().isPresent()) {
      send(picture.uri());
    } else {
      Snackbar.make(requireView(), R.string.inspection_picture_disk, Snackbar.LENGTH_LONG).show();
    }
  }

  private void send(Optional<Uri> picture) {
    done()
        .ifPresent(
            now -> {
              String text = text(now).whole();
              copy(text);
              Intent send = new Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_TEXT, text);
              if (picture.isPresent()) {
                send.setType("image/jpeg")
                    .putExtra(Intent.EXTRA_STREAM, picture.get())
                    .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
                    .setClipData(ClipData.newRawUri("", picture.get()));
              } else {
                send.setType("text/plain");
              }
              startActivity(
                  Intent.createChooser(send, getString(R.string.inspection_done_send_title)));
            });
  }

  /** Messengers that take a picture leave its text out, so it can be pasted. */
  private void copy(String text) {
    ClipboardManager clipboard = requireContext().getSystemService(ClipboardManager.class);
    if (clipboard != null) {
      clipboard.setPrimaryClip(ClipData.newPlainText(getString(R.string.inspection_title), text));
      Snackbar.make(requireView(), R.string.inspection_copied, Snackbar.LENGTH_SHORT).show();
    }
  }
}
