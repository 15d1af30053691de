package cn.anxun.app.ui.signature;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.Path;
import android.util.AttributeSet;
import android.view.MotionEvent;
import android.view.View;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import cn.anxun.core.paper.SignatureStrokes;
import cn.anxun.core.paper.SignatureStrokes.Point;
import cn.anxun.core.paper.SignatureStrokes.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a hand's writing, stroke by stroke. It always writes dark on white, as it will be printed;
 * turned, it keeps what was written, made smaller where it must.
 */
public final class SignaturePad extends View {
  private final Paint ink;
  private final Paint line;
  private final List<Point> writing = new ArrayList<>();
  private @Nullable SignatureStrokes strokes;
  private Path written = new Path();
  private Consumer<SignatureStrokes> changed = after -> {};

  public SignaturePad(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    float density = context.getResources().getDisplayMetrics().density;
    ink = Ink.paint(ContextCompat.getColor(context, R.color.signature_ink), 4.5f * density);
    line = Ink.paint(ContextCompat.getColor(context, R.color.signature_line), density);
    setBackgroundResource(R.drawable.signature_pad);
  }

  /** Told of every stroke that is done. */
  public void onChanged(Consumer<SignatureStrokes> listener) {
    changed = listener;
  }

  /** Shows this in place of what was written. */
  public void setStrokes(SignatureStrokes other) {
    if (!other.equals(strokes)) {
      strokes = getWidth() > 0 ? other.onField(getWidth(), getHeight()) : other;
      writing.clear();
      redraw();
    }
  }

  @Override
  protected void onSizeChanged(int width, int height, int oldWidth, int oldHeight) {
    super.onSizeChanged(width, height, oldWidth, oldHeight);
    if (width > 0 && height > 0) {
      strokes =
          strokes == null || strokes.isBlank()
              ? SignatureStrokes.blank(width, height)
              : strokes.onField(width, height);
      writing.clear();
      redraw();
    }
  }

  private void redraw() {
    written = strokes == null ? new Path() : Ink.path(strokes);
    invalidate();
  }

  @Override
  public boolean onTouchEvent(MotionEvent event) {
    if (strokes == null) {
      return false;
    }
    switch (event.getActionMasked()) {
      case MotionEvent.ACTION_DOWN -> {
        getParent().requestDisallowInterceptTouchEvent(true);
        writing.clear();
        add(event.getX(), event.getY());
      }
      case MotionEvent.ACTION_MOVE -> {
        for (int i = 0; i < event.getHistorySize(); i++) {
          add(event.getHistoricalX(i), event.getHistoricalY(i));
        }
        add(event.getX(), event.getY());
      }
      case MotionEvent.ACTION_UP -> {
        add(event.getX(), event.getY());
        finish(strokes);
        performClick();
      }
      case MotionEvent.ACTION_CANCEL -> finish(strokes);
      default -> {}
    }
    invalidate();
    return true;
  }

  /** Kept for accessibility services; writing takes a finger. */
  @Override
  public boolean performClick() {
    return super.performClick();
  }

  private void add(float x, float y) {
    Point point =
        new Point(
            Math.round(Math.max(0, Math.min(getWidth(), x))),
            Math.round(Math.max(0, Math.min(getHeight(), y))));
    if (writing.isEmpty() || !writing.get(writing.size() - 1).equals(point)) {
      writing.add(point);
    }
  }

  private void finish(SignatureStrokes before) {
    if (!writing.isEmpty()) {
      SignatureStrokes after = before.with(new Stroke(writing)).thinned();
      strokes = after;
      writing.clear();
      redraw();
      changed.accept(after);
    }
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    float base = getHeight() * 0.78f;
    float margin = getWidth() * 0.06f;
    canvas.drawLine(margin, base, getWidth() - margin, base, line);
    canvas.drawPath(written, ink);
    if (!writing.isEmpty()) {
      canvas.drawPath(
          Ink.path(new SignatureStrokes(getWidth(), getHeight(), List.of(new Stroke(writing)))),
          ink);
    }
  }
}
