package cn.anxun.app.photo;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Matrix;
import android.graphics.RectF;
import android.graphics.drawable.Drawable;
import android.util.AttributeSet;
import android.util.TypedValue;
import android.view.GestureDetector;
import android.view.MotionEvent;
import android.view.ScaleGestureDetector;
import androidx.appcompat.widget.AppCompatImageView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A photo that can be enlarged by two fingers, two taps or {@link #zoom}, with its caption. */
public final class ZoomImageView extends AppCompatImageView {
  private static final float MOST = 8;
  private static final float DOUBLE_TAP = 2.5f;
  private static final float LEAST_LETTERS_SP = 13;

  private final ScaleGestureDetector pinch;
  private final GestureDetector drag;
  private final Matrix shown = new Matrix();
  private final float letters;
  private List<String> caption = List.of();
  private float zoom = 1;
  private float panX;
  private float panY;

  public ZoomImageView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    letters =
        TypedValue.applyDimension(
            TypedValue.COMPLEX_UNIT_SP, LEAST_LETTERS_SP, getResources().getDisplayMetrics());
    pinch =
        new ScaleGestureDetector(
            context,
            new ScaleGestureDetector.SimpleOnScaleGestureListener() {
              @Override
              public boolean onScale(ScaleGestureDetector detector) {
                zoom(detector.getScaleFactor());
                return true;
              }
            });
    drag = new GestureDetector(context, new Drag());
    super.setScaleType(ScaleType.MATRIX);
  }

  /** What stands below the picture. */
  public void setCaption(List<String> lines) {
    caption = new ArrayList<>(lines);
    invalidate();
  }

  /** Larger by this factor, or smaller where it is below 1; never smaller than the whole. */
  public void zoom(float factor) {
    zoom = Math.max(1, Math.min(MOST, zoom * factor));
    arrange();
  }

  /** 1 where the whole picture is seen. */
  public float zoom() {
    return zoom;
  }

  @Override
  public void setImageDrawable(@Nullable Drawable drawable) {
    super.setImageDrawable(drawable);
    arrange();
  }

  @Override
  protected void onSizeChanged(int width, int height, int oldWidth, int oldHeight) {
    super.onSizeChanged(width, height, oldWidth, oldHeight);
    arrange();
  }

  /** The first call comes from the constructor of the class above, before this one is made. */
  private void arrange() {
    Drawable picture = getDrawable();
    if (picture == null || shown == null || getWidth() == 0 || picture.getIntrinsicWidth() <= 0) {
      return;
    }
    float width = picture.getIntrinsicWidth();
    float height = picture.getIntrinsicHeight();
    float scale = Math.min(getWidth() / width, getHeight() / height) * zoom;
    panX = limit(panX, width * scale - getWidth());
    panY = limit(panY, height * scale - getHeight());
    shown.setScale(scale, scale);
    shown.postTranslate(
        (getWidth() - width * scale) / 2 + panX, (getHeight() - height * scale) / 2 + panY);
    setImageMatrix(shown);
    invalidate();
  }

  /** No further than to the edge of the picture. */
  private static float limit(float pan, float beyond) {
    float most = Math.max(0, beyond / 2);
    return Math.max(-most, Math.min(most, pan));
  }

  /** Where the picture lies, in this view's pixels. */
  public RectF picture() {
    Drawable picture = getDrawable();
    RectF place = new RectF();
    if (picture != null) {
      place.set(0, 0, picture.getIntrinsicWidth(), picture.getIntrinsicHeight());
      shown.mapRect(place);
    }
    return place;
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    RectF seen = picture();
    if (seen.intersect(0, 0, getWidth(), getHeight())) {
      CaptionPainter.draw(canvas, seen, caption, letters);
    }
  }

  @Override
  public boolean performClick() {
    return super.performClick();
  }

  @Override
  public boolean onTouchEvent(MotionEvent event) {
    pinch.onTouchEvent(event);
    drag.onTouchEvent(event);
    return true;
  }

  /** One finger. */
  private final class Drag extends GestureDetector.SimpleOnGestureListener {
    @Override
    public boolean onDown(MotionEvent event) {
      return true;
    }

    @Override
    public boolean onScroll(
        @Nullable MotionEvent from, MotionEvent to, float distanceX, float distanceY) {
      panX -= distanceX;
      panY -= distanceY;
      arrange();
      return true;
    }

    @Override
    public boolean onDoubleTap(MotionEvent event) {
      zoom(zoom > 1 ? 1 / MOST : DOUBLE_TAP);
      return true;
    }

    @Override
    public boolean onSingleTapConfirmed(MotionEvent event) {
      return performClick();
    }
  }
}
