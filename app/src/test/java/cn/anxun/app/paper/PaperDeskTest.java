package cn.anxun.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import android.database.sqlite.SQLiteFullException;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.NumberBlockRow;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.local.StoreException;
import cn.anxun.app.data.local.TestDatabase;
import cn.anxun.app.data.local.WatchedDriver;
import cn.anxun.app.record.OfficeDocuments;
import cn.anxun.app.record.PaperDocument;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timelines;
import cn.anxun.app.setting.MapSettings;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.paper.Officer;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperDraft;
import cn.anxun.core.paper.PaperProblem;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.Signature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** Papers are issued with numbers that are never given twice, whatever happens in between. */
@RunWith(RobolectricTestRunner.class)
public final class PaperDeskTest {
  private final WatchedDriver driver = new WatchedDriver();
  private final SettableClock clock = new SettableClock();
  private final EntryIds ids = new EntryIds(clock, new Random(7));
  private final MapSettings settings = new MapSettings();
  private final TestAuthor author = TestAuthor.inspector();
  private AnxunDatabase database;
  private RoomPhoneStore store;
  private PaperNumbers numbers;
  private PaperBook book;
  private PaperDesk desk;
  private PaperFixtures fixtures;

  @Before
  public void open() throws Exception {
    start();
    fixtures = new PaperFixtures(recorder());
    fixtures.visit();
  }

  private void start() {
    database = TestDatabase.open("papers.db", driver);
    store = new RoomPhoneStore(database);
    numbers = new PaperNumbers(database, store);
    book =
        new PaperBook(
            store,
            numbers,
            new Records(database),
            new Timelines(store),
            new PaperDocument(new OfficeDocuments(database, store)),
            recorder(),
            author,
            settings);
    desk = new PaperDesk(store, recorder(), numbers, book, author);
  }

  private Recorder recorder() {
    return new Recorder(store, author, clock, ids);
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void draft_whenOneOfficerWithoutCertificate_saysWhatIsMissing() {
    PaperForm form =
        PaperForm.begin(
            "a",
            Paper.CHECK_RECORD,
            fixtures.visitId(),
            book.suggested(book.facts(Paper.CHECK_RECORD, fixtures.visitId()), clock.instant()));

    PaperDraft draft = book.draft(form.withOfficers(all -> new ArrayList<>(all.subList(0, 1))));

    assertThat(draft.problems())
        .extracting(PaperProblem::code)
        .contains(PaperProblem.Code.TOO_FEW_OFFICERS, PaperProblem.Code.NO_CERTIFICATE);
  }

  @Test
  public void issue_whenABlockIsThere_takesTheNextNumberAndHoldsEverything() throws Exception {
    numbers.add(block("b1", "order", 7, 9));
    PaperForm form = fixtures.form(book, Paper.ORDER);

    desk.issue(form);

    PaperRecord order = book.find(form.id()).orElseThrow();
    assertThat(order.state()).isEqualTo(PaperState.ISSUED);
    assertThat(order.number()).isEqualTo("（区）应急责改〔2026〕7号");
    assertThat(order.fields().find(PaperIssued.BLOCK)).contains("b1");
    assertThat(order.contents().lines()).hasSize(2);
    assertThat(order.signatures()).hasSize(3);
    assertThat(order.signatures().get(0).strokes()).isEqualTo(PaperFixtures.HAND);
    assertThat(book.listAbout(fixtures.visitId())).hasSize(1);
    assertThat(book.certificate("李明")).isEqualTo("ZF-001");
    assertThat(left("order")).isEqualTo(2);
  }

  @Test
  public void issue_whenTappedTwiceOrKilledBeforeTheDraftIsGone_takesOneNumber() throws Exception {
    numbers.add(block("b1", "order", 7, 9));
    PaperForm form = fixtures.form(book, Paper.ORDER);

    desk.issue(form);
    database.close();
    start();
    desk.issue(form);

    assertThat(left("order")).isEqualTo(2);
    assertThat(book.listIssued(10)).hasSize(1);
  }

  @Test
  public void issue_whenTheDiskGivesUpAnywhere_losesAndDoublesNoNumber() throws Exception {
    numbers.add(block("b1", "order", 7, 9));
    PaperForm form = fixtures.form(book, Paper.ORDER);
    int failed = 0;
    boolean done = false;
    for (int at = 1; !done; at++) {
      int last = at;
      int[] statements = {0};
      driver.before(
          statement -> {
            if (!statement.startsWith("SELECT") && ++statements[0] == last) {
              throw new SQLiteFullException("full");
            }
          });
      try {
        desk.issue(form);
        done = true;
        driver.before(statement -> {});
      } catch (StoreException e) {
        failed++;
        driver.before(statement -> {});
        // What fails after the commit leaves the paper with its number; before it, neither.
        boolean kept = store.findOwn(form.id()).isPresent();
        assertThat(left("order")).isEqualTo(kept ? 2 : 3);
        assertThat(book.listIssued(10)).hasSize(kept ? 1 : 0);
      }
    }

    assertThat(failed).isGreaterThan(3);
    assertThat(book.find(form.id()).orElseThrow().number()).contains("〔2026〕7号");
    assertThat(left("order")).isEqualTo(2);
  }

  @Test
  public void issue_whenNoNumberIsLeft_waitsAndIsNumberedLater() throws Exception {
    PaperForm form = fixtures.form(book, Paper.ORDER);
    desk.issue(form);
    PaperRecord waiting = book.find(form.id()).orElseThrow();
    assertThat(waiting.state()).isEqualTo(PaperState.WAITING);
    assertThat(desk.canNumber(waiting)).isFalse();

    numbers.add(block("b1", "order", 12, 12));
    assertThat(desk.canNumber(waiting)).isTrue();
    assertThat(desk.number(waiting)).isTrue();
    assertThat(desk.number(waiting)).isFalse();

    assertThat(book.find(form.id()).orElseThrow().number()).isEqualTo("（区）应急责改〔2026〕12号");
    assertThat(left("order")).isZero();
  }

  @Test
  public void annul_whenItHadANumber_keepsItAsVoidAndNeverGivesItAgain() throws Exception {
    numbers.add(block("b1", "order", 7, 9));
    PaperForm first = fixtures.form(book, Paper.ORDER);
    desk.issue(first);
    desk.annul(book.find(first.id()).orElseThrow(), "写错了单位");
    PaperForm second = fixtures.form(book, Paper.ORDER);
    desk.issue(second);

    PaperRecord voided = book.find(first.id()).orElseThrow();
    assertThat(voided.state()).isEqualTo(PaperState.VOID);
    assertThat(voided.number()).contains("7号");
    assertThat(voided.voidReason()).isEqualTo("写错了单位");
    assertThat(book.find(second.id()).orElseThrow().number()).contains("8号");
    assertThat(book.listIssued(10)).hasSize(2);
  }

  @Test
  public void annul_whenItNeverHadANumberAndWasNotSent_isAsIfNeverSaid() throws Exception {
    PaperForm form = fixtures.form(book, Paper.ORDER);
    desk.issue(form);

    desk.annul(book.find(form.id()).orElseThrow(), "重写");

    assertThat(book.find(form.id())).isEmpty();
    assertThat(book.listIssued(10)).isEmpty();
  }

  @Test
  public void issue_whenRefused_recordsTheReasonAndTheWitness() throws Exception {
    PaperForm signed = fixtures.form(book, Paper.CHECK_RECORD);
    PaperForm form =
        signed
            .with(new PaperForm.Refusal(true, "对检查结果有异议", "周敏"))
            .with(new Signature(Signature.Who.WITNESS, "周敏", clock.instant(), PaperFixtures.HAND));

    desk.issue(form);

    PaperRecord record = book.find(form.id()).orElseThrow();
    assertThat(record.fields().is(PaperIssued.REFUSED_TO_SIGN)).isTrue();
    assertThat(record.fields().text(PaperIssued.REFUSAL_REASON)).isEqualTo("对检查结果有异议");
    assertThat(record.fields().text(PaperIssued.WITNESS)).isEqualTo("周敏");
    assertThat(record.signatures())
        .extracting(Signature::who)
        .containsExactly(Signature.Who.INSPECTOR, Signature.Who.INSPECTOR, Signature.Who.WITNESS);
    assertThat(PaperPages.of(record.id(), record.fields()).words())
        .contains("对检查结果有异议")
        .contains("周敏");
  }

  @Test
  public void numbers_ofAnotherEnrolmentOrYearOrGivenBack_areNotTaken() {
    numbers.add(new NumberBlockRow("b0", "phone-0", "order", 2026, 1, 5, 1, false));
    numbers.add(new NumberBlockRow("b2", author.device(), "order", 2027, 1, 5, 1, false));
    numbers.add(block("b1", "order", 10, 12));
    numbers.add(block("b1", "order", 10, 12));
    assertThat(numbers.take(author.device(), "order", 2026).orElseThrow().serial()).isEqualTo(10);

    numbers.giveBack(author.device());
    List<NumberBlockRow> back = numbers.listReturning(author.device());

    assertThat(back).extracting(NumberBlockRow::block).containsExactlyInAnyOrder("b1", "b2");
    assertThat(
            back.stream().filter(row -> row.block().equals("b1")).findFirst().orElseThrow().next())
        .isEqualTo(11);
    assertThat(numbers.take(author.device(), "order", 2026)).isEmpty();
    numbers.returned("b1");
    assertThat(numbers.listReturning(author.device()))
        .extracting(NumberBlockRow::block)
        .containsExactly("b2");
  }

  @Test
  public void take_whenTwoOffline_neverGivesOneNumberTwice() {
    AnxunDatabase other = TestDatabase.open("papers-2.db");
    PaperNumbers second = new PaperNumbers(other, new RoomPhoneStore(other));
    numbers.add(block("b1", "order", 1, 10));
    second.add(new NumberBlockRow("b2", "phone-2", "order", 2026, 11, 20, 11, false));
    Set<Long> taken = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      assertThat(taken.add(numbers.take(author.device(), "order", 2026).orElseThrow().serial()))
          .isTrue();
      assertThat(taken.add(second.take("phone-2", "order", 2026).orElseThrow().serial())).isTrue();
    }
    assertThat(numbers.take(author.device(), "order", 2026)).isEmpty();
    assertThat(taken).hasSize(20);
    other.close();
  }

  @Test
  public void form_whenKeptAndReadAgain_isTheSame() {
    PaperForm form =
        fixtures
            .form(book, Paper.CHECK_RECORD)
            .with(new PaperForm.Refusal(true, "理由", "见证人"))
            .withNumber("外字1号");

    assertThat(PaperFormJson.read(PaperFormJson.write(form))).contains(form);
  }

  @Test
  public void valid_whenAnOfficersNameWasChanged_dropsThatSignature() {
    PaperForm form = fixtures.form(book, Paper.ORDER);

    PaperForm renamed =
        form.withOfficers(
            officers -> {
              officers.set(1, new Officer("赵强", "ZF-003"));
              return officers;
            });

    assertThat(renamed.valid()).extracting(Signature::name).containsExactly("李明", "刘厂长");
    assertThat(form.valid()).hasSize(3);
  }

  private NumberBlockRow block(String id, String paper, long first, long last) {
    return new NumberBlockRow(id, author.device(), paper, 2026, first, last, first, false);
  }

  private long left(String paper) {
    return numbers.left(author.device(), paper, 2026);
  }
}
