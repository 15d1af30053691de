package cn.anxun.app.feature.paper;

import static org.assertj.core.api.Assertions.assertThat;

import android.view.View;
import android.view.ViewGroup;
import androidx.core.widget.NestedScrollView;
import cn.anxun.app.Behind;
import cn.anxun.app.MainActivity;
import cn.anxun.app.OfficeFixtures;
import cn.anxun.app.R;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.NumberBlockRow;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.device.Background;
import cn.anxun.app.di.AuthorModule;
import cn.anxun.app.navigation.Destination;
import cn.anxun.app.paper.PaperBook;
import cn.anxun.app.paper.PaperDesk;
import cn.anxun.app.paper.PaperFixtures;
import cn.anxun.app.paper.PaperForm;
import cn.anxun.app.paper.PaperForms;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.picture.Touchables;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PapersRevised;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.json.Json;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Pictures of papers in every state, of the main ones in every look. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(RobolectricTestRunner.class)
public final class PaperPicturesTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject PaperNumbers numbers;
  @Inject PaperBook book;
  @Inject PaperDesk desk;
  @Inject PaperForms forms;
  @Inject RoomPhoneStore store;
  @Inject @Background Executor background;

  private Behind behind;
  private PaperFixtures fixtures;

  @Before
  public void recordTheVisit() {
    hilt.inject();
    behind = new Behind(background);
    fixtures = new PaperFixtures(recorder);
    behind.ask(fixtures::visit);
  }

  @Test
  public void orders_inEveryLook() {
    behind.ask(() -> given(Paper.CHECK_RECORD));
    String record = issue(form(Paper.CHECK_RECORD));
    Screenshots.of("papers-of-visit")
        .open(
            new Destination.Papers(fixtures.visitId()),
            Look.all(),
            root -> holds(root, R.id.paper_list) && holds(root, R.id.paper_make));
    Screenshots.of("paper-shown")
        .open(new Destination.Paper(record), Look.all(), root -> holds(root, R.id.paper_pages));
    Screenshots.of("paper-order-form")
        .after(PaperPicturesTest::toSignatures)
        .open(open(form(Paper.ORDER)), Look.all(), root -> holds(root, R.id.paper_signers));
    Screenshots.of("paper-pad")
        .open(
            new Destination.Sign(PaperForm.draft(Paper.ORDER, fixtures.visitId()), 0),
            Look.all(),
            root -> Touchables.shows(root, "李明"));
  }

  @Test
  public void otherSystems_noticesRefusalsAndVoids() {
    Screenshots.of("paper-refusal")
        .after(PaperPicturesTest::toSignatures)
        .open(
            open(form(Paper.CHECK_RECORD).with(new PaperForm.Refusal(true, "对检查结果有异议", "周敏"))),
            Look.few(),
            root -> holds(root, R.id.paper_signers));
    String order = issue(form(Paper.ORDER));
    Screenshots.of("paper-unnumbered")
        .open(new Destination.Paper(order), Look.few(), root -> holds(root, R.id.paper_pages));
    behind.ask(() -> given(Paper.CHECK_RECORD));
    String record = issue(form(Paper.CHECK_RECORD));
    behind.ask(
        () -> {
          desk.annul(book.find(record).orElseThrow(), "检查对象有误");
          return true;
        });
    Screenshots.of("paper-annulled")
        .open(new Destination.Paper(record), Look.few(), root -> holds(root, R.id.paper_pages));
    Screenshots.of("paper-notice-form")
        .open(
            new Destination.PaperForm(Paper.NOTICE.key(), patrol()),
            Look.few(),
            root -> holds(root, R.id.paper_signers));
    behind.ask(this::anotherSystem);
    Screenshots.of("paper-other-system")
        .open(
            new Destination.PaperForm(Paper.CHECK_RECORD.key(), typed()),
            Look.few(),
            root -> Touchables.shows(root, "监管〔2026〕77"));
  }

  @Test
  public void reviews_fromTheRound() {
    behind.ask(() -> given(Paper.ORDER));
    String order = issue(form(Paper.ORDER));
    behind.ask(
        () -> {
          review(book.find(order).orElseThrow());
          return true;
        });
    Screenshots.of("review-order")
        .open(
            new Destination.Review(),
            Look.all(),
            root -> root.findViewById(R.id.review_order_answer) != null);
    Screenshots.of("paper-review-form")
        .open(
            new Destination.PaperForm(Paper.REVIEW.key(), order),
            Look.few(),
            root -> holds(root, R.id.paper_signers));
  }

  private PaperForm form(Paper paper) {
    return behind.ask(() -> fixtures.form(book, paper));
  }

  private String issue(PaperForm form) {
    behind.ask(
        () -> {
          desk.issue(form);
          return true;
        });
    return form.id();
  }

  /** The form as it was left when somebody had signed. */
  private Destination open(PaperForm form) {
    forms.open(form.draft(), () -> Optional.of(form));
    Screenshots.await("the draft", () -> forms.watch(form.draft()).getValue() != null);
    assertThat(forms.watch(form.draft()).getValue()).isEqualTo(form);
    return new Destination.PaperForm(form.paper().key(), form.about());
  }

  private boolean given(Paper paper) {
    numbers.add(new NumberBlockRow("b-1", author.device(), paper.key(), 2026, 12, 13, 12, false));
    return true;
  }

  /** One line passed, the other got a new deadline. */
  private void review(PaperRecord order) throws Exception {
    List<String> hazards = order.fields().texts(PaperIssued.HAZARDS);
    recorder.record(
        recording -> {
          recording.step(Rectified.KIND, hazards.get(0), recorder.today(), Fields.NONE);
          recording.step(
              Reviewed.KIND,
              hazards.get(0),
              recorder.today(),
              Fields.builder().set(Reviewed.PASSED, true).build());
          recording.step(
              Reviewed.KIND,
              hazards.get(1),
              recorder.today(),
              Fields.builder()
                  .set(Reviewed.PASSED, false)
                  .set(Reviewed.DEADLINE, recorder.today().plusDays(7))
                  .build());
        });
  }

  private String patrol() {
    return visit(Fields.builder().set(Inspected.AUTHORITY, "巡查走访"));
  }

  private String typed() {
    return visit(
        Fields.builder().set(Inspected.AUTHORITY, "行政检查").set(Inspected.RECORD_NO, "监管〔2026〕77"));
  }

  private String visit(Fields.Builder fields) {
    return behind.ask(
        () -> {
          String[] id = {""};
          recorder.record(
              recording ->
                  id[0] = recording.open(Inspected.KIND, recorder.today(), fields.build()));
          return id[0];
        });
  }

  private boolean anotherSystem() {
    Json record = Json.members().put("paper", "现场检查记录").put("external", Json.TRUE).build();
    Json document = Json.members().put("papers", Json.items(List.of(record))).build();
    new OfficeFixtures(store)
        .revise(
            PapersRevised.KIND,
            Documents.PAPERS,
            Fields.builder().raw(PapersRevised.DOCUMENT.name(), document).build());
    return true;
  }

  private static void toSignatures(MainActivity activity) {
    View signers = activity.findViewById(R.id.paper_signers);
    NestedScrollView scroll = activity.findViewById(R.id.paper_scroll);
    scroll.scrollTo(0, signers.getTop());
  }

  private static boolean holds(View root, int list) {
    return root.findViewById(list) instanceof ViewGroup group && group.getChildCount() > 0;
  }
}
