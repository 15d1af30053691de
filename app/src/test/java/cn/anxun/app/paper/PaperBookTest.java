package cn.anxun.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.app.OfficeFixtures;
import cn.anxun.app.SettableClock;
import cn.anxun.app.TestAuthor;
import cn.anxun.app.data.local.AnxunDatabase;
import cn.anxun.app.data.local.NumberBlockRow;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.data.local.TestDatabase;
import cn.anxun.app.record.OfficeDocuments;
import cn.anxun.app.record.PaperDocument;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timelines;
import cn.anxun.app.setting.MapSettings;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PapersRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperProblem;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.state.LedgerFold;
import java.util.List;
import java.util.Random;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;

/** A visit has its papers, whoever issued them, and what was typed at it gives way to them. */
@RunWith(RobolectricTestRunner.class)
public final class PaperBookTest {
  private final SettableClock clock = new SettableClock();
  private final EntryIds ids = new EntryIds(clock, new Random(7));
  private final TestAuthor author = TestAuthor.inspector();
  private AnxunDatabase database;
  private RoomPhoneStore store;
  private Recorder recorder;
  private PaperNumbers numbers;
  private PaperBook book;
  private PaperDesk desk;
  private PaperFixtures fixtures;

  @Before
  public void open() throws Exception {
    database = TestDatabase.open("book.db");
    store = new RoomPhoneStore(database);
    recorder = new Recorder(store, author, clock, ids);
    numbers = new PaperNumbers(database, store);
    book =
        new PaperBook(
            store,
            numbers,
            new Records(database),
            new Timelines(store),
            new PaperDocument(new OfficeDocuments(database, store)),
            recorder,
            author,
            new MapSettings());
    desk = new PaperDesk(store, recorder, numbers, book, author);
    fixtures = new PaperFixtures(recorder);
    fixtures.visit();
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void issue_whenAnotherSystemNumbers_bearsTheTypedNumberAndTakesNoneOfOurs()
      throws Exception {
    numbers.add(block("order", 7));
    Json order = Json.members().put("paper", "责令限期整改指令书").put("external", Json.TRUE).build();
    Json papers = Json.members().put("papers", Json.items(List.of(order))).build();
    new OfficeFixtures(store)
        .revise(
            PapersRevised.KIND,
            Documents.PAPERS,
            Fields.builder().raw(PapersRevised.DOCUMENT.name(), papers).build());
    PaperForm form = fixtures.form(book, Paper.ORDER).withNumber(" 监管〔2026〕77 ");

    desk.issue(form);

    assertThat(book.find(form.id()).orElseThrow().number()).isEqualTo("监管〔2026〕77");
    assertThat(numbers.left(author.device(), "order", 2026)).isEqualTo(3);
  }

  @Test
  public void papers_whenAColleagueIssuedThem_areSeenAsTheVisitsAndAreNotIssuedAgain() {
    String record = colleagueIssued(Paper.CHECK_RECORD, PaperIssued.INSPECTION, fixtures.visitId());
    String order = colleagueIssued(Paper.ORDER, PaperIssued.INSPECTION, fixtures.visitId());
    String answer = colleagueIssued(Paper.REVIEW, PaperIssued.ANSWERS, order);

    assertThat(visit().is(Inspected.RECORD_ISSUED)).isTrue();
    assertThat(visit().text(Inspected.RECORD_NO)).isEqualTo("王〔2026〕1号");
    assertThat(counted()).isEqualTo(visit());
    assertThat(book.listAbout(fixtures.visitId()))
        .extracting(PaperRecord::id)
        .containsExactlyInAnyOrder(record, order);
    assertThat(book.listAbout(order)).extracting(PaperRecord::id).containsExactly(answer);
    assertThat(book.draft(fixtures.form(book, Paper.CHECK_RECORD)).problems())
        .extracting(PaperProblem::code)
        .contains(PaperProblem.Code.ALREADY_ISSUED);
  }

  /** Pulled from the server. */
  private String colleagueIssued(Paper paper, Field<String> about, String subject) {
    String id = ids.next();
    Header header =
        new Header(id, id, null, clock.instant(), recorder.today(), "wang", "phone-2", List.of());
    Fields fields =
        Fields.builder()
            .set(PaperIssued.PAPER, paper.label())
            .set(PaperIssued.PAPER_NO, "王〔2026〕1号")
            .set(about, subject)
            .set(PaperIssued.CONTENTS, Json.members().put("title", paper.label()).build())
            .build();
    store.put(
        List.of(
            new LedgerEntry(
                EntryJson.write(new PaperIssued(header, fields)),
                new Stamp(
                    store.lastSeq() + 1, "wang", Role.INSPECTOR, "phone-2", clock.instant()))));
    return id;
  }

  @Test
  public void visit_whenACheckRecordIsIssued_saysSoUntilItIsVoid() throws Exception {
    numbers.add(block("check-record", 12));
    PaperForm form =
        fixtures.form(book, Paper.CHECK_RECORD).with(new PaperForm.Refusal(true, "有异议", "周敏"));
    assertThat(visit().is(Inspected.RECORD_ISSUED)).isFalse();

    desk.issue(form);

    assertThat(visit().is(Inspected.RECORD_ISSUED)).isTrue();
    assertThat(visit().text(Inspected.RECORD_NO)).contains("12号");
    assertThat(visit().is(Inspected.REFUSED_TO_SIGN)).isTrue();
    assertThat(counted()).as("what figures count").isEqualTo(visit());
    desk.annul(book.find(form.id()).orElseThrow(), "写错了");
    assertThat(visit().is(Inspected.RECORD_ISSUED)).isFalse();
    assertThat(visit().is(Inspected.REFUSED_TO_SIGN)).isFalse();
    assertThat(counted()).isEqualTo(visit());
  }

  private Fields visit() {
    return book.visit(fixtures.visitId()).orElseThrow().fields();
  }

  private Fields counted() {
    return new LedgerFold()
        .fold(store, Cutoff.latest(recorder.today()))
        .list("inspection")
        .get(0)
        .fields();
  }

  private NumberBlockRow block(String paper, long first) {
    return new NumberBlockRow("b1", author.device(), paper, 2026, first, first + 2, first, false);
  }
}
