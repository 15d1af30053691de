package cn.anxun.app.feature.activity;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.widget.EditText;
import android.widget.TextView;
import cn.anxun.app.HazardFixtures;
import cn.anxun.app.OfficeFixtures;
import cn.anxun.app.Phone;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timelines;
import cn.anxun.core.entry.DivisionsRevised;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.RecordKindDefined;
import cn.anxun.core.entry.TrainingHeld;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Role;
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

/** The forms on their real screens, into the database. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class ActivityFormTest {
  private static final String PATROL =
      """
      {"name": "flood_patrol", "label": "巡堤查险", "fields": [
        {"name": "walkers", "label": "巡堤人数", "type": "integer"},
        {"name": "danger", "label": "发现险情", "type": "flag"},
        {"name": "reach", "label": "河段", "type": "text"}]}
      """;

  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);

  /** May revise the divisions too. */
  @BindValue
  final Author author =
      new TestAuthor("li", "李明", Role.OFFICE, "phone-1", "K3", "U01", "demo", "430602");

  @Inject Recorder recorder;
  @Inject Records records;
  @Inject Timelines timelines;
  @Inject RoomPhoneStore store;
  @Inject @Background Executor background;

  @Before
  public void inject() {
    hilt.inject();
  }

  @Test
  public void drill_whenSixteenHundredAndFiftyPeopleAndFivePhotos_takesAtMostEighteenTaps() {
    Phone phone = new Phone(background, new Destination.Activity(DrillHeld.KIND.name(), ""));
    phone.tapText(phone.find(R.id.activity_cards), "社区防汛");
    phone.tap(R.id.ui_pad_1);
    phone.tap(R.id.ui_pad_6);
    phone.tap(R.id.ui_pad_5);
    phone.tap(R.id.ui_pad_0);
    phone.tap(R.id.activity_pick);
    phone.choosePhotos(5);
    phone.tap(R.id.activity_save);

    // The button on the home screen that led here.
    int taps = phone.taps() + 1;
    System.out.println("TAPS drill of 1,650 people with 5 photos: " + taps);
    assertThat(taps).isLessThanOrEqualTo(18);
    FoldedRecord drill = only("drill");
    assertThat(drill.date()).isEqualTo(recorder.today());
    assertThat(drill.fields().find(DrillHeld.PARTICIPANTS)).contains(1650L);
    assertThat(drill.fields().text(DrillHeld.HAZARD)).isEqualTo("防汛");
    assertThat(drill.fields().text(DrillHeld.NAME)).isEqualTo("防汛应急演练");
    assertThat(drill.fields().text(RecordFields.UNIT)).isEqualTo("U01");
    assertThat(drill.fields().text(RecordFields.DIVISION)).isEqualTo("430602");
    assertThat(inBackground(() -> records.listPhotos(drill.subject()))).hasSize(5);
    assertThat(phone.shows(R.id.activity_cards)).isTrue();
  }

  @Test
  public void drill_whenTheProcessIsKilled_comesBackAsItWasTypedAndIsSavedOnce() {
    divisions();
    Phone phone = new Phone(background, new Destination.Activity(DrillHeld.KIND.name(), ""));
    phone.tapText(phone.find(R.id.activity_cards), "社区防汛");
    assertThat(field(phone, "name").getText().toString()).isEqualTo("岳阳楼区防汛应急演练");
    phone.tap(R.id.ui_pad_plus_100);
    phone.tap(R.id.ui_pad_plus_50);
    phone.tap(R.id.ui_pad_plus_50);
    phone.tap(R.id.ui_pad_undo);
    phone.type(field(phone, "name"), "洞庭社区夜间防汛演练");
    phone.tap(R.id.activity_yesterday);
    phone.tap(R.id.activity_camera);
    phone.shootAfterKill();

    assertThat(phone.shows(R.id.activity_restored)).isTrue();
    assertThat(field(phone, "name").getText().toString()).isEqualTo("洞庭社区夜间防汛演练");
    assertThat(((TextView) phone.find(R.id.ui_pad_value)).getText().toString()).isEqualTo("150");
    phone.tap(R.id.activity_save);

    FoldedRecord drill = only("drill");
    assertThat(drill.fields().find(DrillHeld.PARTICIPANTS)).contains(150L);
    assertThat(drill.fields().text(DrillHeld.NAME)).isEqualTo("洞庭社区夜间防汛演练");
    assertThat(drill.date()).isEqualTo(recorder.today().minusDays(1));
    assertThat(inBackground(() -> records.listPhotos(drill.subject()))).hasSize(1);
  }

  @Test
  public void training_whenUndone_leavesTheLedgerAndComesBackIntoTheForm() {
    Phone phone = new Phone(background, new Destination.Activity(TrainingHeld.KIND.name(), ""));
    phone.tapText(phone.find(R.id.activity_cards), "网格员");
    phone.tap(R.id.ui_pad_8);
    phone.tap(R.id.ui_pad_0);
    phone.tap(R.id.activity_save);
    assertThat(only("training").fields().text(RecordFields.NUMBER)).startsWith("26-K3-");
    phone.tapText(
        phone.activity().getWindow().getDecorView(), phone.activity().getString(R.string.ui_undo));
    assertThat(list("training")).isEmpty();
    assertThat(((TextView) phone.find(R.id.ui_pad_value)).getText().toString()).isEqualTo("80");
    assertThat(field(phone, "name").getText().toString()).isEqualTo("网格员隐患排查业务培训");
  }

  @Test
  public void enforcement_whenTheNumberOfTheHazardIsUnknown_saysWhichAndKeepsWhatWasTyped() {
    Phone phone = new Phone(background, new Destination.Activity(EnforcementTaken.KIND.name(), ""));
    phone.tapText(phone.find(R.id.activity_main_fields), "立案");
    phone.tap(R.id.activity_more);
    phone.type(field(phone, "hazard"), "26-K3-9999-0");
    phone.tap(R.id.activity_save);
    assertThat(((TextView) phone.find(R.id.activity_problem)).getText().toString())
        .contains("26-K3-9999-0");
    assertThat(list("enforcement")).isEmpty();
    phone.type(field(phone, "hazard"), "");
    phone.tap(R.id.activity_save);
    assertThat(only("enforcement").fields().text(EnforcementTaken.ACTION)).isEqualTo("立案");
  }

  @Test
  public void form_whenAllFieldsAreOpened_hasEveryFieldThatSomebodyTypes() {
    Phone phone = new Phone(background, new Destination.Activity(DrillHeld.KIND.name(), ""));
    phone.tapText(phone.find(R.id.activity_cards), "空白表单");
    phone.tap(R.id.activity_more);
    assertThat(phone.texts())
        .contains("演练目的", "内容", "行业", "场所类型")
        .doesNotContain("purpose", "project");
    phone.tap(R.id.activity_cards_again);
    assertThat(phone.shows(R.id.activity_cards)).isTrue();
  }

  @Test
  public void unit_whenTheOfficeListsIt_isShownAndChosenByItsName() {
    inBackground(
        () -> {
          new OfficeFixtures(store).units("U01", "城东街道", "U02", "南湖街道");
          return true;
        });
    Phone phone = new Phone(background, new Destination.Activity(DrillHeld.KIND.name(), ""));
    phone.tapText(phone.find(R.id.activity_cards), "社区防汛");
    phone.tap(R.id.activity_more);
    assertThat(field(phone, "unit").getText().toString()).isEqualTo("城东街道");

    phone.type(field(phone, "unit"), "南湖街道");
    phone.tap(R.id.ui_pad_8);
    phone.tap(R.id.activity_save);

    assertThat(only("drill").fields().text(RecordFields.UNIT)).isEqualTo("U02");
  }

  @Test
  public void site_whenOnlyTyped_isKeptAndLookedUpAsItIsSaved() {
    String site = inBackground(() -> new HazardFixtures(recorder).site("阳光超市"));
    Phone phone = new Phone(background, new Destination.Activity(DrillHeld.KIND.name(), ""));
    phone.tapText(phone.find(R.id.activity_cards), "社区防汛");
    phone.tap(R.id.activity_more);
    phone.type(field(phone, "site"), "阳光超");
    phone.kill();
    assertThat(field(phone, "site").getText().toString()).isEqualTo("阳光超");

    phone.tap(R.id.activity_save);
    assertThat(((TextView) phone.find(R.id.activity_problem)).getText().toString()).contains("阳光超");
    assertThat(list("drill")).isEmpty();
    phone.type(field(phone, "site"), "阳光超市");
    phone.tap(R.id.activity_save);

    assertThat(only("drill").fields().text(RecordFields.SITE)).isEqualTo(site);
  }

  @Test
  public void ownKind_isListedUnderTheOfficesName_andAsksForTheOfficesFields() {
    inBackground(
        () -> {
          new OfficeFixtures(store)
              .revise(
                  RecordKindDefined.KIND,
                  Documents.recordKind("flood_patrol"),
                  Fields.builder()
                      .set(RecordKindDefined.NAME, "flood_patrol")
                      .raw("document", JsonText.read(PATROL))
                      .build());
          return true;
        });
    Phone phone = new Phone(background, new Destination.Activities());
    phone.tapText(phone.find(R.id.activity_kinds), "巡堤查险");
    assertThat(phone.texts()).contains("巡堤查险", "巡堤人数", "发现险情");

    phone.type(field(phone, "reach"), "南津港大堤");
    phone.tap(R.id.ui_pad_1);
    phone.tap(R.id.ui_pad_2);
    phone.tapText(phone.find(R.id.activity_main_fields), "发现险情");
    phone.kill();
    assertThat(field(phone, "reach").getText().toString()).isEqualTo("南津港大堤");
    phone.tap(R.id.activity_save);

    FoldedRecord patrol = only("flood_patrol");
    assertThat(patrol.fields().raw("walkers")).isEqualTo(Json.of(12));
    assertThat(patrol.fields().raw("danger")).isEqualTo(Json.of(true));
    assertThat(patrol.fields().raw("reach")).isEqualTo(Json.of("南津港大堤"));
    assertThat(patrol.fields().text(RecordFields.UNIT)).isEqualTo("U01");
  }

  private void divisions() {
    Json document =
        Json.members()
            .put(
                "divisions",
                Json.items(
                    List.of(Json.members().put("code", "430602").put("name", "岳阳楼区").build())))
            .build();
    inBackground(
        () ->
            recorder.record(
                recording ->
                    recording.step(
                        DivisionsRevised.KIND,
                        Documents.DIVISIONS,
                        recorder.today(),
                        Fields.builder().set(DivisionsRevised.DOCUMENT, document).build())));
  }

  private static EditText field(Phone phone, String name) {
    View field = phone.activity().getWindow().getDecorView().findViewWithTag(name);
    assertThat(field).as("the field %s", name).isInstanceOf(EditText.class);
    return (EditText) field;
  }

  private FoldedRecord only(String type) {
    List<RecordItem> items = list(type);
    assertThat(items).hasSize(1);
    String subject = items.get(0).record().subject();
    return inBackground(() -> timelines.record(subject, recorder.today())).orElseThrow();
  }

  private List<RecordItem> list(String type) {
    LocalDate today = recorder.today();
    return inBackground(() -> records.listType(type, today.minusDays(9), today.plusDays(1), 0, 9));
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
