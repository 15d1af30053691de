package cn.anxun.app.ui.signature;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.graphics.RectF;
import android.util.AttributeSet;
import android.view.View;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import cn.anxun.core.paper.SignatureStrokes;
import org.jspecify.annotations.Nullable;

/** Shows a signature as large as it fits, dark on white. */
public final class SignatureView extends View {
  private final Paint ink;
  private final float room;
  private @Nullable SignatureStrokes strokes;

  public SignatureView(Context context, @Nullable AttributeSet attributes) {
    super(context, attributes);
    float density = context.getResources().getDisplayMetrics().density;
    ink = Ink.paint(ContextCompat.getColor(context, R.color.signature_ink), 2 * density);
    room = 6 * density;
    setBackgroundResource(R.drawable.signature_pad);
  }

  public void setStrokes(SignatureStrokes shown) {
    strokes = shown;
    invalidate();
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    SignatureStrokes shown = strokes;
    if (shown != null && !shown.isBlank()) {
      Ink.draw(canvas, shown, new RectF(room, room, getWidth() - room, getHeight() - room), ink);
    }
  }
}
