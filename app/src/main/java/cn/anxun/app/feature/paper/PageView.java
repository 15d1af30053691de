package cn.anxun.app.feature.paper;

import android.content.Context;
import android.graphics.Canvas;
import android.graphics.Paint;
import android.view.View;
import androidx.core.content.ContextCompat;
import cn.anxun.app.R;
import cn.anxun.app.paper.PaperPainter;

/** One page of a paper, as wide as there is room, in the proportions of A4. */
final class PageView extends View {
  private final PaperPainter painter;
  private final int page;
  private final Paint edge = new Paint();

  PageView(Context context, PaperPainter painter, int page) {
    super(context);
    this.painter = painter;
    this.page = page;
    edge.setStyle(Paint.Style.STROKE);
    edge.setColor(ContextCompat.getColor(context, R.color.outline));
    setContentDescription(context.getString(R.string.paper_page, page + 1, painter.pages()));
  }

  @Override
  protected void onMeasure(int widthSpec, int heightSpec) {
    int width = MeasureSpec.getSize(widthSpec);
    setMeasuredDimension(width, width * PaperPainter.HEIGHT / PaperPainter.WIDTH);
  }

  @Override
  protected void onDraw(Canvas canvas) {
    super.onDraw(canvas);
    float scale = (float) getWidth() / PaperPainter.WIDTH;
    canvas.scale(scale, scale);
    painter.draw(canvas, page);
    canvas.drawRect(0.5f, 0.5f, PaperPainter.WIDTH - 0.5f, PaperPainter.HEIGHT - 0.5f, edge);
  }
}
