package cn.anxun.app.photo.capture;

import android.graphics.Rect;
import android.hardware.camera2.CameraAccessException;
import android.hardware.camera2.CameraDevice;
import android.hardware.camera2.CameraMetadata;
import android.hardware.camera2.CaptureRequest;
import android.hardware.camera2.params.MeteringRectangle;
import android.view.Surface;
import org.jspecify.annotations.Nullable;

/** What is asked of a camera, with the lamp and the sharp point as they were set last. */
final class CameraRequests {
  private static final byte QUALITY = 95;

  /** The side of the region that is made sharp, as a part of the picture's. */
  private static final float REGION = 0.12f;

  private final CameraModel model;
  private final Surface finder;
  private final Surface pictures;
  private boolean torch;
  private MeteringRectangle @Nullable [] point;

  CameraRequests(CameraModel model, Surface finder, Surface pictures) {
    this.model = model;
    this.finder = finder;
    this.pictures = pictures;
  }

  void torch(boolean on) {
    torch = on;
  }

  /** From 0 to 1 on the sensor. */
  void focus(float x, float y) {
    Rect field = model.field();
    int width = Math.round(field.width() * REGION);
    int height = Math.round(field.height() * REGION);
    int left =
        Math.max(0, Math.min(Math.round(x * field.width()) - width / 2, field.width() - width));
    int top =
        Math.max(0, Math.min(Math.round(y * field.height()) - height / 2, field.height() - height));
    point =
        new MeteringRectangle[] {
          new MeteringRectangle(left, top, width, height, MeteringRectangle.METERING_WEIGHT_MAX - 1)
        };
  }

  /** What the finder shows, again and again. */
  CaptureRequest finder(CameraDevice device) throws CameraAccessException {
    CaptureRequest.Builder request = device.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW);
    request.addTarget(finder);
    return common(request).build();
  }

  /** Begins to look for the sharp point. */
  CaptureRequest focusNow(CameraDevice device) throws CameraAccessException {
    CaptureRequest.Builder request = device.createCaptureRequest(CameraDevice.TEMPLATE_PREVIEW);
    request.addTarget(finder);
    common(request).set(CaptureRequest.CONTROL_AF_TRIGGER, CameraMetadata.CONTROL_AF_TRIGGER_START);
    return request.build();
  }

  /**
   * One picture.
   *
   * @param upright how far it is to be turned clockwise
   */
  CaptureRequest still(CameraDevice device, int upright) throws CameraAccessException {
    CaptureRequest.Builder request =
        device.createCaptureRequest(CameraDevice.TEMPLATE_STILL_CAPTURE);
    request.addTarget(pictures);
    common(request).set(CaptureRequest.JPEG_ORIENTATION, upright);
    request.set(CaptureRequest.JPEG_QUALITY, QUALITY);
    return request.build();
  }

  private CaptureRequest.Builder common(CaptureRequest.Builder request) {
    request.set(CaptureRequest.CONTROL_AE_MODE, CameraMetadata.CONTROL_AE_MODE_ON);
    if (point != null) {
      request.set(CaptureRequest.CONTROL_AF_MODE, CameraMetadata.CONTROL_AF_MODE_AUTO);
      request.set(CaptureRequest.CONTROL_AF_REGIONS, point);
      request.set(CaptureRequest.CONTROL_AE_REGIONS, point);
    } else if (model.followsFocus()) {
      request.set(
          CaptureRequest.CONTROL_AF_MODE, CameraMetadata.CONTROL_AF_MODE_CONTINUOUS_PICTURE);
    }
    if (model.torch()) {
      request.set(
          CaptureRequest.FLASH_MODE,
          torch ? CameraMetadata.FLASH_MODE_TORCH : CameraMetadata.FLASH_MODE_OFF);
    }
    return request;
  }
}
