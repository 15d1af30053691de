package cn.anxun.app.photo.capture;

/**
 * Where a photo is going to be written; on the disk before the camera opens, so that whatever lies
 * there after a kill is known for what it is.
 *
 * @param id that the shot will have
 * @param purpose it is taken for; the role may still change
 * @param elsewhere whether the phone's own camera app writes it, which outlives this process
 * @param madeAt milliseconds since 1970
 */
public record ShotPlace(String id, Purpose purpose, boolean elsewhere, long madeAt) {
  String file() {
    return id + ".jpg";
  }
}
