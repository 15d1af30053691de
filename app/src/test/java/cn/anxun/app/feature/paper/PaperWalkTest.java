package cn.anxun.app.feature.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Intent;
import android.view.View;
import androidx.core.content.IntentCompat;
import cn.anxun.app.Behind;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.NumberBlockRow;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.paper.PaperBook;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperLine;
import cn.anxun.core.paper.PaperRecord;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** From an inspection to the answered order, by the screens alone. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class PaperWalkTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject PaperNumbers numbers;
  @Inject PaperBook book;
  @Inject @Background Executor background;

  private Behind behind;
  private Phone phone;

  @Before
  public void start() {
    hilt.inject();
    Screenshots.set(Look.PLAIN);
    behind = new Behind(background);
    behind.ask(
        () -> {
          for (Paper paper : Paper.values()) {
            numbers.add(
                new NumberBlockRow(
                    "b-" + paper.key(), author.device(), paper.key(), 2026, 12, 30, 12, false));
          }
          return true;
        });
    phone = new Phone(background, new Destination.Home());
  }

  @After
  public void stop() {
    phone.close();
  }

  @Test
  public void inspection_isRecordedOrderedSignedSentReviewedAndAnswered() {
    begin("行政检查", "王芳");
    inspect("华兴机械");
    phone.tap(R.id.inspection_papers);
    assertThat(Paperwork.offered(phone)).containsExactly("填写现场检查记录", "填写责令限期整改指令书（2 条隐患）");

    issueTheRecord();
    issueTheOrder();
    PaperRecord order = issued(Paper.ORDER);
    assertThat(order.contents().lines()).hasSize(2);
    assertThat(order.signatures()).hasSize(3);
    assertThat(issued(Paper.CHECK_RECORD).contents().lines()).hasSize(3);
    phone.back();
    assertThat(Paperwork.offered(phone)).isEmpty();

    reviewFirstLine();
    View answer = phone.row(R.id.review_list, "还有 1 条没有复查");
    Screenshots.take(phone.activity(), "review-order-some", Look.PLAIN);
    phone.tap(answer, R.id.review_order_answer);
    phone.tapText(phone.find(R.id.paper_problems), "指令书第 2 项还没有“复查意见”，请逐项填写。");
    assertThat(phone.texts()).as("the hazard's page").anyMatch(text -> text.contains("灭火器"));
    phone.back();
    phone.back();
    reviewSecondLine();
    Screenshots.take(phone.activity(), "review-order-all", Look.PLAIN);
    phone.tap(phone.row(R.id.review_list, "2 条已全部复查"), R.id.review_order_answer);
    Paperwork.signAll(phone);
    phone.tap(R.id.paper_issue);

    PaperRecord review = issued(Paper.REVIEW);
    assertThat(review.answers()).isEqualTo(order.id());
    assertThat(review.fields().texts(PaperIssued.HAZARDS))
        .isEqualTo(order.fields().texts(PaperIssued.HAZARDS));
    assertThat(review.contents().lines())
        .extracting(PaperLine::passed)
        .containsExactlyInAnyOrder(true, false);
    assertThat(review.number()).isEqualTo("（区）应急复查〔2026〕12号");
    assertSent("整改复查意见书");
    phone.back();
    assertThat(phone.texts()).as("answered").noneMatch(text -> text.contains("全部复查"));
  }

  @Test
  public void patrol_leadsToANoticeAlone() {
    begin("巡查走访", "");
    inspect("阳光超市");

    phone.tap(R.id.inspection_papers);

    assertThat(Paperwork.offered(phone)).containsExactly("填写告知单");
    phone.tap(Paperwork.children(phone, R.id.paper_make).get(0));
    phone.type(R.id.paper_person, "刘店长");
    Paperwork.signAll(phone);
    phone.tap(R.id.paper_issue);
    assertThat(phone.text(R.id.paper_state)).contains("告知单", "12号");
    assertSent("告知单");
  }

  /** 今日巡查. */
  private void begin(String authority, String partner) {
    phone.tap(R.id.home_inspection);
    phone.tap(R.id.inspection_round_card);
    phone.type(R.id.inspection_partners, partner);
    phone.tapText(phone.find(R.id.inspection_authorities), authority);
    phone.tap(R.id.inspection_round_done);
  }

  /** Two hazards to be fixed within three days, one fixed on the spot. */
  private void inspect(String site) {
    phone.type(R.id.inspection_search, site);
    phone.tap(R.id.inspection_new);
    phone.tapText(phone.find(R.id.inspection_new_kinds), "小商铺");
    phone.tap(R.id.inspection_new_start);
    for (String question : new String[] {"安全出口", "灭火器压力正常", "是否未在室内、楼道停放电动自行车"}) {
      phone.tap(phone.described("不合格：" + question));
    }
    for (String hazard : new String[] {"安全出口", "灭火器"}) {
      phone.tap(phone.described("编辑：" + hazard));
      phone.tapText(phone.find(R.id.inspection_dispositions), "限期整改");
      phone.tapText(phone.find(R.id.inspection_days), "3 天");
      phone.tap(R.id.inspection_hazard_done);
    }
    phone.tap(R.id.inspection_finish);
    phone.tap(R.id.inspection_save);
    assertThat(phone.text(R.id.inspection_done_text)).contains("发现隐患 3 条");
  }

  private void issueTheRecord() {
    phone.tap(Paperwork.children(phone, R.id.paper_make).get(0));
    List<View> officers = Paperwork.children(phone, R.id.paper_officers);
    assertThat(officers).hasSize(2);
    phone.type(officers.get(0).findViewById(R.id.paper_officer_certificate), "ZF-001");
    phone.type(officers.get(1).findViewById(R.id.paper_officer_certificate), "ZF-002");
    phone.type(R.id.paper_person, "刘厂长");
    phone.type(R.id.paper_place, "一车间");
    Paperwork.signAll(phone);
    phone.tap(R.id.paper_issue);
    assertThat(phone.text(R.id.paper_state)).contains("（区）应急检记〔2026〕12号");
    phone.back();
  }

  /** The site refuses, and a witness signs instead. */
  private void issueTheOrder() {
    int before = phone.taps();
    phone.tap(Paperwork.children(phone, R.id.paper_make).get(0));
    phone.tap(R.id.paper_refused);
    phone.type(R.id.paper_reason, "对检查结果有异议");
    phone.type(R.id.paper_witness, "周敏");
    Paperwork.signAll(phone);
    phone.tap(R.id.paper_issue);
    assertThat(phone.text(R.id.paper_state)).contains("（区）应急责改〔2026〕12号");
    assertSent("责令限期整改指令书");
    int taps = phone.taps() - before;
    System.out.println(
        "taps: an order of two hazards with three signatures, one of a witness to the refusal,"
            + " from the visit's papers until it is sent: "
            + taps);
    assertThat(taps).isLessThanOrEqualTo(12);
  }

  private void reviewFirstLine() {
    phone.back();
    phone.tap(R.id.inspection_home);
    phone.tap(R.id.home_review);
    phone.shoot(phone.find(phone.row(R.id.review_list, "安全出口"), R.id.review_passed).orElseThrow());
  }

  private void reviewSecondLine() {
    phone.tap(phone.row(R.id.review_list, "灭火器"), R.id.review_failed);
    phone.tap(phone.row(R.id.review_list, "灭火器"), R.id.review_days_7);
  }

  private PaperRecord issued(Paper sort) {
    List<PaperRecord> papers = behind.ask(() -> book.listIssued(10));
    papers.removeIf(other -> !other.paper().filter(sort::equals).isPresent());
    assertThat(papers).hasSize(1);
    return papers.get(0);
  }

  private void assertSent(String name) {
    phone.tap(R.id.paper_send);
    Intent chooser = shadowOf(phone.activity()).getNextStartedActivity();
    Intent sent = IntentCompat.getParcelableExtra(chooser, Intent.EXTRA_INTENT, Intent.class);
    assertThat(sent).isNotNull();
    assertThat(sent.getType()).isEqualTo("application/pdf");
    assertThat(sent.getClipData().getItemAt(0).getUri().getPath()).contains(name).endsWith(".pdf");
  }
}
