package cn.anxun.app;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.os.Handler;
import android.os.Looper;
import android.view.ViewGroup;
import android.widget.ImageView;
import cn.anxun.app.photo.capture.CameraPort;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A camera that looks at a wall with a number on it, another one for each picture. */
public final class FakeCamera implements CameraPort {
  private final Handler main = new Handler(Looper.getMainLooper());
  private final List<Boolean> lamp = new ArrayList<>();
  private Optional<Fault> fault = Optional.empty();
  private @Nullable Open open;
  private Runnable opening = () -> {};
  private boolean slow;
  private int shots;

  /** From now on it does not open, for this reason; works again where that is empty. */
  public void fail(Optional<Fault> why) {
    fault = why;
  }

  /** Something takes the camera away while it is open. */
  public void take(Fault why) {
    Open now = open;
    if (now == null) {
      throw new AssertionError("the camera is not open");
    }
    now.events.failed(why);
  }

  /** Runs this at the moment at which it is opened, each time. */
  public void whenOpened(Runnable look) {
    opening = look;
  }

  /** Pictures come only when {@link #deliver} says so. */
  public void hold() {
    slow = true;
  }

  /** The picture that was asked for comes now, whatever has become of the screen. */
  public void deliver(CameraPort.Session session) {
    ((Open) session).events.shot(jpeg());
  }

  public boolean isOpen() {
    return open != null;
  }

  public CameraPort.Session session() {
    Open now = open;
    if (now == null) {
      throw new AssertionError("the camera is not open");
    }
    return now;
  }

  /** How often pictures were asked for. */
  public int shots() {
    return shots;
  }

  /** Every time the lamp was switched, and to what. */
  public List<Boolean> lamp() {
    return lamp;
  }

  @Override
  public Session open(ViewGroup finder, Events events) {
    opening.run();
    Open opened = new Open(finder, events);
    if (fault.isPresent()) {
      events.failed(fault.get());
      return opened;
    }
    open = opened;
    finder.addView(opened.view);
    main.post(() -> events.ready(true));
    return opened;
  }

  private byte[] jpeg() {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    picture(shots).compress(Bitmap.CompressFormat.JPEG, 90, jpeg);
    return jpeg.toByteArray();
  }

  /** A picture that is like no other. */
  static Bitmap picture(int number) {
    Bitmap picture = Bitmap.createBitmap(800, 600, Bitmap.Config.ARGB_8888);
    Canvas canvas = new Canvas(picture);
    canvas.drawColor(Color.rgb(40 * number % 256, 90, 200 - 20 * number % 200));
    Paint paint = new Paint();
    paint.setColor(Color.WHITE);
    paint.setTextSize(300);
    canvas.drawText(String.valueOf(number), 250, 400, paint);
    return picture;
  }

  /** The camera while it is open. */
  private final class Open implements Session {
    private final ViewGroup finder;
    private final Events events;
    private final ImageView view;

    Open(ViewGroup finder, Events events) {
      this.finder = finder;
      this.events = events;
      view = new ImageView(finder.getContext());
      view.setImageBitmap(picture(shots));
    }

    @Override
    public void shoot() {
      shots++;
      if (!slow) {
        byte[] jpeg = jpeg();
        main.post(() -> events.shot(jpeg));
      }
      view.setImageBitmap(picture(shots));
    }

    @Override
    public void torch(boolean on) {
      lamp.add(on);
    }

    @Override
    public void focus(float x, float y) {}

    @Override
    public void close() {
      finder.removeView(view);
      open = null;
    }
  }
}
