package cn.anxun.server.report;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.FormDefined;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Pusher;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A small ledger of 2026 in a data directory: a site, four hazards of which three are closed, a
 * drill, a form.
 */
public final class TestLedger implements AutoCloseable {
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-31T02:00:00Z"), ZoneOffset.UTC);
  public static final LocalDate YEAR_END = LocalDate.of(2026, 12, 31);
  public static final String PHOTO = "ab".repeat(32);
  private static final Pusher OFFICE = new Pusher("office", Role.OFFICE, "qinghe.A");
  private static final String FORM =
      """
      {"title": "2026年度项目支出绩效自评表（业务工作经费）", "template": "项目支出绩效自评表",
       "budget_wan_yuan": {"initial": 10, "full_year": 8, "spent": 8}, "execution": {"weight": 10},
       "rows": [
        {"l1": "产出指标", "l2": "数量指标", "l3": "排查隐患个数", "target": "≥4个", "weight": 40,
         "direction": "higher", "measure": {"count": "hazard"}},
        {"l1": "产出指标", "l2": "质量指标", "l3": "隐患整改率", "target": "=100%", "weight": 40,
         "direction": "higher",
         "measure": {"rate": [{"count": "hazard", "where": {"state": ["rectified", "closed"]}}, {"count": "hazard"}]}},
        {"l1": "满意度指标", "l2": "", "l3": "群众满意度", "target": "≥90%", "weight": 10, "typed": "95%",
         "evidence": "2026年11月问卷，发放200份"}]}
      """;

  private final EntryIds ids = new EntryIds(CLOCK, new Random(7));
  private final DataDirectory data;
  private final BureauLedgers ledgers;
  private final BureauLedger ledger;
  private final List<String> hazards = new ArrayList<>();

  public TestLedger(Path root) {
    data = DataDirectory.open(root, "test");
    ledgers = new BureauLedgers(data, CLOCK, new Random(1));
    ledger = ledgers.get("qinghe");
    fill();
  }

  private void fill() {
    List<Entry> entries = new ArrayList<>();
    SiteRegistered site =
        new SiteRegistered(
            opening("2026-01-05"), Fields.builder().set(SiteRegistered.NAME, "清河超市").build());
    entries.add(site);
    for (int i = 0; i < 4; i++) {
      HazardFound hazard = hazard(site, i);
      hazards.add(hazard.subject());
      entries.add(hazard);
      if (i < 3) {
        Rectified rectified =
            new Rectified(next(hazard, "2026-04-0" + (i + 1), List.of()), Fields.NONE);
        entries.add(rectified);
        entries.add(
            new Reviewed(
                next(rectified, "2026-04-1" + i, List.of()),
                Fields.builder().set(Reviewed.PASSED, true).build()));
      }
    }
    entries.add(
        new DrillHeld(
            opening("2026-06-12"), Fields.builder().set(DrillHeld.PARTICIPANTS, 120L).build()));
    Header form = opening("2026-03-01");
    entries.add(
        new FormDefined(
            new Header(
                form.id(),
                Documents.form(2026, "business"),
                null,
                form.at(),
                form.businessDate(),
                "office",
                "qinghe.A",
                List.of()),
            Fields.builder().set(FormDefined.DOCUMENT, JsonText.read(FORM)).build()));
    accept(entries);
  }

  /** Says one more thing of a record that is there. */
  public void say(Kind kind, String subject, Fields fields, List<Attachment> attachments) {
    Header header = header(ids.next(), subject, subject, "2026-06-20", attachments);
    accept(List.of(kind.entry(header, fields)));
  }

  private HazardFound hazard(SiteRegistered site, int i) {
    List<Attachment> photos =
        i == 0 ? List.of(new Attachment(PHOTO, 3, "image/jpeg", "before")) : List.of();
    return new HazardFound(
        header(ids.next(), null, null, "2026-03-0" + (i + 1), photos),
        Fields.builder()
            .set(HazardFound.DESCRIPTION, i == 1 ? "=HYPERLINK(\"http://x\")" : "消防通道堆物" + i)
            .set(HazardFound.LEVEL, "一般")
            .set(RecordFields.SITE, site.subject())
            .set(HazardFound.DEADLINE, LocalDate.of(2026, 4, 30))
            .set(HazardFound.RESPONSIBLE_PERSON, "张三丰")
            .build());
  }

  private Header opening(String date) {
    return header(ids.next(), null, null, date, List.of());
  }

  private Header next(Entry after, String date, List<Attachment> attachments) {
    return header(ids.next(), after.subject(), after.id(), date, attachments);
  }

  private static Header header(
      String id,
      @Nullable String subject,
      @Nullable String after,
      String date,
      List<Attachment> attachments) {
    return new Header(
        id,
        subject == null ? id : subject,
        after,
        CLOCK.instant(),
        LocalDate.parse(date),
        "office",
        "qinghe.A",
        attachments);
  }

  private void accept(List<Entry> entries) {
    List<byte[]> bytes = entries.stream().map(entry -> EntryJson.write(entry).bytes()).toList();
    for (Receipt receipt : ledger.accept(OFFICE, bytes)) {
      if (!(receipt instanceof Receipt.Accepted)) {
        throw new IllegalStateException(receipt.toString());
      }
    }
  }

  public BureauLedger ledger() {
    return ledger;
  }

  /** The hazards' ids; the last is open. */
  public List<String> hazards() {
    return hazards;
  }

  public Cutoff cutoff() {
    return new Cutoff(ledger.lastSeq(), YEAR_END);
  }

  public Provenance provenance() {
    return new Provenance("清河区应急管理局", cutoff(), ledger.head());
  }

  @Override
  public void close() {
    ledgers.close();
    data.close();
  }
}
