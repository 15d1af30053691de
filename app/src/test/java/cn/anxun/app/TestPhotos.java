package cn.anxun.app;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import cn.anxun.app.photo.PhotoRejectedException;
import cn.anxun.app.photo.PhotoStore;
import cn.anxun.core.entry.Attachment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;

/** Photos of nothing in particular, each of them another. */
public final class TestPhotos {
  private TestPhotos() {}

  /** Keeps a photo of a wall with a box on it, whose colours follow from the number. */
  public static Attachment add(PhotoStore photos, int number, String role) {
    Bitmap bitmap = Bitmap.createBitmap(640, 480, Bitmap.Config.ARGB_8888);
    Canvas canvas = new Canvas(bitmap);
    canvas.drawColor(Color.rgb(150 + number * 7 % 60, 140, 125));
    Paint paint = new Paint();
    paint.setColor(Color.rgb(90, 84, 78));
    canvas.drawRect(0, 400, 640, 480, paint);
    paint.setColor(Color.HSVToColor(new float[] {number * 67 % 360, 0.7f, 0.75f}));
    canvas.drawRect(220, 120, 430, 330, paint);
    paint.setColor(Color.WHITE);
    canvas.drawCircle(325, 225, 40, paint);
    return add(photos, bitmap, role);
  }

  /** What the camera sees of a gravel heap: no two alike, and hard to compress, about 1 MB. */
  public static Attachment addGravel(PhotoStore photos, int number, String role) {
    int width = 1200;
    int height = 900;
    Random grain = new Random(number);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      int grey = 60 + grain.nextInt(140);
      pixels[i] = Color.rgb(grey, grey - grain.nextInt(30), grey - grain.nextInt(40));
    }
    return add(photos, Bitmap.createBitmap(pixels, width, height, Bitmap.Config.ARGB_8888), role);
  }

  private static Attachment add(PhotoStore photos, Bitmap bitmap, String role) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    bitmap.compress(Bitmap.CompressFormat.JPEG, 90, jpeg);
    try {
      return photos.add(() -> new ByteArrayInputStream(jpeg.toByteArray()), role);
    } catch (PhotoRejectedException e) {
      throw new IllegalStateException(e);
    }
  }
}
