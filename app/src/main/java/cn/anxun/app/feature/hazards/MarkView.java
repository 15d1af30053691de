package cn.anxun.app.feature.hazards;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.RectF;
import android.graphics.drawable.Drawable;
import android.util.AttributeSet;
import android.view.MotionEvent;
import androidx.appcompat.widget.AppCompatImageView;
import cn.anxun.app.photo.Mark;
import cn.anxun.app.photo.MarkPainter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A photo that is drawn on with a finger. */
public final class MarkView extends AppCompatImageView {
  /** What is shorter, as a part of the picture, was a tap. */
  private static final float LEAST = 0.02f;

  private List<Mark> marks = List.of();
  private Mark.Kind kind = Mark.Kind.CIRCLE;
  private @Nullable Mark drawing;
  private Consumer<Mark> drawn = mark -> {};

  public MarkView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
  }

  void listen(Consumer<Mark> listener) {
    drawn = listener;
  }

  void show(List<Mark> now, Mark.Kind next) {
    marks = new ArrayList<>(now);
    kind = next;
    invalidate();
  }

  private RectF picture() {
    RectF place = new RectF();
    Drawable picture = getDrawable();
    if (picture != null) {
      place.set(0, 0, picture.getIntrinsicWidth(), picture.getIntrinsicHeight());
      getImageMatrix().mapRect(place);
    }
    return place;
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    List<Mark> all = new ArrayList<>(marks);
    if (drawing != null) {
      all.add(drawing);
    }
    MarkPainter.draw(canvas, picture(), all);
  }

  @Override
  public boolean performClick() {
    return super.performClick();
  }

  @Override
  public boolean onTouchEvent(MotionEvent event) {
    RectF place = picture();
    if (place.isEmpty()) {
      return false;
    }
    float x = Math.max(0, Math.min(1, (event.getX() - place.left) / place.width()));
    float y = Math.max(0, Math.min(1, (event.getY() - place.top) / place.height()));
    Mark before = drawing;
    switch (event.getActionMasked()) {
      case MotionEvent.ACTION_DOWN -> drawing = new Mark(kind, x, y, x, y);
      case MotionEvent.ACTION_MOVE ->
          drawing = before == null ? null : new Mark(kind, before.fromX(), before.fromY(), x, y);
      case MotionEvent.ACTION_UP -> {
        drawing = null;
        if (before != null && Math.hypot(x - before.fromX(), y - before.fromY()) >= LEAST) {
          drawn.accept(new Mark(kind, before.fromX(), before.fromY(), x, y));
        } else {
          performClick();
        }
      }
      default -> drawing = null;
    }
    invalidate();
    return true;
  }
}
