package cn.anxun.app.feature.notice;

import android.os.Bundle;
import android.view.View;
import androidx.fragment.app.Fragment;
import androidx.lifecycle.ViewModelProvider;
import cn.anxun.app.R;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.navigation.DoorScreen;
import cn.anxun.app.navigation.Navigator;
import cn.anxun.app.ui.ScreenBar;
import dagger.hilt.android.AndroidEntryPoint;
import org.jspecify.annotations.Nullable;

/** 个人信息告知书 before anything is asked for: agreeing goes on, not agreeing leaves the app. */
@AndroidEntryPoint(Fragment.class)
public final class NoticeFragment extends Hilt_NoticeFragment implements DoorScreen {
  public NoticeFragment() {
    super(R.layout.notice);
  }

  @Override
  public void onViewCreated(View view, @Nullable Bundle saved) {
    ScreenBar.first(this, view, R.string.notice_title);
    NoticeText.show(view.findViewById(R.id.notice_parts));
    NoticeViewModel model = new ViewModelProvider(this).get(NoticeViewModel.class);
    view.<View>findViewById(R.id.notice_agree).setOnClickListener(clicked -> model.agree());
    view.<View>findViewById(R.id.notice_disagree)
        .setOnClickListener(clicked -> requireActivity().finishAndRemoveTask());
    model
        .next()
        .observe(
            getViewLifecycleOwner(),
            next -> {
              if (next == NoticeViewModel.Next.ENROL) {
                Navigator.of(this).replace(new Destination.Enrol());
              } else {
                Navigator.of(this).knock();
              }
            });
  }
}
