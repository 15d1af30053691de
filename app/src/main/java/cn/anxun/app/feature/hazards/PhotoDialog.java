package cn.anxun.app.feature.hazards;

import android.os.Bundle;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.ImageView;
import androidx.fragment.app.DialogFragment;
import androidx.fragment.app.Fragment;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import dagger.hilt.android.AndroidEntryPoint;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** One photo over the whole screen; a tap on it, or going back, closes it. */
@AndroidEntryPoint(DialogFragment.class)
public final class PhotoDialog extends Hilt_PhotoDialog {
  private static final String SHA256 = "sha256";

  @Inject Thumbnails thumbnails;

  static void show(Fragment screen, String sha256) {
    Bundle arguments = new Bundle();
    arguments.putString(SHA256, sha256);
    PhotoDialog dialog = new PhotoDialog();
    dialog.setArguments(arguments);
    dialog.show(screen.getChildFragmentManager(), SHA256);
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    setStyle(STYLE_NO_FRAME, R.style.Theme_Anxun);
  }

  @Override
  public View onCreateView(
      LayoutInflater inflater, @Nullable ViewGroup container, @Nullable Bundle state) {
    return inflater.inflate(R.layout.hazards_photo_full, container, false);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    ImageView photo = view.findViewById(R.id.hazards_photo_full);
    thumbnails.showLarge(photo, requireArguments().getString(SHA256, ""));
    view.setOnClickListener(tapped -> dismiss());
    view.findViewById(R.id.hazards_photo_close).setOnClickListener(tapped -> dismiss());
  }
}
