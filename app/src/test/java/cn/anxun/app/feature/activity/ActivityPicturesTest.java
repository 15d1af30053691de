package cn.anxun.app.feature.activity;

import android.view.View;
import android.view.ViewGroup;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EnforcementTaken;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** What the forms look like. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class ActivityPicturesTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void forms_areDrawn() {
    Screenshots.of("activities")
        .open(
            new Destination.Activities(),
            Look.all(),
            root -> hasChildren(root, R.id.activity_kinds));
    Screenshots.of("drill-cards")
        .open(
            new Destination.Activity(DrillHeld.KIND.name(), ""),
            Look.few(),
            root -> hasChildren(root, R.id.activity_cards));
    Screenshots.of("enforcement")
        .open(
            new Destination.Activity(EnforcementTaken.KIND.name(), ""),
            Look.few(),
            root -> hasChildren(root, R.id.activity_main_fields));
    Screenshots.of("drill-form")
        .after(
            activity -> {
              ViewGroup cards = activity.findViewById(R.id.activity_cards);
              if (cards.isShown()) {
                cards.getChildAt(2).performClick();
              }
              Screenshots.settle();
              activity.findViewById(R.id.ui_pad_plus_50).performClick();
            })
        .open(
            new Destination.Activity(DrillHeld.KIND.name(), ""),
            Look.all(),
            root ->
                hasChildren(root, R.id.activity_cards)
                    || hasChildren(root, R.id.activity_main_fields));
    Screenshots.of("tally")
        .open(new Destination.Tally(), Look.all(), root -> hasChildren(root, R.id.tally_measures));
  }

  private static boolean hasChildren(View root, int id) {
    ViewGroup group = root.findViewById(id);
    return group != null && group.getChildCount() > 0;
  }
}
