package cn.anxun.app.feature.capture;

import cn.anxun.app.photo.capture.CameraPort;
import java.util.Optional;

/**
 * How it stands with the camera.
 *
 * @param ready whether it is open
 * @param torch whether its light is on
 * @param refused whether the person does not allow it
 * @param fault why it is not open, where it cannot be
 */
record CameraStatus(
    boolean ready,
    boolean hasTorch,
    boolean torch,
    boolean refused,
    Optional<CameraPort.Fault> fault) {
  static final CameraStatus UNOPENED =
      new CameraStatus(false, false, false, false, Optional.empty());

  CameraStatus opened(boolean withTorch) {
    return new CameraStatus(true, withTorch, torch, refused, Optional.empty());
  }

  CameraStatus closed() {
    return new CameraStatus(false, hasTorch, false, refused, fault);
  }

  CameraStatus withTorch(boolean on) {
    return new CameraStatus(ready, hasTorch, on, refused, fault);
  }

  CameraStatus withRefusal(boolean is) {
    return new CameraStatus(ready, hasTorch, torch, is, fault);
  }

  /** It is tried again. */
  CameraStatus retried() {
    return new CameraStatus(ready, hasTorch, torch, false, Optional.empty());
  }

  CameraStatus failed(CameraPort.Fault why) {
    return new CameraStatus(false, hasTorch, torch, refused, Optional.of(why));
  }
}
