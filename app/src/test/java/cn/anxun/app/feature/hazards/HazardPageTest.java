package cn.anxun.app.feature.hazards;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.OfficeFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.RecordRow;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Colleagues;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timeline;
import cn.anxun.app.record.Timelines;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.sync.People;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** A hazard's page and the forms of its steps, on their real screens. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class HazardPageTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject Records records;
  @Inject Timelines timelines;
  @Inject RoomPhoneStore store;
  @Inject Colleagues colleagues;
  @Inject @Background Executor background;

  private Behind behind;
  private String hazard = "";

  @Before
  public void record() {
    hilt.inject();
    behind = new Behind(background);
    hazard =
        behind.ask(
            () -> {
              HazardFixtures fixtures = new HazardFixtures(recorder);
              return fixtures.hazard(fixtures.site("阳光超市"), "灭火器过期", -3);
            });
  }

  private Phone open() {
    return new Phone(background, new Destination.Hazard(hazard));
  }

  @Test
  public void page_whenOpen_showsAllAndTheNextStep() {
    Phone phone = open();

    assertThat(phone.texts())
        .contains("灭火器过期", "阳光超市", "记录整改", "发现隐患", "整改期限", "2026年2月27日")
        .anyMatch(text -> text.contains("逾期 3 天"));
  }

  @Test
  public void next_fromOpenToClosed_isOneButtonEach() {
    Phone phone = open();

    phone.tap(R.id.hazards_next);
    phone.type(field(phone, "measures_taken"), "已更换");
    phone.type(field(phone, "cost_yuan"), "1200");
    phone.tap(R.id.hazards_form_camera);
    phone.shoot();
    phone.tap(R.id.hazards_form_save);
    assertThat(row().state()).isEqualTo("rectified");
    assertThat(text(phone, R.id.hazards_next)).isEqualTo("复查");

    phone.tap(R.id.hazards_next);
    phone.tapText(phone.find(R.id.hazards_form_fields), "已整改，通过");
    phone.tap(R.id.hazards_form_save);

    assertThat(row().state()).isEqualTo("closed");
    assertThat(phone.shows(R.id.hazards_next)).isFalse();
    assertThat(phone.texts()).contains("已销号，没有待办的下一步。", "复查通过");
    assertThat(phone.texts()).anyMatch(text -> text.contains("整改费用（元）：1,200"));
    assertThat(behind.ask(() -> records.listPhotos(hazard))).hasSize(1);
  }

  @Test
  public void review_whenNotPassed_asksForADeadline() {
    Phone phone = form(HazardStep.REVIEW, "");

    phone.tap(R.id.hazards_form_save);
    assertThat(phone.texts()).contains("请填写“是否通过”");
    phone.tapText(phone.find(R.id.hazards_form_fields), "未整改，不通过");
    phone.tapText(phone.find(R.id.hazards_form_fields), "+15天");
    phone.tap(R.id.hazards_form_save);

    assertThat(row().deadline()).isEqualTo(day().plusDays(15));
  }

  @Test
  public void form_whenTheProcessIsKilled_keepsWhatWasTyped() {
    Phone phone = form(HazardStep.RECTIFY, "");
    phone.type(field(phone, "measures_taken"), "正在更换，");
    phone.tap(R.id.hazards_form_camera);

    phone.shootAfterKill();

    assertThat(((TextView) field(phone, "measures_taken")).getText().toString()).isEqualTo("正在更换，");
    assertThat(text(phone, R.id.hazards_form_photo_heading)).isEqualTo("照片（1 张）");
  }

  @Test
  public void extend_toAnEarlierDay_isRefusedInASentence() {
    Phone phone = form(HazardStep.EXTEND, "");

    phone.tap(R.id.hazards_form_save);
    assertThat(phone.texts()).contains("请填写“整改期限”");
    phone.tapText(phone.find(R.id.hazards_form_fields), "+7天");
    phone.tapText(phone.find(R.id.hazards_form_fields), "天气原因");
    phone.tap(R.id.hazards_form_save);

    assertThat(row().deadline()).isEqualTo(day().plusDays(7));
    assertThat(row().extensions()).isEqualTo(1);
  }

  @Test
  public void correct_ofOnesOwn_countsAtOnceAndNamesOldAndNew() {
    Phone phone = form(HazardStep.CORRECT, "");
    phone.tap(phone.find(field(phone, "field", ViewGroup.class), R.id.hazards_form_button).get());
    phone.choose("隐患类别");
    assertThat(phone.texts()).contains("原来：消防");
    phone.tap(phone.find(field(phone, "new", ViewGroup.class), R.id.hazards_form_button).get());
    phone.choose("用电");
    phone.tap(R.id.hazards_form_save);

    assertThat(row().kind()).isEqualTo("用电");
    Phone page = open();
    assertThat(page.texts()).anyMatch(text -> text.contains("隐患类别：消防 → 用电"));
  }

  @Test
  public void list_byAnInspector_isAProposalAndSaysWhy() {
    Phone phone = form(HazardStep.LIST, "");
    assertThat(text(phone, R.id.hazards_form_note)).contains("须由科室负责人以上决定");

    phone.tapText(phone.find(R.id.hazards_form_fields), "区");
    phone.tap(R.id.hazards_form_save);

    assertThat(row().listed()).isFalse();
    assertThat(effect("Listed")).isEqualTo(Timeline.Effect.PROPOSAL);
    Phone page = open();
    assertThat(page.texts()).anyMatch(text -> text.contains("建议，待有权限的人认可后生效"));
  }

  @Test
  public void void_asADouble_takesItOutOfTheList_andCanBeUndone() {
    String other =
        behind.ask(
            () -> {
              HazardFixtures fixtures = new HazardFixtures(recorder);
              return fixtures.hazard(fixtures.site("阳光超市二店"), "灭火器过期", -3);
            });
    String number = behind.ask(() -> records.find(other).get().record().number());
    Phone phone = form(HazardStep.VOID, "");
    phone.tapText(phone.find(R.id.hazards_form_fields), "重复登记");
    phone.type(field(phone, "duplicate_of"), "26-K3-9999-1");
    phone.tap(R.id.hazards_form_save);
    assertThat(phone.texts()).anyMatch(text -> text.contains("没有编号为 26-K3-9999-1 的隐患"));
    phone.type(field(phone, "duplicate_of"), number);
    phone.tap(R.id.hazards_form_save);

    assertThat(behind.ask(() -> records.find(hazard))).isEmpty();
    phone.tap(com.google.android.material.R.id.snackbar_action);
    assertThat(behind.ask(() -> records.find(hazard))).isPresent();
  }

  @Test
  public void rewrite_beforeTheFirstSending_editsUnderItsOwnId() {
    int entries = behind.ask(() -> store.listOwn(hazard)).size();
    Phone phone = form(HazardStep.REWRITE, "");
    phone.type(field(phone, "description"), "灭火器过期两具");
    phone.tap(R.id.hazards_form_save);

    assertThat(row().title()).isEqualTo("灭火器过期两具");
    assertThat(behind.ask(() -> store.listOwn(hazard))).hasSize(entries);
    assertThat(behind.ask(() -> store.find(hazard).get().entry().fields().text(HazardFound.LEVEL)))
        .isEqualTo("一般");
  }

  @Test
  public void rewrite_onceSendingBegan_saysThatACorrectionIsNeeded() {
    behind.ask(() -> store.beginAttempt(List.of(hazard)));
    Phone phone = open();
    phone.tap(R.id.hazards_more);
    phone.choose("撤回修改\n已开始上传，不能撤回，请用“更正”或“作废”");

    assertThat(phone.texts()).contains("已开始上传，不能撤回，请用“更正”或“作废”");
  }

  @Test
  public void more_whenClosed_saysWhatIsNotOpenAndWhy() {
    behind.ask(
        () -> {
          new HazardFixtures(recorder).rectify(hazard);
          return true;
        });
    Phone phone = open();
    phone.tap(R.id.hazards_more);

    assertThat(phone.dialogTexts()).contains("延期\n已报整改，正在等待复查", "更正", "作废", "销号审批\n还没有销号：不消除不销号");
  }

  @Test
  public void amend_aStepNotSentYet_takesItBackAndUndoSaysItAgain() {
    behind.ask(
        () -> {
          new HazardFixtures(recorder).rectify(hazard);
          return true;
        });
    Phone phone = open();

    phone.tap(R.id.hazards_step_amend);
    phone.choose("撤回这一步");
    assertThat(row().state()).isEqualTo("open");
    phone.tap(com.google.android.material.R.id.snackbar_action);

    assertThat(row().state()).isEqualTo("rectified");
  }

  @Test
  public void page_whenTheOfficeAndTheServerToldNames_showsThemForCodesAndAccounts() {
    behind.ask(
        () -> {
          new OfficeFixtures(store).units("U01", "城东街道", "U02", "应急管理局");
          colleagues.keep("phone-1", new People(Map.of("li", "李明")), Instant.EPOCH);
          HazardFixtures fixtures = new HazardFixtures(recorder);
          hazard =
              fixtures.hazard(
                  fixtures.site("洞庭酒店"),
                  Fields.builder()
                      .set(HazardFound.DESCRIPTION, "应急灯损坏")
                      .set(HazardFound.RESPONSIBLE_UNIT, "U01")
                      .set(HazardFound.SUPERVISING_DEPARTMENT, "U99")
                      .build());
          return true;
        });

    Phone phone = open();

    assertThat(phone.texts()).contains("城东街道", "U99").doesNotContain("U01");
    assertThat(phone.texts()).anyMatch(text -> text.contains("李明"));

    Phone form = form(HazardStep.CORRECT, "");
    form.tap(form.find(field(form, "field", ViewGroup.class), R.id.hazards_form_button).get());
    form.choose("责任单位");
    form.tapText(form.find(R.id.hazards_form_fields), "应急管理局");
    form.tap(R.id.hazards_form_save);

    assertThat(open().texts()).anyMatch(text -> text.contains("责任单位：城东街道 → 应急管理局"));
    assertThat(
            behind
                .ask(() -> timelines.record(hazard, day()))
                .orElseThrow()
                .fields()
                .text(HazardFound.RESPONSIBLE_UNIT))
        .isEqualTo("U02");
  }

  @Test
  public void page_ofAnUnknownHazard_saysSo() {
    Phone phone = new Phone(background, new Destination.Hazard("nothing"));

    assertThat(phone.texts()).contains("本机没有这条隐患，可能还没有同步下来。");
    assertThat(phone.shows(R.id.hazards_next)).isFalse();
  }

  private Phone form(HazardStep step, String entry) {
    Phone phone = open();
    phone.activity().open(new Destination.HazardForm(hazard, step.name(), entry));
    phone.settle();
    return phone;
  }

  /** The field that is typed into. */
  private static View field(Phone phone, String name) {
    return phone
        .find(field(phone, name, ViewGroup.class), R.id.hazards_form_text)
        .orElseThrow(AssertionError::new);
  }

  private static <T extends View> T field(Phone phone, String name, Class<T> type) {
    View field = phone.find(R.id.hazards_form_fields).findViewWithTag(name);
    return Optional.ofNullable(type.cast(field))
        .orElseThrow(() -> new AssertionError("no field " + name + " in " + phone.texts()));
  }

  private Timeline.Effect effect(String kind) {
    for (Timeline.Step step : behind.ask(() -> timelines.timeline(hazard, day())).steps()) {
      if (step.source().entry().kind().name().equals(kind)) {
        return step.effect();
      }
    }
    throw new AssertionError("no " + kind);
  }

  private RecordRow row() {
    return behind.ask(() -> records.find(hazard).orElseThrow(AssertionError::new).record());
  }

  private LocalDate day() {
    return recorder.today();
  }

  private static String text(Phone phone, int id) {
    return ((TextView) phone.find(id)).getText().toString();
  }
}
