package cn.anxun.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.Path;
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
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperBlock;
import cn.anxun.core.paper.PaperProblem;
import cn.anxun.core.paper.Signature;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.annotation.GraphicsMode;

/** What the law wants on each paper is drawn on its pages, whole and within the margins. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
public final class PaperPainterTest {
  private final SettableClock clock = new SettableClock();
  private final EntryIds ids = new EntryIds(clock, new Random(7));
  private final TestAuthor author = TestAuthor.inspector();
  private AnxunDatabase database;
  private Recorder recorder;
  private PaperNumbers numbers;
  private PaperBook book;
  private PaperDesk desk;
  private PaperFixtures fixtures;

  @Before
  public void open() throws Exception {
    database = TestDatabase.open("pages.db");
    RoomPhoneStore store = new RoomPhoneStore(database);
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
    for (Paper paper : Paper.values()) {
      numbers.add(
          new NumberBlockRow(
              "b-" + paper.key(), author.device(), paper.key(), 2026, 12, 30, 12, false));
    }
  }

  @After
  public void close() {
    database.close();
  }

  @Test
  public void checkRecord_holdsTimePlaceContentProblemsHandlingAndSignatures() throws Exception {
    Drawn drawn = issued(fixtures.form(book, Paper.CHECK_RECORD), "paper-check-record");

    drawn.holds(
        "岳阳楼区应急管理局",
        "现场检查记录",
        "（区）应急检记〔2026〕12号",
        "岳阳华兴机械有限公司",
        "工业园三路8号",
        "刘厂长",
        "2026年3月2日9时00分至2026年3月2日11时20分",
        "李明、王芳",
        "ZF-001、ZF-002",
        "出示证件",
        "喷漆房未设可燃气体报警器，作业时无人监护",
        "配电箱前堆放杂物，影响操作",
        "灭火器压力不足",
        "第三十六条",
        "第1页共1页");
    assertThat(drawn.signatures).isEqualTo(3);
  }

  @Test
  public void order_holdsWhatIsToBeFixedByWhenAndWhatMayBeDoneAgainstIt() throws Exception {
    Drawn drawn = issued(fixtures.form(book, Paper.ORDER), "paper-order");

    drawn.holds(
        "责令限期整改指令书",
        "（区）应急责改〔2026〕12号",
        "喷漆房未设可燃气体报警器",
        "2026年3月12日",
        "2026年4月1日",
        "第六十五条",
        "六十日内",
        "行政复议",
        "六个月内",
        "行政诉讼",
        "（印章）",
        "2026年3月2日");
    assertThat(drawn.text).doesNotContain("灭火器压力不足");
  }

  @Test
  public void review_answersTheOrderLineByLine() throws Exception {
    PaperForm order = fixtures.form(book, Paper.ORDER);
    desk.issue(order);
    List<String> hazards =
        book.find(order.id()).orElseThrow().fields().texts(cn.anxun.core.entry.PaperIssued.HAZARDS);
    PaperForm unanswered =
        PaperForm.begin(
            ids.next(),
            Paper.REVIEW,
            order.id(),
            book.suggested(book.facts(Paper.REVIEW, order.id()), clock.instant()));
    assertThat(book.draft(unanswered).problems())
        .extracting(PaperProblem::code)
        .contains(PaperProblem.Code.NOT_ANSWERED);
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
    PaperForm form =
        PaperForm.begin(
                ids.next(),
                Paper.REVIEW,
                order.id(),
                book.suggested(book.facts(Paper.REVIEW, order.id()), clock.instant()))
            .with(new Signature(Signature.Who.SITE, "刘厂长", clock.instant(), PaperFixtures.HAND));
    assertThat(book.draft(form).problems()).isEmpty();

    Drawn drawn = issued(form, "paper-review");

    drawn.holds(
        "整改复查意见书", "（区）应急复查〔2026〕12号", "（区）应急责改〔2026〕12号", "已按要求整改完毕", "未按要求整改完毕", "2026年3月9日");
  }

  @Test
  public void longOrder_goesOnOverPagesWithItsHeadingAndLosesNoLine() throws Exception {
    recorder.record(
        recording -> {
          for (int i = 1; i <= 40; i++) {
            recording.open(
                HazardFound.KIND,
                recorder.today(),
                Fields.builder()
                    .set(HazardFound.DESCRIPTION, "第" + i + "处疏散通道堆放原料与包装材料，宽度不足，影响人员疏散，应急照明损坏未更换")
                    .set(HazardFound.LEVEL, "一般")
                    .set(HazardFound.LEGAL_BASIS, "《中华人民共和国消防法》第二十八条")
                    .set(HazardFound.INSPECTION, fixtures.visitId())
                    .set(HazardFound.DEADLINE, recorder.today().plusDays(15))
                    .build());
          }
        });

    Drawn drawn = issued(fixtures.form(book, Paper.ORDER), "paper-order-long");

    assertThat(drawn.pages).isBetween(3, 8);
    for (int i = 1; i <= 40; i++) {
      drawn.holds("第" + i + "处疏散通道堆放原料与包装材料");
    }
    assertThat(drawn.text.split("序号存在的问题违反的规定", -1)).hasSizeGreaterThan(drawn.pages - 1);
    drawn.holds("第1页共" + drawn.pages + "页", "第" + drawn.pages + "页共" + drawn.pages + "页");
  }

  @Test
  public void unnumberedRefusedAndByHand_saysSo() throws Exception {
    for (Paper paper : Paper.values()) {
      while (numbers.take(author.device(), paper.key(), 2026).isPresent()) {
        // All are spent.
      }
    }
    PaperForm form =
        fixtures.form(book, Paper.CHECK_RECORD).with(new PaperForm.Refusal(true, "对检查结果有异议", "周敏"));

    Drawn drawn = issued(form, "paper-refused");

    drawn.holds("待编号", "拒绝签字", "对检查结果有异议", "周敏", "见证人");
    assertThat(drawn.signatures).isEqualTo(2);
  }

  @Test
  public void voidPaper_saysSoWithReasonAndDayOnEveryPage() throws Exception {
    PaperForm form = fixtures.form(book, Paper.ORDER);
    desk.issue(form);
    desk.annul(book.find(form.id()).orElseThrow(), "检查对象有误");

    Drawn drawn =
        new Drawn(PaperPages.of(book.find(form.id()).orElseThrow()).painter(), "paper-order-void");

    drawn.holds("本文书已于2026年3月2日作废。原因：检查对象有误", "（区）应急责改〔2026〕12号");
    assertThat(drawn.text.split("作废", -1).length - 1)
        .as("beside the sentence at the top once across each page")
        .isGreaterThan(drawn.pages);
  }

  /** However long the text is, no page has the seal without what it seals. */
  @Test
  public void signaturesAndSeal_standWithTheLastLinesOfTheText() {
    for (int length = 1; length <= 60; length++) {
      List<PaperBlock> blocks = new ArrayList<>();
      for (int i = 0; i < length; i++) {
        blocks.add(new PaperBlock.Paragraph("一段文字"));
      }
      blocks.add(new PaperBlock.Paragraph("最后一段"));
      blocks.add(new PaperBlock.Signing("行政执法人员（签名）", List.of(), "李明、王芳"));
      blocks.add(new PaperBlock.Signing("被检查单位负责人（签名）", List.of(), ""));
      blocks.add(new PaperBlock.Closing("岳阳楼区应急管理局", "（印章）", "2026年3月2日"));
      blocks.add(new PaperBlock.Note("一式两份"));
      PaperPainter painter = new PaperPainter(blocks, "");
      Bitmap bitmap = Bitmap.createBitmap(1, 1, Bitmap.Config.ARGB_8888);
      Recording last = new Recording(bitmap);

      painter.draw(last, painter.pages() - 1);

      assertThat(last.text.toString())
          .as("%s paragraphs", length)
          .contains("一段文字", "最后一段", "行政执法人员", "被检查单位负责人", "（印章）", "一式两份");
    }
  }

  private Drawn issued(PaperForm form, String picture) throws Exception {
    desk.issue(form);
    return new Drawn(PaperPages.of(book.find(form.id()).orElseThrow()).painter(), picture);
  }

  /** What the painter drew. */
  private static final class Drawn {
    /** As drawn, from top to bottom, and then once more column by column. */
    final String text;

    final int signatures;
    final int pages;

    Drawn(PaperPainter painter, String picture) throws IOException {
      StringBuilder all = new StringBuilder();
      int inked = 0;
      pages = painter.pages();
      for (int page = 0; page < pages; page++) {
        Bitmap bitmap =
            Bitmap.createBitmap(
                PaperPainter.WIDTH * 2, PaperPainter.HEIGHT * 2, Bitmap.Config.ARGB_8888);
        Recording canvas = new Recording(bitmap);
        canvas.scale(2, 2);
        painter.draw(canvas, page);
        all.append(canvas.text).append('\n');
        canvas.columns.values().forEach(column -> all.append(column).append('\n'));
        inked += canvas.paths;
        java.nio.file.Path file =
            java.nio.file.Path.of("target", "screens", picture + "-" + (page + 1) + ".png");
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
          bitmap.compress(Bitmap.CompressFormat.PNG, 100, out);
        }
        assertThat(isWhite(bitmap, 0, 60)).as("the left margin of page %s", page).isTrue();
        assertThat(isWhite(bitmap, PaperPainter.WIDTH * 2 - 60, PaperPainter.WIDTH * 2))
            .as("the right margin of page %s", page)
            .isTrue();
        bitmap.recycle();
      }
      text = all.toString().replaceAll("[\\s　]", "");
      signatures = inked;
    }

    private static boolean isWhite(Bitmap page, int from, int until) {
      for (int x = from; x < until; x += 3) {
        for (int y = 0; y < page.getHeight(); y++) {
          if (page.getPixel(x, y) != Color.WHITE) {
            return false;
          }
        }
      }
      return true;
    }

    void holds(String... contents) {
      for (String content : contents) {
        assertThat(text).contains(content);
      }
    }
  }

  /** Remembers the texts in the order in which they were drawn, also by where they begin. */
  private static final class Recording extends Canvas {
    final StringBuilder text = new StringBuilder();
    final Map<Float, StringBuilder> columns = new TreeMap<>();
    int paths;

    Recording(Bitmap bitmap) {
      super(bitmap);
    }

    @Override
    public void drawText(String drawn, float x, float y, Paint paint) {
      text.append(drawn);
      columns.computeIfAbsent(x, at -> new StringBuilder()).append(drawn);
      super.drawText(drawn, x, y, paint);
    }

    @Override
    public void drawPath(Path path, Paint paint) {
      paths++;
      super.drawPath(path, paint);
    }
  }
}
