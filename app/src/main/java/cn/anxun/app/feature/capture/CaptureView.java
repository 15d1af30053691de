package cn.anxun.app.feature.capture;

import android.content.Context;
import android.view.View;
import android.widget.ImageView;
import android.widget.TextView;
import androidx.core.view.ViewCompat;
import cn.anxun.app.R;
import cn.anxun.app.photo.Thumbnails;
import cn.anxun.app.photo.capture.CameraPort;
import cn.anxun.app.photo.capture.Purpose;
import cn.anxun.app.ui.ChoiceButton;
import cn.anxun.app.ui.Numbers;
import com.google.android.material.button.MaterialButton;

/** The camera's screen as it stands. */
final class CaptureView {

  /** What can be done there. */
  interface Actions {
    void shutter();

    void torch(boolean on);

    void role(String role);

    void undo();

    void leave();

    void retry();

    void pick();

    void cameraApp();

    void settings();
  }

  private final View root;
  private final Context context;
  private final Thumbnails thumbnails;
  private final Actions actions;

  CaptureView(View root, Thumbnails thumbnails, Actions actions) {
    this.root = root;
    this.context = root.getContext();
    this.thumbnails = thumbnails;
    this.actions = actions;
    on(R.id.capture_shutter, actions::shutter);
    on(R.id.capture_done, actions::leave);
    on(R.id.capture_back, actions::leave);
    on(R.id.capture_undo, actions::undo);
    on(R.id.capture_pick, actions::pick);
    on(R.id.capture_retry, actions::retry);
    on(R.id.capture_camera_app, actions::cameraApp);
    on(R.id.capture_problem_pick, actions::pick);
    on(R.id.capture_settings, actions::settings);
    on(R.id.capture_before, () -> actions.role(Purpose.BEFORE));
    on(R.id.capture_after, () -> actions.role(Purpose.AFTER));
    ViewCompat.setAccessibilityPaneTitle(root, context.getString(R.string.capture_title));
  }

  private void on(int id, Runnable action) {
    root.findViewById(id).setOnClickListener(tapped -> action.run());
  }

  void show(CaptureState now) {
    text(R.id.capture_of).setText(title(now));
    showTorch(now);
    showRole(now);
    showBeside(now.beside());
    showShots(now);
    View shutter = root.findViewById(R.id.capture_shutter);
    shutter.setEnabled(now.mayShoot());
    shutter.setAlpha(now.mayShoot() ? 1 : 0.5f);
    showProblem(now);
  }

  private String title(CaptureState now) {
    String title =
        now.wanted().title().isEmpty()
            ? context.getString(R.string.capture_title)
            : now.wanted().title();
    int of = now.request().wanted().size();
    return of > 1 ? context.getString(R.string.capture_number, now.number(), of, title) : title;
  }

  private void showTorch(CaptureState now) {
    MaterialButton torch = root.findViewById(R.id.capture_torch);
    torch.setVisibility(now.ready() && now.hasTorch() ? View.VISIBLE : View.GONE);
    torch.setText(now.torch() ? R.string.capture_torch_off : R.string.capture_torch_on);
    torch.setOnClickListener(tapped -> actions.torch(!now.torch()));
  }

  private void showRole(CaptureState now) {
    showIf(R.id.capture_roles, now.wanted().pair());
    ChoiceButton.show(
        root.findViewById(R.id.capture_before),
        R.string.capture_before,
        now.role().equals(Purpose.BEFORE));
    ChoiceButton.show(
        root.findViewById(R.id.capture_after),
        R.string.capture_after,
        now.role().equals(Purpose.AFTER));
  }

  private void showBeside(String sha256) {
    showIf(R.id.capture_beside, !sha256.isEmpty());
    ImageView picture = root.findViewById(R.id.capture_beside_photo);
    if (!sha256.isEmpty() && !sha256.equals(picture.getTag(R.id.photo))) {
      thumbnails.show(picture, sha256);
    }
  }

  private void showShots(CaptureState now) {
    int count = now.shots().size();
    TextView counted = text(R.id.capture_count);
    counted.setText(count == 0 ? "" : Numbers.grouped(count));
    counted.setContentDescription(
        context.getResources().getQuantityString(R.plurals.capture_count, count, count));
    ImageView last = root.findViewById(R.id.capture_last);
    last.setVisibility(count == 0 ? View.INVISIBLE : View.VISIBLE);
    now.last()
        .map(shot -> shot.photo().sha256())
        .filter(sha256 -> !sha256.equals(last.getTag(R.id.photo)))
        .ifPresent(sha256 -> thumbnails.show(last, sha256));
    root.findViewById(R.id.capture_undo)
        .setVisibility(count == 0 || now.busy() ? View.INVISIBLE : View.VISIBLE);
  }

  private void showProblem(CaptureState now) {
    boolean problem = now.refused() || now.full() || now.fault().isPresent();
    showIf(R.id.capture_problem, problem);
    if (!problem) {
      return;
    }
    boolean denied =
        now.refused() || now.fault().filter(why -> why == CameraPort.Fault.DENIED).isPresent();
    text(R.id.capture_problem_text)
        .setText(
            now.full()
                ? R.string.capture_full
                : denied
                    ? R.string.capture_denied
                    : now.fault().map(CaptureView::words).orElse(R.string.capture_broken));
    boolean none = now.fault().filter(why -> why == CameraPort.Fault.NONE).isPresent();
    showIf(R.id.capture_retry, !none);
    showIf(R.id.capture_settings, denied);
    // An app that has declared the camera may hand over to no other without the permission.
    showIf(R.id.capture_camera_app, !denied && !now.full());
  }

  private static int words(CameraPort.Fault why) {
    return switch (why) {
      case NONE -> R.string.capture_none;
      case DENIED -> R.string.capture_denied;
      case IN_USE -> R.string.capture_in_use;
      case DISABLED -> R.string.capture_disabled;
      case LOST -> R.string.capture_lost;
      case BROKEN, SHOT_FAILED -> R.string.capture_broken;
    };
  }

  private TextView text(int id) {
    return root.findViewById(id);
  }

  private void showIf(int id, boolean shown) {
    root.findViewById(id).setVisibility(shown ? View.VISIBLE : View.GONE);
  }
}
