package cn.anxun.app.data.local;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.Rectified;
import cn.anxun.core.entry.Reviewed;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.place.FieldPoint;
import cn.anxun.core.sync.Records;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a bureau records in 2026, for benchmarks: always the same. */
public final class YearOfWork {
  private static final long DAYS = 365;

  private static final String[] UNITS = words("洛王街道 吕仙亭街道 王家河街道 望岳路街道 郭镇乡 应急执法大队 危化科 基础科");
  private static final String[] INDUSTRIES = words("商贸 工贸 危化 燃气 建筑施工 交通运输 文旅 教育 养老服务");
  private static final String[] TRADES = words("超市 餐馆 宾馆 药房 汽修厂 家具厂 食品厂 加油站 幼儿园 养老院 农贸市场 冷库");
  private static final String[] ROADS = words("云梦路 巴陵中路 南湖大道 建湘路 青年东路 求索西路 琵琶王路 金鹗中路");
  private static final String[] SURNAMES = words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗");
  private static final String[] GIVEN =
      words("伟 芳 敏 静 强 磊 军 洋 勇 艳 杰 娟 涛 超 霞 桂英 建华 志强 秀兰 海燕 文博 晓东 玉梅 国庆");
  private static final String[] PLACES =
      words("一楼大厅 二楼东侧 地下室 配电房 仓库 厨房 锅炉房 消防控制室 主通道 南侧楼梯间 生产车间 装卸区 员工宿舍 储罐区 电梯机房 货架之间");
  private static final String[] DEFECTS =
      words(
          "消防通道堆放杂物，疏散宽度不足 灭火器压力不足，未及时更换 配电箱未上锁且无警示标志 电气线路私拉乱接，绝缘层破损 应急照明灯损坏，断电后不亮"
              + " 安全出口被货物堵塞 燃气软管老化，超过使用年限 特种设备未按期定期检验 危险化学品未分类存放 有限空间未设置警示标识"
              + " 机械传动部位无防护罩 电动自行车在室内违规充电 应急预案未按期组织演练 室内消火栓无水 动火作业未办理审批手续 气瓶无防倾倒措施");
  private static final String[] DEMANDS =
      words("责令限期整改 要求当场清理 立即停用，检验合格后方可使用 已告知负责人，限期整改并报送照片 请街道跟踪落实");
  private static final String[] CATEGORIES = words("消防 用电 燃气 特种设备 危险化学品 有限空间 安全管理");
  private static final String[] LAWS =
      words(
          "《中华人民共和国消防法》第十六条 《中华人民共和国消防法》第二十八条 《中华人民共和国安全生产法》第三十六条 《中华人民共和国安全生产法》第四十一条"
              + " 《特种设备安全法》第四十条 《危险化学品安全管理条例》第二十条 《城镇燃气管理条例》第二十七条");
  private static final String[] MEASURES =
      words("已清理并落实专人看护 已更换并登记在册 已上锁并张贴警示标志 已由持证电工整改线路并检查合格 已停用，检验合格后启用 已组织培训并考核合格");
  private static final String[] OPINIONS = words("现场复查，隐患已消除 经核实，整改到位 复查合格，同意销号");

  private final EntryIds ids = new EntryIds(Records.CLOCK, new Random(3));
  private final Random random = new Random(9);
  private final List<LedgerEntry> entries = new ArrayList<>();

  private YearOfWork() {}

  /** So many entries, with the stamps that the server gave them. */
  public static List<LedgerEntry> of(int size) {
    return new YearOfWork().fill(size).entries;
  }

  /** A year's mixture: of ten entries one site, two visits, four hazards, two steps, one review. */
  private YearOfWork fill(int size) {
    List<String> sites = new ArrayList<>();
    List<String> hazards = new ArrayList<>();
    while (entries.size() < size) {
      int place = entries.size() % 10;
      LocalDate date = LocalDate.of(2026, 1, 1).plusDays(entries.size() * DAYS / size);
      if (place == 0) {
        sites.add(add(SiteRegistered.KIND, null, date, site()));
      } else if (place < 3) {
        add(Inspected.KIND, null, date, visit(sites, date));
      } else if (place < 7) {
        hazards.add(add(HazardFound.KIND, null, date, hazard(sites, date)));
      } else {
        String hazard =
            hazards.get(hazards.size() - 1 - random.nextInt(Math.min(40, hazards.size())));
        if (place < 9) {
          add(Rectified.KIND, hazard, date, rectification());
        } else {
          add(Reviewed.KIND, hazard, date, review());
        }
      }
    }
    return this;
  }

  private String add(Kind kind, @Nullable String subject, LocalDate date, Fields fields) {
    String id = ids.next();
    String author = "inspector-" + random.nextInt(8);
    Instant now = time(date);
    Header header =
        new Header(
            id, subject == null ? id : subject, null, now, date, author, "phone-1", photos(kind));
    entries.add(
        new LedgerEntry(
            EntryJson.write(kind.entry(header, fields)),
            new Stamp(entries.size() + 1L, author, Role.INSPECTOR, "phone-1", now)));
    return id;
  }

  /** Every other hazard and rectification has one. */
  private List<Attachment> photos(Kind kind) {
    boolean isHazard = kind == HazardFound.KIND;
    if (!(isHazard || kind == Rectified.KIND) || random.nextBoolean()) {
      return List.of();
    }
    byte[] hash = new byte[32];
    random.nextBytes(hash);
    return List.of(
        new Attachment(
            HexFormat.of().formatHex(hash),
            180_000L + random.nextInt(400_000),
            "image/jpeg",
            isHazard ? "before" : "after"));
  }

  private Fields site() {
    return placed()
        .set(SiteRegistered.NAME, any(SURNAMES) + "记" + any(TRADES) + "第" + entries.size() + "店")
        .set(SiteRegistered.ADDRESS, any(ROADS) + (1 + random.nextInt(399)) + "号")
        .set(SiteRegistered.CONTACT_NAME, person())
        .build();
  }

  private Fields visit(List<String> sites, LocalDate date) {
    return placed()
        .set(RecordFields.SITE, any(sites))
        .set(
            RecordFields.POINT,
            new FieldPoint(
                    29.3 + random.nextDouble() / 10,
                    113.1 + random.nextDouble() / 10,
                    3 + random.nextInt(30),
                    time(date),
                    "gps",
                    false)
                .json())
        .set(Inspected.INSPECTOR_NAMES, List.of(person(), person()))
        .build();
  }

  private Fields hazard(List<String> sites, LocalDate date) {
    return placed()
        .set(RecordFields.SITE, any(sites))
        .set(HazardFound.DESCRIPTION, any(PLACES) + any(DEFECTS) + "；" + any(DEMANDS))
        .set(HazardFound.CATEGORY, any(CATEGORIES))
        .set(HazardFound.LEVEL, random.nextInt(50) == 0 ? "重大" : "一般")
        .set(HazardFound.LEGAL_BASIS, any(LAWS))
        .set(HazardFound.DEADLINE, date.plusDays(1 + random.nextInt(30)))
        .set(HazardFound.RESPONSIBLE_PERSON, person())
        .build();
  }

  private Fields rectification() {
    return Fields.builder()
        .set(Rectified.MEASURES_TAKEN, any(PLACES) + any(MEASURES))
        .set(Rectified.COST_YUAN, BigDecimal.valueOf(random.nextInt(80) * 50L))
        .build();
  }

  private Fields review() {
    return Fields.builder().set(Reviewed.PASSED, true).set(Reviewed.OPINION, any(OPINIONS)).build();
  }

  private Fields.Builder placed() {
    int unit = random.nextInt(UNITS.length);
    return Fields.builder()
        .set(RecordFields.NUMBER, "26-K3-" + entries.size())
        .set(RecordFields.DIVISION, "43060200" + (1 + unit))
        .set(RecordFields.UNIT, UNITS[unit])
        .set(RecordFields.INDUSTRY, any(INDUSTRIES));
  }

  private String person() {
    return any(SURNAMES) + any(GIVEN);
  }

  private Instant time(LocalDate date) {
    return date.atTime(8, 0)
        .plusSeconds(random.nextInt(9 * 60 * 60))
        .toInstant(ZoneOffset.ofHours(8));
  }

  private String any(String[] words) {
    return words[random.nextInt(words.length)];
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private static String[] words(String words) {
    return words.split(" ");
  }
}
