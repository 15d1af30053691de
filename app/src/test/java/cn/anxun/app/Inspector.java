package cn.anxun.app;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.WorkManager;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.sync.WorkSchedule;
import java.util.concurrent.ExecutionException;

/** What an inspector does with the phone in a day, by the screens alone. */
public final class Inspector {
  private static final String PIN = "135790";

  private final Phone phone;

  public Inspector(Phone phone) {
    this.phone = phone;
  }

  /** Was told what is collected and why, and agrees; nothing of the app is reached before. */
  public void agree() {
    Screenshots.await(
        "the notice", () -> phone.shows(R.id.notice_agree) || phone.shows(R.id.enrol_submit));
    if (phone.shows(R.id.notice_agree)) {
      phone.tap(R.id.notice_agree);
    }
    await(R.id.enrol_submit);
  }

  /** 入网 by hand, and a PIN. */
  public void enrol(String server, String code) {
    agree();
    phone.type(R.id.enrol_server, server);
    phone.type(R.id.enrol_code, code);
    phone.tap(R.id.enrol_submit);
    setPin();
  }

  /** 入网 by what the administrator shows, and a PIN. */
  public void enrolByQr(String link) {
    scan(link);
    setPin();
  }

  /** Holds the phone over a QR. */
  public void scan(String text) {
    agree();
    phone.tap(R.id.enrol_scan);
    phone.scan(text);
  }

  private void setPin() {
    await(R.id.unlock_set_first);
    phone.type(R.id.unlock_set_first, PIN);
    phone.type(R.id.unlock_set_second, PIN);
    phone.tap(R.id.unlock_set_done);
    await(R.id.home_inspection);
  }

  /** The app was started anew and asks for the PIN. */
  public void unlock() {
    await(R.id.unlock_pin);
    phone.type(R.id.unlock_pin, PIN);
    phone.tap(R.id.unlock_open);
    await(R.id.home_inspection);
  }

  /**
   * A shop that nobody knew: a major hazard and a general one, both within three days, and one that
   * is put right on the spot.
   */
  public void inspect(String shop) {
    phone.tap(R.id.home_inspection);
    phone.type(R.id.inspection_search, shop);
    phone.tap(R.id.inspection_new);
    phone.tapText(phone.find(R.id.inspection_new_kinds), "小商铺");
    phone.tap(R.id.inspection_new_start);
    for (String question : new String[] {"安全出口", "灭火器压力正常", "是否未在室内、楼道停放电动自行车"}) {
      phone.tap(phone.described("不合格：" + question));
    }
    phone.tap(phone.described("编辑：安全出口"));
    phone.tapText(phone.find(R.id.inspection_levels), "重大");
    phone.type(R.id.inspection_criterion, "《重大火灾隐患判定方法》第七条");
    withinThreeDays();
    phone.tap(phone.described("编辑：灭火器"));
    withinThreeDays();
    phone.shoot(phone.described("拍照：电动自行车"));
    phone.shoot(phone.described("拍照：电动自行车"));
    phone.tap(R.id.inspection_finish);
    phone.tap(R.id.inspection_save);
    assertThat(phone.text(R.id.inspection_done_text)).contains(shop, "发现隐患 3 条");
    phone.tap(R.id.inspection_home);
    await(R.id.home_review);
  }

  private void withinThreeDays() {
    phone.tapText(phone.find(R.id.inspection_dispositions), "限期整改");
    phone.tapText(phone.find(R.id.inspection_days), "3 天");
    phone.tap(R.id.inspection_hazard_done);
  }

  /** The hazard in whose row this stands has been put right: one photo. */
  public void review(String hazard) {
    phone.tap(R.id.home_review);
    phone.tap(R.id.review_horizon_week);
    phone.shoot(phone.find(phone.row(R.id.review_list, hazard), R.id.review_passed).orElseThrow());
    phone.back();
  }

  /** 演练, so many people. */
  public void drill(String people) {
    phone.tap(R.id.home_drill);
    phone.tapText(phone.find(R.id.activity_cards), "社区防汛");
    pad(people);
    phone.tap(R.id.activity_save);
    phone.back();
  }

  /** 培训, so many people. */
  public void training(String people) {
    phone.tap(R.id.home_training);
    phone.tapText(phone.find(R.id.activity_cards), "网格员");
    pad(people);
    phone.tap(R.id.activity_save);
    phone.back();
  }

  /** 汇总报送 of the year for a unit. */
  public void tally(String unit, String measure, String quantity) {
    phone.tap(R.id.home_more);
    phone.tapText(phone.find(R.id.activity_kinds), "汇总报送");
    phone.type(R.id.tally_unit, unit);
    phone.tap(R.id.tally_year);
    View chip = phone.find(R.id.tally_measures).findViewWithTag(measure);
    phone.tap(chip);
    pad(quantity);
    phone.tap(R.id.tally_save);
    phone.back();
    phone.back();
  }

  private void pad(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      phone.tapText(phone.activity().getWindow().getDecorView(), digits.substring(i, i + 1));
    }
  }

  /** 立即同步, until it has come to its end, of which the line on the page begins so. */
  public void sync(String line) {
    beginSync();
    Screenshots.await("the end of the sync", () -> !isSyncing());
    phone.settle();
    assertThat(phone.text(R.id.sync_line)).startsWith(line);
  }

  private static boolean isSyncing() {
    try {
      return WorkManager.getInstance(ApplicationProvider.getApplicationContext())
          .getWorkInfosForUniqueWork(WorkSchedule.NOW)
          .get()
          .stream()
          .anyMatch(work -> !work.getState().isFinished());
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** 立即同步, and whatever comes of it. */
  public void beginSync() {
    if (!phone.shows(R.id.sync_now)) {
      phone.tap(R.id.home_sync);
    }
    phone.tap(R.id.sync_now);
  }

  /** The first of what the server did not take: its field at fault is typed anew and sent again. */
  public void mend(String field, String value) {
    phone.tapText(phone.find(R.id.sync_refused), "修改");
    phone.type(phone.field(field), value);
    phone.tap(R.id.mend_send);
    await(R.id.sync_now);
  }

  /** Until the screen says this somewhere. */
  public void awaitText(String part) {
    Screenshots.await(
        part, () -> Touchables.shows(phone.activity().getWindow().getDecorView(), part));
  }

  private void await(int id) {
    Screenshots.await(
        phone.activity().getResources().getResourceEntryName(id), () -> phone.shows(id));
  }
}
