package cn.anxun.app.feature.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.widget.TextView;
import androidx.recyclerview.widget.RecyclerView;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** The list of hazards on its real screen. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class HazardsScreenTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject Records records;
  @Inject @Background Executor background;

  private Behind behind;

  @Before
  public void inject() {
    hilt.inject();
    behind = new Behind(background);
  }

  private Phone open() {
    return new Phone(background, new Destination.Hazards());
  }

  @Test
  public void list_whenThereIsNone_saysSo() {
    Phone phone = open();

    assertThat(phone.texts()).anyMatch(text -> text.startsWith("台账里还没有隐患"));
    assertThat(phone.shows(R.id.hazards_mend)).isFalse();
  }

  @Test
  public void search_byDescriptionNumberSiteOrInitials_findsIt() {
    record();
    String number =
        behind.ask(
            () ->
                String.valueOf(
                    records
                        .list(HazardFilter.ALL.withText("灭火器").query(recorder.today()), 0, 1)
                        .get(0)
                        .record()
                        .number()));
    Phone phone = open();

    assertThat(total(phone)).isEqualTo("共 4 条");
    for (String text : new String[] {"灭火器", number, "阳光", "ygcs"}) {
      phone.type(phone.find(R.id.hazards_search), text);
      assertThat(phone.texts()).as(text).contains("灭火器过期");
      assertThat(phone.texts()).as(text).doesNotContain("配电箱无门");
    }
    phone.type(phone.find(R.id.hazards_search), "没有这个");
    assertThat(phone.texts()).contains("没有符合条件的隐患。");
    phone.tap(R.id.hazards_mend);
    assertThat(total(phone)).isEqualTo("共 4 条");
  }

  @Test
  public void filter_byEachPart_takesWhatFits() {
    record();
    Phone phone = open();

    choose(phone, HazardFilter.Part.STANDING, "OVERDUE");
    assertThat(total(phone)).isEqualTo("共 2 条");
    choose(phone, HazardFilter.Part.STANDING, "RECTIFIED");
    assertThat(total(phone)).isEqualTo("共 1 条");
    choose(phone, HazardFilter.Part.STANDING, "");
    choose(phone, HazardFilter.Part.LEVEL, "拟判重大");
    assertThat(total(phone)).isEqualTo("共 1 条");
    assertThat(phone.texts()).contains("级别：拟判重大");
    choose(phone, HazardFilter.Part.LEVEL, "");
    choose(phone, HazardFilter.Part.SPAN, "LAST_YEAR");
    assertThat(total(phone)).isEqualTo("共 0 条");
    choose(phone, HazardFilter.Part.SPAN, "YEAR");
    assertThat(total(phone)).isEqualTo("共 4 条");
    choose(phone, HazardFilter.Part.UNIT, "城东街道");
    choose(phone, HazardFilter.Part.INDUSTRY, "消防");
    choose(phone, HazardFilter.Part.DIVISION, "430602001001");
    assertThat(total(phone)).isEqualTo("共 4 条");
    choose(phone, HazardFilter.Part.SORT, "DEADLINE");
    assertThat(first(phone)).contains("配电箱无门");
  }

  @Test
  public void filter_whenTheProcessIsKilled_holds() {
    record();
    Phone phone = open();
    choose(phone, HazardFilter.Part.STANDING, "RECTIFIED");
    phone.type(phone.find(R.id.hazards_search), "楼道");

    phone.kill();

    assertThat(total(phone)).isEqualTo("共 1 条");
    assertThat(((TextView) phone.find(R.id.hazards_search)).getText().toString()).isEqualTo("楼道");
  }

  @Test
  public void scroll_toTheEndOfManyRows_readsThemPageByPage() {
    int many = 3 * Records.PAGE + 20;
    behind.ask(
        () -> {
          HazardFixtures fixtures = new HazardFixtures(recorder);
          String site = fixtures.site("阳光超市");
          for (int i = 0; i < many; i++) {
            fixtures.hazard(site, "隐患第" + i + "条", 5);
          }
          return true;
        });
    Phone phone = open();
    RecyclerView list = (RecyclerView) phone.find(R.id.hazards_list);
    assertThat(rows(list)).isEqualTo(Records.PAGE);

    for (int i = 0; i < 8; i++) {
      list.scrollToPosition(rows(list) - 1);
      phone.settle();
      list.scrollBy(0, -5);
      phone.settle();
    }

    assertThat(rows(list)).isEqualTo(many);
    assertThat(total(phone)).isEqualTo("共 320 条");
  }

  private void record() {
    behind.ask(
        () -> {
          HazardFixtures fixtures = new HazardFixtures(recorder);
          String shop = fixtures.site("阳光超市");
          String works = fixtures.site("鑫源五金厂");
          fixtures.hazard(shop, "灭火器过期", -1);
          fixtures.hazard(works, "配电箱无门", -9);
          fixtures.rectify(fixtures.hazard(works, "楼道堆物", 3));
          fixtures.hazard(
              works,
              Fields.builder()
                  .set(HazardFound.DESCRIPTION, "有限空间作业未审批")
                  .set(HazardFound.LEVEL, "重大")
                  .set(HazardFound.DEADLINE, fixtures.today().plusDays(9))
                  .build());
          return true;
        });
  }

  private static int rows(RecyclerView list) {
    RecyclerView.Adapter<?> adapter = list.getAdapter();
    return adapter == null ? 0 : adapter.getItemCount();
  }

  private static String first(Phone phone) {
    RecyclerView list = (RecyclerView) phone.find(R.id.hazards_list);
    list.scrollToPosition(0);
    phone.settle();
    return String.join("\n", Phone.texts(list.getChildAt(0)));
  }

  private static String total(Phone phone) {
    return ((TextView) phone.find(R.id.hazards_total)).getText().toString();
  }

  private static void choose(Phone phone, HazardFilter.Part part, String value) {
    View chip = phone.find(R.id.hazards_filters).findViewWithTag(part.name());
    phone.tap(chip);
    phone.choose(FilterChips.label(chip.getContext(), part, value, Names.NONE));
  }
}
