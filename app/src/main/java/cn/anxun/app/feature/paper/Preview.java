package cn.anxun.app.feature.paper;

import android.view.View;
import android.view.ViewGroup;
import android.widget.LinearLayout;
import cn.anxun.app.R;
import cn.anxun.app.paper.PaperPainter;
import com.google.android.material.button.MaterialButton;

/** The pages of a paper one below the other; a tap makes them twice as wide, to be read. */
final class Preview {
  private final LinearLayout pages;
  private final MaterialButton zoom;
  private boolean large;

  /** In the layout {@code paper_preview}. */
  Preview(View within) {
    pages = within.findViewById(R.id.paper_pages);
    zoom = within.findViewById(R.id.paper_zoom);
    zoom.setOnClickListener(
        tap -> {
          large = !large;
          resize();
        });
  }

  void show(PaperPainter painter, String words) {
    pages.removeAllViews();
    pages.setContentDescription(words);
    int gap = pages.getResources().getDimensionPixelSize(R.dimen.gap_small);
    for (int page = 0; page < painter.pages(); page++) {
      LinearLayout.LayoutParams layout =
          new LinearLayout.LayoutParams(
              ViewGroup.LayoutParams.MATCH_PARENT, ViewGroup.LayoutParams.WRAP_CONTENT);
      layout.bottomMargin = gap;
      pages.addView(new PageView(pages.getContext(), painter, page), layout);
    }
    resize();
  }

  private void resize() {
    zoom.setText(large ? R.string.paper_zoom_out : R.string.paper_zoom_in);
    View window = (View) pages.getParent();
    window.post(
        () -> {
          ViewGroup.LayoutParams layout = pages.getLayoutParams();
          layout.width = window.getWidth() * (large ? 2 : 1);
          pages.setLayoutParams(layout);
        });
  }
}
