package cn.anxun.app.feature.notice;

import android.os.Bundle;
import android.view.View;
import androidx.fragment.app.Fragment;
import cn.anxun.app.R;
import cn.anxun.app.ui.ScreenBar;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** 个人信息告知书, to be read again later. */
@AndroidEntryPoint(Fragment.class)
public final class NoticePageFragment extends Hilt_NoticePageFragment {
  public NoticePageFragment() {
    super(R.layout.notice);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.show(this, view, R.string.notice_title);
    NoticeText.show(view.findViewById(R.id.notice_parts));
    view.<View>findViewById(R.id.notice_answers).setVisibility(View.GONE);
  }
}
