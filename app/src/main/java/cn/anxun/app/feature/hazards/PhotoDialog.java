package cn.anxun.app.feature.hazards;

import android.content.ClipData;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import androidx.fragment.app.DialogFragment;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.photo.Caption;
import cn.anxun.app.photo.ElsewherePhotos;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.photo.ZoomImageView;
import cn.anxun.app.ui.UndoBar;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** One photo over the whole screen, with its caption: enlarged, marked, sent on. */
@AndroidEntryPoint(DialogFragment.class)
public final class PhotoDialog extends Hilt_PhotoDialog {
  private static final String SHA256 = "sha256";
  private static final String SUBJECT = "subject";
  private static final String AT = "at";
  private static final String SITE = "site";
  private static final String INSPECTOR = "inspector";
  private static final String NUMBER = "number";
  private static final float STEP = 1.6f;

  @Inject Thumbnails thumbnails;

  /**
   * Shows it.
   *
   * @param subject of the hazard that it belongs to
   * @param caption what is written below it
   */
  static void show(Fragment screen, String subject, String sha256, Caption caption) {
    Bundle arguments = new Bundle();
    arguments.putString(SHA256, sha256);
    arguments.putString(SUBJECT, subject);
    arguments.putString(AT, caption.at().map(Instant::toString).orElse(""));
    arguments.putString(SITE, caption.site());
    arguments.putString(INSPECTOR, caption.inspector());
    arguments.putString(NUMBER, caption.number());
    PhotoDialog dialog = new PhotoDialog();
    dialog.setArguments(arguments);
    dialog.show(screen.getChildFragmentManager(), SHA256);
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    setStyle(STYLE_NO_FRAME, R.style.Theme_Anxun);
  }

  private String argument(String name) {
    return requireArguments().getString(name, "");
  }

  @Override
  public View onCreateView(
      LayoutInflater inflater, @Nullable ViewGroup container, @Nullable Bundle state) {
    return inflater.inflate(R.layout.hazards_photo_full, container, false);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    PhotoViewModel model = new ViewModelProvider(this).get(PhotoViewModel.class);
    Caption caption =
        new Caption(
            Optional.of(argument(AT)).filter(at -> !at.isEmpty()).map(Instant::parse),
            argument(SITE),
            argument(INSPECTOR),
            argument(NUMBER));
    model.begin(argument(SHA256), caption);
    ZoomImageView photo = view.findViewById(R.id.hazards_photo_full);
    thumbnails.showLarge(photo, argument(SHA256), found -> missing(view, found));
    on(view, R.id.hazards_photo_close, this::dismiss);
    on(view, R.id.hazards_photo_larger, () -> photo.zoom(STEP));
    on(view, R.id.hazards_photo_smaller, () -> photo.zoom(1 / STEP));
    on(view, R.id.hazards_photo_mark, this::mark);
    on(view, R.id.hazards_photo_send, () -> model.draw(requireContext()));
    model
        .caption()
        .observe(
            getViewLifecycleOwner(),
            read -> {
              photo.setCaption(read.lines(requireContext()));
              photo.setContentDescription(
                  getString(
                      R.string.hazards_photo_of, String.join("，", read.lines(requireContext()))));
            });
    model
        .drawn()
        .observe(
            getViewLifecycleOwner(),
            file -> {
              if (file != null) {
                model.taken();
                send(view, file);
              }
            });
  }

  private static void missing(View view, ElsewherePhotos.Found found) {
    TextView why = view.findViewById(R.id.hazards_photo_missing);
    why.setText(
        found == ElsewherePhotos.Found.NOT_YET ? R.string.photo_not_yet : R.string.photo_offline);
    why.setVisibility(View.VISIBLE);
  }

  private static void on(View view, int id, Runnable action) {
    view.findViewById(id).setOnClickListener(tapped -> action.run());
  }

  private void mark() {
    Navigator navigator = Navigator.of(this);
    dismiss();
    navigator.open(new Destination.Mark(argument(SUBJECT), argument(SHA256)));
  }

  private void send(View view, Optional<Uri> file) {
    if (!file.isPresent()) {
      Snackbar.make(view, R.string.hazards_photo_not_sent, UndoBar.SHOWN_MILLIS).show();
      return;
    }
    Intent send =
        new Intent(Intent.ACTION_SEND)
            .setType("image/jpeg")
            .putExtra(Intent.EXTRA_STREAM, file.get())
            .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
    send.setClipData(ClipData.newRawUri("", file.get()));
    startActivity(Intent.createChooser(send, getString(R.string.hazards_photo_send)));
  }
}
