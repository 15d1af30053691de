package cn.anxun.app.feature.tally;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.widget.TextView;
import cn.anxun.app.OfficeFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Ledger;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.indicator.Catalogue;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.FigureEngine;
import cn.anxun.core.indicator.Period;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.state.LedgerState;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** A unit's total on the real screen, into the database. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class TallyFormTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject Ledger ledger;
  @Inject RoomPhoneStore store;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void report_whenSomeIsInTheLedger_saysSoAndCountsNothingTwice() {
    LocalDate today = recorder.today();
    Fields drill = Fields.builder().set(RecordFields.UNIT, "U01").build();
    inBackground(
        () ->
            recorder.record(
                recording -> {
                  recording.open(DrillHeld.KIND, today, drill);
                  recording.open(DrillHeld.KIND, today, drill);
                }));
    Phone phone = new Phone(background, new Destination.Tally());
    phone.tap(R.id.tally_year);
    phone.tap(measure(phone, "drill.times"));
    phone.tap(R.id.ui_pad_1);
    phone.tap(R.id.ui_pad_0);
    assertThat(text(phone, R.id.tally_preview))
        .contains("还没有报过")
        .contains("明细 2 条，合计 2 次")
        .contains("之外计入 8 次");
    phone.tap(R.id.tally_save);
    assertThat(drills(today).printed()).isEqualTo("10");
    assertThat(drills(today).fromTally()).isEqualByComparingTo("8");

    phone.tap(measure(phone, "drill.times"));
    assertThat(text(phone, R.id.tally_preview)).contains("已报 10 次，再报将取代它");
  }

  @Test
  public void report_whenNil_isARecordOfItsOwn() {
    Phone phone = new Phone(background, new Destination.Tally());
    phone.tap(R.id.tally_nil);
    assertThat(text(phone, R.id.tally_problem)).isEqualTo("请先选报什么。");
    phone.tap(measure(phone, "publicity.door-to-door"));
    phone.tap(R.id.tally_save);
    assertThat(text(phone, R.id.tally_problem)).contains("零报告");
    phone.tap(R.id.tally_nil);
    List<FoldedRecord> tallies = state(recorder.today()).list("tally");
    assertThat(tallies).hasSize(1);
    assertThat(tallies.get(0).fields().find(TallyReported.QUANTITY))
        .hasValueSatisfying(quantity -> assertThat(quantity).isEqualByComparingTo("0"));
    assertThat(String.valueOf(tallies.get(0).value("where"))).contains("敲门入户");

    phone.tapText(
        phone.activity().getWindow().getDecorView(), phone.activity().getString(R.string.ui_undo));
    assertThat(state(recorder.today()).list("tally")).isEmpty();
  }

  @Test
  public void form_whenTheProcessIsKilled_comesBackAsItWas() {
    Phone phone = new Phone(background, new Destination.Tally());
    phone.type(phone.find(R.id.tally_unit), "城东街道");
    phone.tap(R.id.tally_month);
    phone.tap(measure(phone, "training.attendees"));
    phone.tap(R.id.ui_pad_plus_100);
    phone.type(phone.find(R.id.tally_evidence), "培训台账见附件");
    phone.kill();
    assertThat(text(phone, R.id.tally_unit)).isEqualTo("城东街道");
    assertThat(text(phone, R.id.tally_evidence)).isEqualTo("培训台账见附件");
    assertThat(text(phone, R.id.ui_pad_value)).isEqualTo("100");
    phone.tap(R.id.tally_save);
    FoldedRecord tally = state(recorder.today()).list("tally").get(0);
    assertThat(tally.fields().text(RecordFields.UNIT)).isEqualTo("城东街道");
    assertThat(tally.fields().text(TallyReported.MEASURED_FIELD)).isEqualTo("attendees");
  }

  @Test
  public void unit_whenTheOfficeListsIt_isShownByItsNameAndReportedByItsCode() {
    inBackground(
        () -> {
          new OfficeFixtures(store).units("U01", "城东街道", "U02", "南湖街道");
          return true;
        });
    Phone phone = new Phone(background, new Destination.Tally());
    assertThat(text(phone, R.id.tally_unit)).isEqualTo("城东街道");

    phone.type(phone.find(R.id.tally_unit), "南湖街道");
    phone.tap(measure(phone, "drill.times"));
    phone.tap(R.id.tally_nil);

    FoldedRecord tally = state(recorder.today()).list("tally").get(0);
    assertThat(tally.fields().text(RecordFields.UNIT)).isEqualTo("U02");
    assertThat(text(phone, R.id.tally_unit)).isEqualTo("南湖街道");
  }

  private static View measure(Phone phone, String id) {
    View chip = phone.find(R.id.tally_measures).findViewWithTag(id);
    assertThat(chip).as("the chip of %s", id).isNotNull();
    return chip;
  }

  private static String text(Phone phone, int id) {
    return ((TextView) phone.find(id)).getText().toString();
  }

  private LedgerState state(LocalDate day) {
    return inBackground(() -> ledger.fold(Cutoff.latest(day)));
  }

  private Figure drills(LocalDate day) {
    return FigureEngine.figure(
        state(day), Catalogue.standard().get("drill.times"), Period.year(day.getYear()));
  }

  private <T> T inBackground(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    background.execute(future);
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
