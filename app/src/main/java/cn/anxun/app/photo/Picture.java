package cn.anxun.app.photo;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.Matrix;
import android.media.ExifInterface;
import cn.anxun.app.photo.PhotoRejectedException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes a picture no larger than it is to be sent, upright as its EXIF says. */
final class Picture {
  private static final long MAX_PIXELS = 300_000_000L;

  private Picture() {}

  /**
   * The picture, upright.
   *
   * @param longest the most pixels that its longer side may have
   */
  static Bitmap read(PhotoSource source, int longest) throws PhotoRejectedException, IOException {
    BitmapFactory.Options bounds = new BitmapFactory.Options();
    bounds.inJustDecodeBounds = true;
    decode(source, bounds);
    if (bounds.outWidth <= 0 || bounds.outHeight <= 0) {
      throw notAPhoto();
    }
    if ((long) bounds.outWidth * bounds.outHeight > MAX_PIXELS) {
      throw new PhotoRejectedException(
          Reason.TOO_LARGE, bounds.outWidth + " x " + bounds.outHeight + " pixels");
    }
    BitmapFactory.Options options = new BitmapFactory.Options();
    options.inSampleSize = sample(Math.max(bounds.outWidth, bounds.outHeight), longest);
    Bitmap decoded = decode(source, options);
    if (decoded == null) {
      throw notAPhoto();
    }
    return upright(decoded, orientation(source), longest);
  }

  private static @Nullable Bitmap decode(PhotoSource source, BitmapFactory.Options options)
      throws IOException {
    try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
      return BitmapFactory.decodeStream(in, null, options);
    }
  }

  /** Every {@code sample}th pixel of a picture that was kept; empty where it cannot be read. */
  static Optional<Bitmap> decode(InputStream in, int sample) {
    BitmapFactory.Options options = new BitmapFactory.Options();
    options.inSampleSize = sample;
    return Optional.ofNullable(BitmapFactory.decodeStream(in, null, options));
  }

  /** The same picture, no larger than this. */
  static Bitmap within(Bitmap picture, int longest) {
    return upright(picture, ExifInterface.ORIENTATION_NORMAL, longest);
  }

  private static PhotoRejectedException notAPhoto() {
    return new PhotoRejectedException(Reason.NOT_A_PHOTO, "no picture that Android can decode");
  }

  /** The greatest power of two that leaves at least as many pixels as are wanted. */
  private static int sample(int side, int longest) {
    int sample = 1;
    while (side / (sample * 2) >= longest) {
      sample *= 2;
    }
    return sample;
  }

  private static int orientation(PhotoSource source) {
    try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
      return new ExifInterface(in)
          .getAttributeInt(ExifInterface.TAG_ORIENTATION, ExifInterface.ORIENTATION_NORMAL);
    } catch (IOException e) {
      // A picture without readable EXIF is shown as it lies.
      return ExifInterface.ORIENTATION_NORMAL;
    }
  }

  private static Bitmap upright(Bitmap picture, int orientation, int longest) {
    Matrix matrix = new Matrix();
    float scale = (float) longest / Math.max(picture.getWidth(), picture.getHeight());
    if (scale < 1) {
      matrix.postScale(scale, scale);
    }
    turn(matrix, orientation);
    if (matrix.isIdentity()) {
      return picture;
    }
    return Bitmap.createBitmap(
        picture, 0, 0, picture.getWidth(), picture.getHeight(), matrix, true);
  }

  private static void turn(Matrix matrix, int orientation) {
    switch (orientation) {
      case ExifInterface.ORIENTATION_FLIP_HORIZONTAL -> matrix.postScale(-1, 1);
      case ExifInterface.ORIENTATION_ROTATE_180 -> matrix.postRotate(180);
      case ExifInterface.ORIENTATION_FLIP_VERTICAL -> matrix.postScale(1, -1);
      case ExifInterface.ORIENTATION_TRANSPOSE -> {
        matrix.postRotate(90);
        matrix.postScale(-1, 1);
      }
      case ExifInterface.ORIENTATION_ROTATE_90 -> matrix.postRotate(90);
      case ExifInterface.ORIENTATION_TRANSVERSE -> {
        matrix.postRotate(-90);
        matrix.postScale(-1, 1);
      }
      case ExifInterface.ORIENTATION_ROTATE_270 -> matrix.postRotate(-90);
      default -> {
        // As it lies.
      }
    }
  }
}
