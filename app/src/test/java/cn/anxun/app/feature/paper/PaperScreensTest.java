package cn.anxun.app.feature.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Intent;
import android.net.Uri;
import android.view.View;
import androidx.core.content.IntentCompat;
import androidx.core.widget.NestedScrollView;
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
import cn.anxun.app.paper.PaperFixtures;
import cn.anxun.app.picture.Look;
import cn.anxun.app.picture.Screenshots;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.Recorder;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.Signature;
import dagger.hilt.android.testing.BindValue;
import dagger.hilt.android.testing.HiltAndroidRule;
import dagger.hilt.android.testing.HiltAndroidTest;
import dagger.hilt.android.testing.UninstallModules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.ParameterizedRobolectricTestRunner;
import org.robolectric.ParameterizedRobolectricTestRunner.Parameters;

/** A check record and an order are filled in, signed, issued and voided, in every look. */
@HiltAndroidTest
@UninstallModules(AuthorModule.class)
@RunWith(ParameterizedRobolectricTestRunner.class)
public final class PaperScreensTest {
  @Rule public final HiltAndroidRule hilt = new HiltAndroidRule(this);
  @BindValue final Author author = TestAuthor.inspector();
  @Inject Recorder recorder;
  @Inject PaperNumbers numbers;
  @Inject PaperBook book;
  @Inject @Background Executor background;

  private final Look look;
  private Behind behind;
  private String visit = "";

  public PaperScreensTest(Look look) {
    this.look = look;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> looks() {
    List<Object[]> looks = new ArrayList<>();
    for (Look each : List.of(Look.PLAIN, Look.ENGLISH_NIGHT_LARGE, Look.SIDEWAYS)) {
      looks.add(new Object[] {each});
    }
    return looks;
  }

  @Before
  public void recordTheVisit() {
    Screenshots.set(look);
    hilt.inject();
    behind = new Behind(background);
    visit =
        behind.ask(
            () -> {
              numbers.add(
                  new NumberBlockRow(
                      "b1", author.device(), "check-record", 2026, 12, 13, 12, false));
              return new PaperFixtures(recorder).visit();
            });
  }

  @Test
  public void aRecordAndAnOrder_areFilledInSignedIssuedAndVoided() {
    try (Phone phone = new Phone(background, new Destination.Home())) {
      phone.open(new Destination.Papers(visit));
      shoot(phone, "papers-visit");
      assertThat(Paperwork.children(phone, R.id.paper_make)).hasSize(2);
      phone.tap(Paperwork.children(phone, R.id.paper_make).get(0));
      shoot(phone, "paper-form-incomplete");
      phone.tap(R.id.paper_issue);
      assertThat(phone.shows(R.id.paper_issue)).as("nothing is issued incomplete").isTrue();
      fillIn(phone);
      signAll(phone);
      assertThat(Paperwork.children(phone, R.id.paper_problems)).isEmpty();
      shoot(phone, "paper-form");
      scrollDown(phone);
      shoot(phone, "paper-form-page");
      phone.tap(R.id.paper_issue);
      PaperRecord record = only(Paper.CHECK_RECORD);
      assertThat(record.number()).isEqualTo("（区）应急检记〔2026〕12号");
      assertThat(record.signatures()).hasSize(3);
      assertThat(phone.text(R.id.paper_state)).contains("〔2026〕12号");
      shoot(phone, "paper-issued");
      phone.tap(R.id.paper_send);
      Intent chooser = shadowOf(phone.activity()).getNextStartedActivity();
      Intent sent =
          Objects.requireNonNull(
              IntentCompat.getParcelableExtra(chooser, Intent.EXTRA_INTENT, Intent.class));
      assertThat(sent.getType()).isEqualTo("application/pdf");
      Uri pdf = sent.getClipData().getItemAt(0).getUri();
      assertThat(pdf.getPath()).contains("〔2026〕12号").endsWith(".pdf");
      phone.shoot(phone.find(R.id.paper_copy_take));
      assertThat(phone.text(R.id.paper_detail)).contains("\n");

      phone.back();
      phone.tap(Paperwork.children(phone, R.id.paper_make).get(0));
      refuse(phone);
      shoot(phone, "paper-form-refused");
      phone.tap(R.id.paper_issue);
      assertThat(only(Paper.ORDER).state()).isEqualTo(PaperState.WAITING);
      shoot(phone, "paper-issued-waiting");

      phone.back();
      phone.tap(Paperwork.children(phone, R.id.paper_list).get(0));
      phone.tap(R.id.paper_annul);
      assertThat(only(Paper.CHECK_RECORD).state()).isEqualTo(PaperState.ISSUED);
      phone.type(R.id.paper_annul_reason, "检查对象有误");
      phone.tap(R.id.paper_annul);
      assertThat(only(Paper.CHECK_RECORD).state()).isEqualTo(PaperState.VOID);
      shoot(phone, "paper-void");
      phone.open(new Destination.Papers(""));
      shoot(phone, "papers-phone");
    }
  }

  @Test
  public void aHalfMadeSignature_survivesAKillAndATurn() {
    if (!look.equals(Look.PLAIN)) {
      return;
    }
    try (Phone phone = new Phone(background, new Destination.Home())) {
      phone.open(new Destination.Papers(visit));
      phone.tap(Paperwork.children(phone, R.id.paper_make).get(0));
      phone.tap(Paperwork.children(phone, R.id.paper_signers).get(0));
      phone.tap(R.id.paper_sign_done);
      assertThat(phone.shows(R.id.paper_pad)).as("nothing is not a signature").isTrue();
      Paperwork.write(phone);
      phone.kill();
      assertThat(phone.shows(R.id.paper_sign_hint)).as("what was written is there").isFalse();
      phone.tap(R.id.paper_sign_clear);
      assertThat(phone.shows(R.id.paper_sign_hint)).isTrue();
      phone.tap(phone.activity().findViewById(com.google.android.material.R.id.snackbar_action));
      assertThat(phone.shows(R.id.paper_sign_hint)).isFalse();
      phone.turn();
      phone.tap(R.id.paper_sign_done);
      phone.kill();
      assertThat(phone.texts()).contains("已签名，点此重签");
    }
  }

  private void fillIn(Phone phone) {
    List<View> officers = Paperwork.children(phone, R.id.paper_officers);
    assertThat(officers).hasSize(2);
    phone.type(officers.get(0).findViewById(R.id.paper_officer_certificate), "ZF-001");
    phone.type(officers.get(1).findViewById(R.id.paper_officer_certificate), "ZF-002");
    phone.type(R.id.paper_position, "厂长");
  }

  private void signAll(Phone phone) {
    boolean first = true;
    for (int place = 0; place < 3; place++) {
      phone.tap(Paperwork.children(phone, R.id.paper_signers).get(place));
      if (first) {
        shoot(phone, "paper-sign-empty");
      }
      Paperwork.write(phone);
      if (first) {
        shoot(phone, "paper-sign");
      }
      first = false;
      phone.tap(R.id.paper_sign_done);
    }
  }

  /** The certificates are remembered; the site refuses, and a witness signs on the print. */
  private void refuse(Phone phone) {
    phone.tap(R.id.paper_refused);
    phone.type(R.id.paper_reason, "对检查结果有异议");
    phone.type(R.id.paper_witness, "周敏");
    for (int place = 0; place < 3; place++) {
      phone.tap(Paperwork.children(phone, R.id.paper_signers).get(place));
      phone.tap(R.id.paper_sign_by_hand);
    }
  }

  private PaperRecord only(Paper paper) {
    List<PaperRecord> papers = behind.ask(() -> book.listAbout(visit));
    papers.removeIf(other -> !other.paper().filter(paper::equals).isPresent());
    assertThat(papers).hasSize(1);
    assertThat(papers.get(0).signatures()).extracting(Signature::name).doesNotContain("");
    return papers.get(0);
  }

  private static void scrollDown(Phone phone) {
    ((NestedScrollView) phone.find(R.id.paper_scroll)).fullScroll(View.FOCUS_DOWN);
    phone.settle();
  }

  private void shoot(Phone phone, String name) {
    Screenshots.take(phone.activity(), name, look);
  }
}
