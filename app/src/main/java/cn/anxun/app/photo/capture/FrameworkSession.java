package cn.anxun.app.photo.capture;

import android.graphics.ImageFormat;
import android.graphics.SurfaceTexture;
import android.hardware.camera2.CameraAccessException;
import android.hardware.camera2.CameraCaptureSession;
import android.hardware.camera2.CameraDevice;
import android.hardware.camera2.CameraManager;
import android.hardware.camera2.CaptureFailure;
import android.hardware.camera2.CaptureRequest;
import android.media.Image;
import android.media.ImageReader;
import android.os.Handler;
import android.os.HandlerThread;
import android.os.Looper;
import android.view.Surface;
import android.view.ViewGroup;
import cn.anxun.app.photo.capture.CameraPort.Fault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One camera while it is open. What touches the camera runs on its own thread, which the camera
 * service wants; what is told runs on the main thread.
 */
final class FrameworkSession implements CameraPort.Session {
  /** How long a picture that was asked for is waited for once the screen has gone. */
  private static final long LAST_PICTURE_MILLIS = 1500;

  private final CameraManager manager;
  private final CameraModel model;
  private final FinderView finder;
  private final CameraPort.Events events;
  private final HandlerThread thread = new HandlerThread("camera");
  private final Handler main = new Handler(Looper.getMainLooper());
  private final Handler camera;

  // Only on the camera's thread.
  private @Nullable CameraDevice device;
  private @Nullable CameraCaptureSession session;
  private @Nullable ImageReader reader;
  private @Nullable CameraRequests requests;
  private boolean taking;
  private boolean closing;
  private boolean over;

  FrameworkSession(
      CameraManager manager, CameraModel model, ViewGroup finder, CameraPort.Events events) {
    this.manager = manager;
    this.model = model;
    this.finder = new FinderView(model, finder);
    this.events = events;
    thread.start();
    camera = new Handler(thread.getLooper());
  }

  void start() {
    finder.start(this::open);
  }

  private void open(SurfaceTexture texture) {
    texture.setDefaultBufferSize(model.finder().getWidth(), model.finder().getHeight());
    try {
      manager.openCamera(model.id(), new Device(texture), camera);
    } catch (CameraAccessException e) {
      fail(FrameworkCamera.faultOf(e));
    } catch (SecurityException e) {
      fail(Fault.DENIED);
    } catch (IllegalArgumentException e) {
      // The camera was unplugged since it was listed.
      fail(Fault.NONE);
    }
  }

  /** {@code createCaptureSession(SessionConfiguration)} is of API 28; this is all that 26 has. */
  @SuppressWarnings("deprecation")
  private void configure(CameraDevice opened, SurfaceTexture texture) {
    ImageReader pictures =
        ImageReader.newInstance(
            model.still().getWidth(), model.still().getHeight(), ImageFormat.JPEG, 2);
    pictures.setOnImageAvailableListener(this::read, camera);
    reader = pictures;
    Surface shown = new Surface(texture);
    requests = new CameraRequests(model, shown, pictures.getSurface());
    try {
      opened.createCaptureSession(
          Arrays.asList(shown, pictures.getSurface()), new Session(), camera);
    } catch (CameraAccessException e) {
      fail(FrameworkCamera.faultOf(e));
    } catch (IllegalStateException | IllegalArgumentException e) {
      fail(Fault.BROKEN);
    }
  }

  private void read(ImageReader from) {
    try (Image image = from.acquireNextImage()) {
      if (image == null) {
        return;
      }
      ByteBuffer buffer = image.getPlanes()[0].getBuffer();
      byte[] jpeg = new byte[buffer.remaining()];
      buffer.get(jpeg);
      taking = false;
      main.post(() -> events.shot(jpeg));
    }
    if (closing) {
      finish();
    }
  }

  /** Does it on the camera's thread while the camera is there; says where that fails. */
  private void with(Work work) {
    camera.post(
        () -> {
          CameraDevice opened = device;
          CameraCaptureSession running = session;
          CameraRequests made = requests;
          if (opened == null || running == null || made == null || closing) {
            return;
          }
          try {
            work.run(opened, running, made);
          } catch (CameraAccessException e) {
            fail(FrameworkCamera.faultOf(e));
          } catch (IllegalStateException e) {
            // The camera went away meanwhile.
            fail(Fault.LOST);
          }
        });
  }

  @Override
  public void shoot() {
    int upright = CameraGeometry.upright(model.sensor(), finder.held(), model.front());
    with(
        (opened, running, made) -> {
          if (!taking) {
            running.capture(made.still(opened, upright), new Still(), camera);
            taking = true;
          }
        });
  }

  @Override
  public void torch(boolean on) {
    with(
        (opened, running, made) -> {
          made.torch(on);
          running.setRepeatingRequest(made.finder(opened), null, camera);
        });
  }

  @Override
  public void focus(float x, float y) {
    if (!model.takesFocusPoint()) {
      return;
    }
    int turned = (model.sensor() - finder.rotation() * 90 + 360) % 360;
    float[] point = CameraGeometry.onSensor(x, y, turned);
    with(
        (opened, running, made) -> {
          made.focus(point[0], point[1]);
          running.setRepeatingRequest(made.finder(opened), null, camera);
          running.capture(made.focusNow(opened), null, camera);
        });
  }

  @Override
  public void close() {
    finder.stop();
    camera.post(
        () -> {
          closing = true;
          if (taking) {
            camera.postDelayed(this::finish, LAST_PICTURE_MILLIS);
          } else {
            finish();
          }
        });
  }

  private void fail(Fault why) {
    camera.post(
        () -> {
          if (!closing) {
            main.post(() -> events.failed(why));
          }
          closing = true;
          finish();
        });
  }

  private void finish() {
    if (over) {
      return;
    }
    over = true;
    if (device != null) {
      device.close();
    }
    if (reader != null) {
      reader.close();
    }
    thread.quitSafely();
  }

  /** What is done with a camera that is open. */
  private interface Work {
    void run(CameraDevice device, CameraCaptureSession session, CameraRequests requests)
        throws CameraAccessException;
  }

  /** The camera as it comes and goes. */
  private final class Device extends CameraDevice.StateCallback {
    private final SurfaceTexture texture;

    Device(SurfaceTexture texture) {
      this.texture = texture;
    }

    @Override
    public void onOpened(CameraDevice opened) {
      if (closing) {
        opened.close();
        return;
      }
      device = opened;
      configure(opened, texture);
    }

    @Override
    public void onDisconnected(CameraDevice gone) {
      device = gone;
      fail(Fault.LOST);
    }

    @Override
    public void onError(CameraDevice broken, int error) {
      device = broken;
      fail(
          switch (error) {
            case ERROR_CAMERA_IN_USE, ERROR_MAX_CAMERAS_IN_USE -> Fault.IN_USE;
            case ERROR_CAMERA_DISABLED -> Fault.DISABLED;
            default -> Fault.BROKEN;
          });
    }
  }

  /** The streams of the camera. */
  private final class Session extends CameraCaptureSession.StateCallback {
    @Override
    public void onConfigured(CameraCaptureSession configured) {
      session = configured;
      with(
          (opened, running, made) -> {
            running.setRepeatingRequest(made.finder(opened), null, camera);
            main.post(() -> events.ready(model.torch()));
          });
    }

    @Override
    public void onConfigureFailed(CameraCaptureSession refused) {
      fail(Fault.BROKEN);
    }
  }

  /** One picture. */
  private final class Still extends CameraCaptureSession.CaptureCallback {
    @Override
    public void onCaptureFailed(
        CameraCaptureSession of, CaptureRequest request, CaptureFailure failure) {
      taking = false;
      main.post(() -> events.failed(Fault.SHOT_FAILED));
    }
  }
}
