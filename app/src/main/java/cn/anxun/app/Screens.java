package cn.anxun.app;

import androidx.fragment.app.Fragment;
import cn.anxun.app.feature.activity.ActivitiesFragment;
import cn.anxun.app.feature.activity.ActivityFragment;
import cn.anxun.app.feature.capture.CaptureFragment;
import cn.anxun.app.feature.detail.DetailFragment;
import cn.anxun.app.feature.enrol.EnrolFragment;
import cn.anxun.app.feature.hazards.HazardFormFragment;
import cn.anxun.app.feature.hazards.HazardFragment;
import cn.anxun.app.feature.hazards.HazardsFragment;
import cn.anxun.app.feature.hazards.MarkFragment;
import cn.anxun.app.feature.home.HomeFragment;
import cn.anxun.app.feature.inspection.InspectionScreens;
import cn.anxun.app.feature.mend.MendFragment;
import cn.anxun.app.feature.notice.NoticeFragment;
import cn.anxun.app.feature.notice.NoticePageFragment;
import cn.anxun.app.feature.paper.PaperScreens;
import cn.anxun.app.feature.reminders.RemindersFragment;
import cn.anxun.app.feature.review.ReviewFragment;
import cn.anxun.app.feature.settings.SettingsFragment;
import cn.anxun.app.feature.shots.ChooseHazardFragment;
import cn.anxun.app.feature.shots.ShotsFragment;
import cn.anxun.app.feature.statistics.FigureFragment;
import cn.anxun.app.feature.statistics.StatisticsFragment;
import cn.anxun.app.feature.storage.StorageFragment;
import cn.anxun.app.feature.sync.SyncFragment;
import cn.anxun.app.feature.tally.TallyFragment;
import cn.anxun.app.feature.unlock.SetPinFragment;
import cn.anxun.app.feature.unlock.UnlockFragment;
import cn.anxun.app.feature.wiped.WipedFragment;
import cn.anxun.app.navigation.Destination;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.PaperIssued;
import java.util.Optional;

/** Which fragment shows which destination: every screen of the app stands here. */
final class Screens {
  private Screens() {}

  static Fragment of(Destination destination) {
    if (destination instanceof Destination.Home) {
      return new HomeFragment();
    }
    if (destination instanceof Destination.Review) {
      return new ReviewFragment();
    }
    if (destination instanceof Destination.Capture capture) {
      return CaptureFragment.of(capture);
    }
    if (destination instanceof Destination.Mark mark) {
      return MarkFragment.of(mark);
    }
    if (destination instanceof Destination.Shots) {
      return new ShotsFragment();
    }
    if (destination instanceof Destination.ChooseHazard choice) {
      return ChooseHazardFragment.of(choice);
    }
    if (destination instanceof Destination.Statistics) {
      return new StatisticsFragment();
    }
    if (destination instanceof Destination.Figure figure) {
      return FigureFragment.of(figure);
    }
    if (destination instanceof Destination.RecordDetail record) {
      if (record.type().equals(PaperIssued.KIND.recordType())) {
        return of(new Destination.Paper(record.subject()));
      }
      return record.type().equals(HazardFound.KIND.recordType())
          ? HazardFragment.of(record.subject())
          : DetailFragment.of(record);
    }
    if (destination instanceof Destination.Activities) {
      return new ActivitiesFragment();
    }
    if (destination instanceof Destination.Activity activity) {
      return ActivityFragment.of(activity);
    }
    if (destination instanceof Destination.Tally) {
      return new TallyFragment();
    }
    if (destination instanceof Destination.Enrol) {
      return new EnrolFragment();
    }
    if (destination instanceof Destination.Notice) {
      return new NoticeFragment();
    }
    if (destination instanceof Destination.Reminders) {
      return new RemindersFragment();
    }
    if (destination instanceof Destination.NoticePage) {
      return new NoticePageFragment();
    }
    if (destination instanceof Destination.Wiped) {
      return new WipedFragment();
    }
    if (destination instanceof Destination.SetPin) {
      return new SetPinFragment();
    }
    if (destination instanceof Destination.Unlock) {
      return new UnlockFragment();
    }
    if (destination instanceof Destination.Mend mend) {
      return MendFragment.of(mend.entry());
    }
    if (destination instanceof Destination.Sync) {
      return new SyncFragment();
    }
    if (destination instanceof Destination.Settings) {
      return new SettingsFragment();
    }
    if (destination instanceof Destination.Storage) {
      return new StorageFragment();
    }
    if (destination instanceof Destination.Hazards) {
      return new HazardsFragment();
    }
    if (destination instanceof Destination.Hazard hazard) {
      return HazardFragment.of(hazard.subject());
    }
    if (destination instanceof Destination.HazardForm form) {
      return HazardFormFragment.of(form.subject(), form.step(), form.entry());
    }
    Optional<Fragment> paper = PaperScreens.find(destination);
    if (paper.isPresent()) {
      return paper.get();
    }
    return InspectionScreens.find(destination)
        .orElseThrow(() -> new IllegalArgumentException("no screen for " + destination));
  }
}
