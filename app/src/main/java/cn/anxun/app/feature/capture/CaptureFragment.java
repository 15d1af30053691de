package cn.anxun.app.feature.capture;

import android.Manifest;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.net.Uri;
import android.os.Bundle;
import android.provider.Settings;
import android.view.HapticFeedbackConstants;
import android.view.MotionEvent;
import android.view.View;
import android.view.ViewGroup;
import androidx.activity.result.ActivityResultLauncher;
import androidx.activity.result.PickVisualMediaRequest;
import androidx.activity.result.contract.ActivityResultContracts;
import androidx.core.content.ContextCompat;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.FormScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.navigation.ShutterScreen;
import cn.anxun.app.photo.HandedFiles;
import cn.anxun.app.photo.PhotoSource;
import cn.anxun.app.photo.PhotoWords;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.photo.capture.CameraPort;
import cn.anxun.app.ui.UndoBar;
import com.google.android.material.snackbar.Snackbar;
import dagger.hilt.android.AndroidEntryPoint;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.jspecify.annotations.Nullable;

/** 拍照. */
@AndroidEntryPoint(Fragment.class)
public final class CaptureFragment extends Hilt_CaptureFragment
    implements FormScreen, ShutterScreen, CaptureView.Actions {
  private static final int MOST_AT_ONCE = 20;

  @Inject CameraPort camera;
  @Inject Thumbnails thumbnails;
  @Inject HandedFiles handed;

  private CaptureViewModel model;
  private @Nullable CaptureView shown;
  private CameraPort.@Nullable Session session;
  private boolean asked;
  private boolean left;
  private ActivityResultLauncher<String> permission;
  private ActivityResultLauncher<Uri> elsewhere;
  private ActivityResultLauncher<PickVisualMediaRequest> picker;

  public CaptureFragment() {
    super(R.layout.capture);
  }

  /** The camera for this. */
  public static CaptureFragment of(Destination.Capture request) {
    CaptureFragment fragment = new CaptureFragment();
    fragment.setArguments(CaptureArguments.write(request));
    return fragment;
  }

  @Override
  public void onCreate(@Nullable Bundle state) {
    super.onCreate(state);
    model = new ViewModelProvider(this).get(CaptureViewModel.class);
    model.begin(CaptureArguments.read(requireArguments()));
    permission =
        registerForActivityResult(
            new ActivityResultContracts.RequestPermission(), granted -> model.refused(!granted));
    elsewhere =
        registerForActivityResult(
            new ActivityResultContracts.TakePicture(), taken -> model.cameBack());
    picker =
        registerForActivityResult(
            new ActivityResultContracts.PickMultipleVisualMedia(MOST_AT_ONCE), this::add);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle state) {
    view.setKeepScreenOn(true);
    shown = new CaptureView(view, thumbnails, this);
    ViewGroup finder = view.findViewById(R.id.capture_finder);
    finder.setOnTouchListener((touched, event) -> touched(finder, event));
    model.state().observe(getViewLifecycleOwner(), now -> show(view, now));
  }

  @Override
  public void onStart() {
    super.onStart();
    model.prepare();
    if (!isAllowed() && !asked) {
      asked = true;
      permission.launch(Manifest.permission.CAMERA);
    } else if (isAllowed()) {
      model.refused(false);
    }
  }

  @Override
  public void onStop() {
    if (session != null) {
      session.close();
      session = null;
      model.closed();
    }
    super.onStop();
  }

  @Override
  public void onDestroyView() {
    shown = null;
    super.onDestroyView();
  }

  private boolean isAllowed() {
    return ContextCompat.checkSelfPermission(requireContext(), Manifest.permission.CAMERA)
        == PackageManager.PERMISSION_GRANTED;
  }

  private void show(View view, CaptureState now) {
    if (now.isFinished() && !now.busy()) {
      leave();
      return;
    }
    if (shown != null) {
      shown.show(now);
    }
    if (now.fault().isPresent() && session != null) {
      session.close();
      session = null;
    }
    boolean mayOpen = now.placed() && session == null && !now.fault().isPresent() && !now.refused();
    if (mayOpen && isAllowed()) {
      open(view.findViewById(R.id.capture_finder));
    }
    now.rejected()
        .ifPresent(
            why -> {
              model.said();
              say(PhotoWords.of(requireContext(), why));
            });
  }

  /** The place of the next photo is on the disk by now. */
  private void open(ViewGroup finder) {
    session =
        camera.open(
            finder,
            new CameraPort.Events() {
              @Override
              public void ready(boolean hasTorch) {
                model.opened(hasTorch);
              }

              @Override
              public void shot(byte[] jpeg) {
                model.take(jpeg);
              }

              @Override
              public void failed(CameraPort.Fault why) {
                // The session may not be known here yet.
                finder.post(() -> model.failed(why));
              }
            });
  }

  private boolean touched(View finder, MotionEvent event) {
    if (event.getAction() == MotionEvent.ACTION_DOWN && session != null) {
      session.focus(event.getX() / finder.getWidth(), event.getY() / finder.getHeight());
    }
    return false;
  }

  @Override
  public void shutter() {
    if (session != null && model.press()) {
      requireView().performHapticFeedback(HapticFeedbackConstants.KEYBOARD_TAP);
      session.shoot();
    }
  }

  @Override
  public void torch(boolean on) {
    if (session != null) {
      session.torch(on);
      model.torch(on);
    }
  }

  @Override
  public void role(String role) {
    model.choose(role);
  }

  @Override
  public void undo() {
    CaptureViewModel of = model;
    model
        .undo()
        .ifPresent(
            shot ->
                UndoBar.showAbove(
                    requireView().findViewById(R.id.capture_shutter),
                    getString(R.string.capture_undone),
                    () -> of.putBack(shot)));
  }

  @Override
  public void leave() {
    if (!left) {
      left = true;
      Navigator.of(this).back();
    }
  }

  @Override
  public void retry() {
    if (!isAllowed()) {
      permission.launch(Manifest.permission.CAMERA);
    }
    model.retry();
  }

  @Override
  public void pick() {
    picker.launch(
        new PickVisualMediaRequest.Builder()
            .setMediaType(ActivityResultContracts.PickVisualMedia.ImageOnly.INSTANCE)
            .build());
  }

  @Override
  public void cameraApp() {
    model.placeElsewhere(
        uri -> {
          try {
            elsewhere.launch(uri);
          } catch (ActivityNotFoundException | SecurityException e) {
            // No such app, or one that may not be used either.
            model.cameBack();
            say(getString(R.string.capture_no_camera_app));
          }
        });
  }

  @Override
  public void settings() {
    asked = false;
    try {
      startActivity(
          new Intent(
              Settings.ACTION_APPLICATION_DETAILS_SETTINGS,
              Uri.fromParts("package", requireContext().getPackageName(), null)));
    } catch (ActivityNotFoundException e) {
      say(getString(R.string.capture_no_settings));
    }
  }

  private void add(List<Uri> chosen) {
    List<PhotoSource> sources = new ArrayList<>();
    chosen.forEach(uri -> sources.add(handed.source(uri)));
    model.add(sources);
  }

  private void say(String sentence) {
    View view = getView();
    if (view != null) {
      Snackbar.make(view, sentence, UndoBar.SHOWN_MILLIS)
          .setAnchorView(R.id.capture_shutter)
          .setTextMaxLines(5)
          .show();
    }
  }
}
