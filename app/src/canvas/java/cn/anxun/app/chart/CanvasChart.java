package cn.anxun.app.chart;

import android.annotation.SuppressLint;
import android.content.Context;
import android.graphics.Paint;
import android.graphics.Rect;
import android.graphics.RectF;
import android.os.Bundle;
import android.text.TextPaint;
import android.util.TypedValue;
import android.view.KeyEvent;
import android.view.MotionEvent;
import android.view.View;
import androidx.annotation.ColorRes;
import androidx.core.content.ContextCompat;
import androidx.core.view.ViewCompat;
import androidx.core.view.accessibility.AccessibilityNodeInfoCompat;
import androidx.customview.widget.ExploreByTouchHelper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chart whose marks are tapped, focused by a keyboard and spoken by TalkBack one by one. */
abstract class CanvasChart extends View {
  private static final int TARGET_DP = 56;

  /** Where a mark can be tapped. */
  record Spot(RectF bounds, int line, int index, String spoken) {}

  private final List<Spot> spots = new ArrayList<>();
  private final MarkListener listener;
  private final Marks marks;
  private float downX;
  private float downY;

  CanvasChart(Context context, String title, MarkListener listener) {
    super(context);
    this.listener = listener;
    this.marks = new Marks();
    setContentDescription(title);
    setFocusable(true);
    setClickable(true);
    ViewCompat.setAccessibilityDelegate(this, marks);
  }

  /** The spots at this size, in the order in which they are spoken. */
  abstract List<Spot> spots(int width, int height);

  /** The spot that a tap there means; null for none. */
  @Nullable Spot at(float x, float y) {
    for (Spot spot : spots) {
      if (spot.bounds().contains(x, y)) {
        return spot;
      }
    }
    return null;
  }

  final List<Spot> spots() {
    return spots;
  }

  final float dp(float value) {
    return TypedValue.applyDimension(
        TypedValue.COMPLEX_UNIT_DIP, value, getResources().getDisplayMetrics());
  }

  final float target() {
    return dp(TARGET_DP);
  }

  /** Text of so many sp. */
  final TextPaint text(float size, @ColorRes int color) {
    TextPaint paint = new TextPaint(Paint.ANTI_ALIAS_FLAG);
    paint.setTextSize(
        TypedValue.applyDimension(
            TypedValue.COMPLEX_UNIT_SP, size, getResources().getDisplayMetrics()));
    paint.setColor(ContextCompat.getColor(getContext(), color));
    return paint;
  }

  final Paint fill(int color) {
    Paint paint = new Paint(Paint.ANTI_ALIAS_FLAG);
    paint.setColor(color);
    return paint;
  }

  @Override
  protected void onSizeChanged(int width, int height, int oldWidth, int oldHeight) {
    super.onSizeChanged(width, height, oldWidth, oldHeight);
    spots.clear();
    spots.addAll(spots(width, height));
    marks.invalidateRoot();
  }

  // A tap ends in performClick, as it does without a touch screen.
  @SuppressLint("ClickableViewAccessibility")
  @Override
  public boolean onTouchEvent(MotionEvent event) {
    downX = event.getX();
    downY = event.getY();
    return super.onTouchEvent(event);
  }

  @Override
  public boolean performClick() {
    super.performClick();
    Spot spot = at(downX, downY);
    if (spot != null) {
      listener.onMark(spot.line(), spot.index());
    }
    return true;
  }

  @Override
  protected boolean dispatchHoverEvent(MotionEvent event) {
    return marks.dispatchHoverEvent(event) || super.dispatchHoverEvent(event);
  }

  @Override
  public boolean dispatchKeyEvent(KeyEvent event) {
    return marks.dispatchKeyEvent(event) || super.dispatchKeyEvent(event);
  }

  @Override
  protected void onFocusChanged(boolean gained, int direction, @Nullable Rect previous) {
    super.onFocusChanged(gained, direction, previous);
    marks.onFocusChanged(gained, direction, previous);
  }

  private final class Marks extends ExploreByTouchHelper {
    Marks() {
      super(CanvasChart.this);
    }

    @Override
    protected int getVirtualViewAt(float x, float y) {
      Spot spot = at(x, y);
      return spot == null ? INVALID_ID : spots.indexOf(spot);
    }

    @Override
    protected void getVisibleVirtualViews(List<Integer> ids) {
      for (int i = 0; i < spots.size(); i++) {
        ids.add(i);
      }
    }

    // Virtual views of a custom view have no parent of their own to be placed in.
    @SuppressWarnings("deprecation")
    @Override
    protected void onPopulateNodeForVirtualView(int id, AccessibilityNodeInfoCompat node) {
      Rect bounds = new Rect();
      if (id < spots.size()) {
        spots.get(id).bounds().roundOut(bounds);
        node.setContentDescription(spots.get(id).spoken());
      } else {
        bounds.set(0, 0, 1, 1);
        node.setContentDescription("");
      }
      node.setBoundsInParent(bounds);
      node.setClassName("android.widget.Button");
      node.addAction(AccessibilityNodeInfoCompat.AccessibilityActionCompat.ACTION_CLICK);
    }

    @Override
    protected boolean onPerformActionForVirtualView(int id, int action, @Nullable Bundle with) {
      if (action != AccessibilityNodeInfoCompat.ACTION_CLICK || id >= spots.size()) {
        return false;
      }
      listener.onMark(spots.get(id).line(), spots.get(id).index());
      return true;
    }
  }
}
