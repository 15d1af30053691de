package cn.anxun.app.photo.capture;

import android.content.Context;
import android.hardware.camera2.CameraAccessException;
import android.hardware.camera2.CameraCharacteristics;
import android.hardware.camera2.CameraManager;
import android.view.ViewGroup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The framework's own camera, {@code android.hardware.camera2}: the one at the back. */
public final class FrameworkCamera implements CameraPort {
  private final Context context;

  public FrameworkCamera(Context context) {
    this.context = context;
  }

  @Override
  public Session open(ViewGroup finder, Events events) {
    CameraManager manager = context.getSystemService(CameraManager.class);
    try {
      Optional<CameraModel> model = manager == null ? Optional.empty() : find(manager);
      if (manager != null && model.isPresent()) {
        FrameworkSession session = new FrameworkSession(manager, model.get(), finder, events);
        session.start();
        return session;
      }
      events.failed(Fault.NONE);
    } catch (CameraAccessException e) {
      events.failed(faultOf(e));
    }
    return new NoSession();
  }

  private static Optional<CameraModel> find(CameraManager manager) throws CameraAccessException {
    @Nullable CameraModel other = null;
    for (String id : manager.getCameraIdList()) {
      CameraCharacteristics facts = manager.getCameraCharacteristics(id);
      Optional<CameraModel> model = CameraModel.of(id, facts);
      if (model.isPresent() && !model.get().front()) {
        return model;
      }
      other = model.orElse(other);
    }
    return Optional.ofNullable(other);
  }

  static Fault faultOf(CameraAccessException e) {
    return switch (e.getReason()) {
      case CameraAccessException.CAMERA_IN_USE, CameraAccessException.MAX_CAMERAS_IN_USE ->
          Fault.IN_USE;
      case CameraAccessException.CAMERA_DISABLED -> Fault.DISABLED;
      case CameraAccessException.CAMERA_DISCONNECTED -> Fault.LOST;
      default -> Fault.BROKEN;
    };
  }

  /** Where nothing was opened. */
  private static final class NoSession implements Session {
    @Override
    public void shoot() {}

    @Override
    public void torch(boolean on) {}

    @Override
    public void focus(float x, float y) {}

    @Override
    public void close() {}
  }
}
