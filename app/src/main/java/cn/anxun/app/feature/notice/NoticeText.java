package cn.anxun.app.feature.notice;

import android.content.res.Resources;
import android.view.LayoutInflater;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import cn.anxun.app.R;

/** The notice itself: headings with a paragraph each. */
final class NoticeText {
  private NoticeText() {}

  static void show(ViewGroup into) {
    Resources resources = into.getResources();
    String[] headings = resources.getStringArray(R.array.notice_headings);
    String[] paragraphs = resources.getStringArray(R.array.notice_paragraphs);
    LayoutInflater inflater = LayoutInflater.from(into.getContext());
    for (int i = 0; i < headings.length; i++) {
      View part = inflater.inflate(R.layout.notice_part, into, false);
      part.<TextView>findViewById(R.id.notice_heading).setText(headings[i]);
      part.<TextView>findViewById(R.id.notice_paragraph).setText(paragraphs[i]);
      into.addView(part);
    }
  }
}
