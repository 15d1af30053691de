package cn.anxun.app.photo.capture;

import android.graphics.SurfaceTexture;
import android.view.OrientationEventListener;
import android.view.TextureView;
import android.view.ViewGroup;
import java.util.function.Consumer;

/** Shows what the camera sees, upright however the phone is held; knows how it is held. */
final class FinderView {
  private final CameraModel model;
  private final ViewGroup finder;
  private final TextureView view;
  private final OrientationEventListener holding;
  private volatile int held;

  FinderView(CameraModel model, ViewGroup finder) {
    this.model = model;
    this.finder = finder;
    view = new TextureView(finder.getContext());
    holding =
        new OrientationEventListener(finder.getContext()) {
          @Override
          public void onOrientationChanged(int degrees) {
            held = degrees == ORIENTATION_UNKNOWN ? held : degrees;
          }
        };
  }

  /**
   * Puts the view there.
   *
   * @param ready is given the surface once it is there
   */
  void start(Consumer<SurfaceTexture> ready) {
    held = rotation() * 270;
    if (holding.canDetectOrientation()) {
      holding.enable();
    }
    view.setSurfaceTextureListener(new Listener(ready));
    finder.addView(
        view,
        new ViewGroup.LayoutParams(
            ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.MATCH_PARENT));
  }

  void stop() {
    holding.disable();
    finder.removeView(view);
  }

  /** How the phone is turned, in degrees; may be asked on any thread. */
  int held() {
    return held;
  }

  /** Of the display, in quarters; Android turns the other way than the phone is turned. */
  int rotation() {
    return finder.getDisplay() == null ? 0 : finder.getDisplay().getRotation();
  }

  private void arrange(int width, int height) {
    view.setTransform(
        CameraGeometry.fit(width, height, model.finder(), model.sensor(), rotation()));
  }

  private final class Listener implements TextureView.SurfaceTextureListener {
    private final Consumer<SurfaceTexture> ready;

    Listener(Consumer<SurfaceTexture> ready) {
      this.ready = ready;
    }

    @Override
    public void onSurfaceTextureAvailable(SurfaceTexture texture, int width, int height) {
      arrange(width, height);
      ready.accept(texture);
    }

    @Override
    public void onSurfaceTextureSizeChanged(SurfaceTexture texture, int width, int height) {
      arrange(width, height);
    }

    @Override
    public boolean onSurfaceTextureDestroyed(SurfaceTexture texture) {
      return true;
    }

    @Override
    public void onSurfaceTextureUpdated(SurfaceTexture texture) {}
  }
}
