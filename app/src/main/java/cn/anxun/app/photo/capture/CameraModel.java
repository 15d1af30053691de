package cn.anxun.app.photo.capture;

import android.graphics.ImageFormat;
import android.graphics.Rect;
import android.graphics.SurfaceTexture;
import android.hardware.camera2.CameraCharacteristics;
import android.hardware.camera2.CameraMetadata;
import android.hardware.camera2.params.StreamConfigurationMap;
import android.util.Size;
import java.util.Optional;

/**
 * One of the phone's cameras.
 *
 * @param still the size of its pictures, in pixels as the sensor lies
 * @param finder the size of what it shows
 * @param sensor how the sensor is built in, degrees clockwise
 * @param field the sensor's pixels
 */
record CameraModel(
    String id,
    boolean front,
    Size still,
    Size finder,
    int sensor,
    boolean torch,
    boolean followsFocus,
    boolean takesFocusPoint,
    Rect field) {

  /** Empty where it takes no pictures: a depth sensor, say. */
  static Optional<CameraModel> of(String id, CameraCharacteristics facts) {
    StreamConfigurationMap streams =
        facts.get(CameraCharacteristics.SCALER_STREAM_CONFIGURATION_MAP);
    if (streams == null) {
      return Optional.empty();
    }
    Optional<Size> still =
        CameraGeometry.still(CameraGeometry.list(streams.getOutputSizes(ImageFormat.JPEG)));
    Optional<Size> finder =
        still.flatMap(
            size ->
                CameraGeometry.finder(
                    CameraGeometry.list(streams.getOutputSizes(SurfaceTexture.class)), size));
    if (!still.isPresent() || !finder.isPresent()) {
      return Optional.empty();
    }
    Integer facing = facts.get(CameraCharacteristics.LENS_FACING);
    Integer sensor = facts.get(CameraCharacteristics.SENSOR_ORIENTATION);
    Integer regions = facts.get(CameraCharacteristics.CONTROL_MAX_REGIONS_AF);
    Rect field = facts.get(CameraCharacteristics.SENSOR_INFO_ACTIVE_ARRAY_SIZE);
    return Optional.of(
        new CameraModel(
            id,
            facing != null && facing == CameraMetadata.LENS_FACING_FRONT,
            still.get(),
            finder.get(),
            sensor == null ? 0 : sensor,
            Boolean.TRUE.equals(facts.get(CameraCharacteristics.FLASH_INFO_AVAILABLE)),
            follows(facts),
            field != null && regions != null && regions > 0,
            field == null ? new Rect() : field));
  }

  private static boolean follows(CameraCharacteristics facts) {
    int[] modes = facts.get(CameraCharacteristics.CONTROL_AF_AVAILABLE_MODES);
    if (modes != null) {
      for (int mode : modes) {
        if (mode == CameraMetadata.CONTROL_AF_MODE_CONTINUOUS_PICTURE) {
          return true;
        }
      }
    }
    return false;
  }
}
