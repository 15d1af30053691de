package cn.anxun.app.photo;

import android.graphics.Bitmap;
import java.io.ByteArrayOutputStream;

/** Pictures as the JPEG that is kept and sent. */
final class Jpeg {
  private static final int QUALITY = 85;

  private Jpeg() {}

  static byte[] of(Bitmap picture) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream(1 << 19);
    if (!picture.compress(Bitmap.CompressFormat.JPEG, QUALITY, jpeg)) {
      throw new IllegalStateException("every Android writes JPEG");
    }
    return jpeg.toByteArray();
  }
}
