package cn.anxun.app.feature.mend;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.widget.TextView;
import androidx.fragment.app.Fragment;
import androidx.test.core.app.ApplicationProvider;
import androidx.work.testing.WorkManagerTestInitHelper;
import cn.anxun.app.Behind;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.OfficeFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.CustomRecorded;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.EntryProblem.Code;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.RecordKindDefined;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.OutboxEntry;
import cn.anxun.core.sync.OutboxState;
import com.google.android.material.datepicker.MaterialDatePicker;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Whatever field the refusal names is filled in anew by the editor of its kind. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class MendTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject RoomPhoneStore store;
  @Inject @Background Executor background;

  private Behind behind;

  @Before
  public void inject() {
    hilt.inject();
    WorkManagerTestInitHelper.initializeTestWorkManager(
        ApplicationProvider.getApplicationContext());
    behind = new Behind(background);
  }

  @Test
  public void text_whenTooLong_isTypedAnewUnderTheSameId() {
    String id = refused(DrillHeld.KIND, Fields.NONE, Code.TOO_LONG, "note");
    Phone phone = open(id);
    assertThat(phone.texts()).contains("请核对后重新填写。");

    phone.type(field(phone, "note"), "已核对");
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().text(RecordFields.NOTE)).isEqualTo("已核对");
    assertThat(phone.shows(R.id.mend_send)).isFalse();
  }

  @Test
  public void wholeNumber_isTappedOnThePad() {
    Fields fields = Fields.builder().set(DrillHeld.PARTICIPANTS, 9L).build();
    String id = refused(DrillHeld.KIND, fields, Code.OUT_OF_RANGE, "participants");
    Phone phone = open(id);

    phone.tap(R.id.ui_pad_plus_10);
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().find(DrillHeld.PARTICIPANTS)).hasValue(19L);
  }

  @Test
  public void decimal_isTappedOnThePad() {
    String hazard = hazard();
    String id =
        refused(
            Rectified.KIND,
            hazard,
            Fields.builder().set(Rectified.COST_YUAN, new BigDecimal("12.5")).build(),
            Code.OUT_OF_RANGE,
            "cost_yuan");
    Phone phone = open(id);

    phone.tap(R.id.ui_pad_plus_100);
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().find(Rectified.COST_YUAN))
        .hasValueSatisfying(cost -> assertThat(cost).isEqualByComparingTo("112.5"));
  }

  @Test
  public void dayOfTheEntry_isChosenInTheCalendar() {
    String id = refused(DrillHeld.KIND, Fields.NONE, Code.YEAR_OUT_OF_RANGE, "businessDate");
    Phone phone = open(id);

    chooseToday(phone);
    phone.tap(R.id.mend_send);

    assertThat(mended(id).header().businessDate()).isEqualTo(recorder.today());
  }

  @Test
  public void dayInAField_isChosenInTheCalendar() {
    Fields fields =
        Fields.builder().set(HazardFound.DEADLINE, recorder.today().plusYears(9)).build();
    String id = refused(HazardFound.KIND, fields, Code.BAD_DATE, "deadline");
    Phone phone = open(id);

    chooseToday(phone);
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().find(HazardFound.DEADLINE)).hasValue(recorder.today());
  }

  @Test
  public void code_isChosenOfItsList() {
    Fields fields = Fields.builder().set(HazardFound.LEVEL, "不知道").build();
    String id = refused(HazardFound.KIND, fields, Code.WRONG_TYPE, "level");
    Phone phone = open(id);

    phone.tapText(phone.find(R.id.mend_field), "一般");
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().text(HazardFound.LEVEL)).isEqualTo("一般");
  }

  @Test
  public void flag_isSwitched() {
    String id = refused(HazardFound.KIND, Fields.NONE, Code.WRONG_TYPE, "fixed_on_the_spot");
    Phone phone = open(id);

    phone.tap(R.id.form_flag);
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().is(HazardFound.FIXED_ON_THE_SPOT)).isTrue();
  }

  @Test
  public void unit_isFoundByItsName() {
    behind.ask(
        () -> {
          new OfficeFixtures(store).units("U01", "城东街道", "U02", "南湖街道");
          return true;
        });
    String id = refused(DrillHeld.KIND, Fields.NONE, Code.REFUSED, "unit");
    Phone phone = open(id);

    phone.type(field(phone, "unit"), "南湖街道");
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().text(RecordFields.UNIT)).isEqualTo("U02");
  }

  @Test
  public void fieldOfTheOfficesOwnKind_isAskedForByItsDefinition() {
    behind.ask(
        () -> {
          new OfficeFixtures(store)
              .revise(
                  RecordKindDefined.KIND,
                  Documents.recordKind("flood_patrol"),
                  Fields.builder()
                      .set(RecordKindDefined.NAME, "flood_patrol")
                      .raw(
                          "document",
                          JsonText.read(
                              "{\"name\":\"flood_patrol\",\"label\":\"巡堤\",\"fields\":["
                                  + "{\"name\":\"walkers\",\"label\":\"巡堤人数\",\"type\":\"integer\"}]}"))
                      .build());
          return true;
        });
    String id =
        refused(
            CustomRecorded.KIND,
            Fields.builder()
                .set(CustomRecorded.RECORD_KIND, "flood_patrol")
                .raw("walkers", Json.of("三个"))
                .build(),
            Code.WRONG_TYPE,
            "walkers");
    Phone phone = open(id);

    phone.tap(R.id.ui_pad_3);
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().raw("walkers")).isEqualTo(Json.of(3));
  }

  @Test
  public void whatHasNoField_isSentOnceMoreAsItIs() {
    String id = refused(DrillHeld.KIND, Fields.NONE, Code.REFUSED, "");
    Phone phone = open(id);
    assertThat(phone.shows(R.id.mend_none)).isTrue();

    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().text(RecordFields.UNIT)).isEqualTo("城东街道");
  }

  @Test
  public void whatIsStillNotAcceptable_staysWithTheReason_andAKillLosesNothing() {
    String id = refused(DrillHeld.KIND, Fields.NONE, Code.TOO_LONG, "evaluation");
    Phone phone = open(id);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2001; i++) {
      text.append('好');
    }
    TextView typed = (TextView) field(phone, "evaluation");
    typed.setFilters(new android.text.InputFilter[0]);
    phone.type(typed, text.toString());
    phone.tap(R.id.mend_send);
    assertThat(phone.texts()).anyMatch(line -> line.contains("“演练评估”超过"));
    assertThat(own(id).state()).isEqualTo(OutboxState.QUARANTINED);

    phone.type(field(phone, "evaluation"), "讲评已记录");
    phone.kill();
    assertThat(((TextView) field(phone, "evaluation")).getText().toString()).isEqualTo("讲评已记录");
    phone.tap(R.id.mend_send);

    assertThat(mended(id).fields().text(DrillHeld.EVALUATION)).isEqualTo("讲评已记录");
  }

  @Test
  public void mend_ofAnEntryThatNeedsNone_saysSoAndGoesBack() {
    Phone phone = new Phone(background, new Destination.Sync());
    phone.activity().open(new Destination.Mend("nothing"));
    phone.settle();

    assertThat(phone.shows(R.id.mend_send)).isFalse();
    assertThat(phone.texts()).contains("这条记录已不需要修改");
  }

  @Test
  public void screen_whateverTheLook_isWhole() {
    Fields fields =
        Fields.builder().set(DrillHeld.NAME, "洞庭社区防汛应急演练").set(DrillHeld.PARTICIPANTS, 9L).build();
    String number = refused(DrillHeld.KIND, fields, Code.OUT_OF_RANGE, "participants");
    Screenshots.of("mend-number")
        .open(
            new Destination.Mend(number), Look.few(), root -> Touchables.shows(root, "洞庭社区防汛应急演练"));
    String level =
        refused(
            HazardFound.KIND,
            Fields.builder().set(HazardFound.DESCRIPTION, "应急灯损坏").build(),
            Code.MISSING,
            "level");
    Screenshots.of("mend-code")
        .open(new Destination.Mend(level), Look.few(), root -> Touchables.shows(root, "应急灯损坏"));
  }

  private String hazard() {
    return behind.ask(
        () -> {
          HazardFixtures fixtures = new HazardFixtures(recorder);
          return fixtures.hazard(fixtures.site("阳光超市"), "灭火器过期", 3);
        });
  }

  private String refused(Kind kind, Fields fields, Code code, String field) {
    return refused(kind, "", fields, code, field);
  }

  /** Recorded yesterday, and not taken by the server because of this field. */
  private String refused(Kind kind, String subject, Fields fields, Code code, String field) {
    return behind.ask(
        () -> {
          Fields said = fields.toBuilder().set(RecordFields.UNIT, "城东街道").build();
          recorder.record(
              recording -> {
                if (subject.isEmpty()) {
                  recording.open(kind, recorder.today().minusDays(1), said);
                } else {
                  recording.step(kind, subject, recorder.today().minusDays(1), fields);
                }
              });
          List<OutboxEntry> pending = store.list(OutboxState.PENDING);
          String id = pending.get(pending.size() - 1).id();
          store.quarantine(id, new EntryProblem(code, field, "请核对后重新填写。"));
          return id;
        });
  }

  private Phone open(String id) {
    Phone phone = new Phone(background, new Destination.Sync());
    phone.activity().open(new Destination.Mend(id));
    phone.settle();
    return phone;
  }

  private static View field(Phone phone, String name) {
    View field = phone.find(R.id.mend_field).findViewWithTag(name);
    assertThat(field).as("the field %s", name).isNotNull();
    return field;
  }

  /** The calendar opens at today. */
  private static void chooseToday(Phone phone) {
    phone.tap(R.id.form_number_row);
    Fragment screen = phone.activity().getSupportFragmentManager().findFragmentById(R.id.screen);
    assertThat(screen).isNotNull();
    for (Fragment shown : screen.getChildFragmentManager().getFragments()) {
      if (shown instanceof MaterialDatePicker<?> calendar) {
        calendar
            .requireDialog()
            .findViewById(com.google.android.material.R.id.confirm_button)
            .performClick();
        phone.settle();
        return;
      }
    }
    throw new AssertionError("no calendar");
  }

  private OutboxEntry own(String id) {
    return behind.ask(() -> store.findOwn(id).orElseThrow(AssertionError::new));
  }

  /** It waits to be sent again, under its own id. */
  private Entry mended(String id) {
    OutboxEntry own = own(id);
    assertThat(own.state()).isEqualTo(OutboxState.PENDING);
    return own.written().entry();
  }
}
