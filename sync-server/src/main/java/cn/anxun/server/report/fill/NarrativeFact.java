package cn.anxun.server.report.fill;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormResult.RowResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that a form says in numbers, and the words by which a narrative speaks of it.
 *
 * @param name as the form prints it
 * @param words any of which names it in full; none for an indicator, which is told by likeness
 * @param printed with its unit
 * @param unit of the form; amounts are in 万元
 * @param value the printed number, in that unit
 * @param targets the numbers of its target, which may stand where the text speaks of what was
 *     wanted
 */
record NarrativeFact(
    String name,
    List<String> words,
    String printed,
    String unit,
    BigDecimal value,
    List<BigDecimal> targets) {
  private static final double LIKE = 0.5;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final List<String> GRADES = List.of("特别重大", "重大", "较大", "一般");
  private static final Pattern SUFFIX = Pattern.compile("(个数|起数|次数|场次|人数|人次|家数|处数|数量|总数|数)$");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

  private static final Pattern WANTED = Pattern.compile("目标|指标值|不少于|不低于|不高于|不超过|力争|计划|要求|≥|≤");

  /** By the name of the amount, the words that narratives use for it. */
  private static final Map<String, List<String>> AMOUNT_WORDS = amountWords();

  /** A number with its unit in a sentence. */
  record Quantity(int from, int until, BigDecimal number, String unit) {
    private static final Pattern FORM =
        Pattern.compile(
            "(?<![\\d.])(\\d{1,3}(?:[,，]\\d{3})+|\\d+)(\\.\\d+)?\\s*"
                + "(%|％|亿元|万元|元|家次|人次|分|[个家人次场期起处条项份轮户件批座])");

    static List<Quantity> all(String sentence) {
      List<Quantity> all = new ArrayList<>();
      Matcher matcher = FORM.matcher(sentence);
      while (matcher.find()) {
        String fraction = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal number = new BigDecimal(matcher.group(1).replaceAll("[,，]", "") + fraction);
        String unit = matcher.group(3).replace('％', '%');
        all.add(new Quantity(matcher.start(), matcher.end(), number, unit));
      }
      return all;
    }
  }

  static List<NarrativeFact> of(FormResult form) {
    List<NarrativeFact> facts = new ArrayList<>();
    form.definition()
        .budget()
        .amounts()
        .forEach((key, amount) -> amount(key, amount).ifPresent(facts::add));
    form.executionRate()
        .filter(rate -> !rate.equals("/"))
        .ifPresent(rate -> facts.add(fact("执行率", List.of("执行率"), rate, "%", new BigDecimal(rate))));
    form.total()
        .ifPresent(
            total ->
                facts.add(
                    fact(
                        "总分",
                        List.of("总分", "自评得分", "综合得分", "评价得分", "自评总分"),
                        total.toPlainString(),
                        "分",
                        total)));
    form.rows().forEach(row -> row(row).ifPresent(facts::add));
    return facts;
  }

  private static Optional<NarrativeFact> amount(String key, BigDecimal amount) {
    List<String> words = AMOUNT_WORDS.get(key);
    return words == null
        ? Optional.empty()
        : Optional.of(fact(words.get(0), words, amount.toPlainString(), "万元", amount));
  }

  private static NarrativeFact fact(
      String name, List<String> words, String printed, String unit, BigDecimal value) {
    return new NarrativeFact(name, words, printed + unit, unit, value, List.of());
  }

  private static Optional<NarrativeFact> row(RowResult row) {
    String unit =
        row.actualWithUnit()
            .substring(Math.min(row.actual().length(), row.actualWithUnit().length()));
    if (!NUMBER.matcher(row.actual()).matches() || unit.isEmpty()) {
      return Optional.empty();
    }
    List<BigDecimal> targets = new ArrayList<>();
    Matcher target = NUMBER.matcher(row.row().target());
    while (target.find()) {
      targets.add(new BigDecimal(target.group()));
    }
    return Optional.of(
        new NarrativeFact(
            row.row().level3(),
            List.of(),
            row.actualWithUnit(),
            unit,
            new BigDecimal(row.actual()),
            targets));
  }

  /** Whether the form's unit is the sentence's. */
  boolean isIn(String other) {
    return unit.equals(other) || (unit.equals("万元") && other.endsWith("元"));
  }

  boolean isNamedIn(String context) {
    return words.isEmpty() ? likeness(context) >= LIKE : likeness(context) > 0;
  }

  /**
   * How surely the words speak of it: over 1 where they name it, from 0 to 1 by the share of its
   * name.
   */
  double likeness(String context) {
    for (String word : words) {
      int at = context.lastIndexOf(word);
      if (at >= 0) {
        return 2 + (double) at / context.length();
      }
    }
    if (!words.isEmpty() || speaksOfAnotherGrade(context)) {
      return 0;
    }
    String core = SUFFIX.matcher(name).replaceFirst("");
    return core.isEmpty() ? 0 : (double) commonSubsequence(core, context) / core.length();
  }

  private boolean speaksOfAnotherGrade(String context) {
    String own = grade(name);
    String other = grade(context);
    return !other.isEmpty() && !other.equals(own);
  }

  private static String grade(String text) {
    return GRADES.stream().filter(text::contains).findFirst().orElse("");
  }

  /** Whether the form bears the number out, as printed or rounded to fewer decimals. */
  boolean agrees(Quantity quantity, String context) {
    BigDecimal number =
        switch (unit.equals("万元") ? quantity.unit() : "") {
          case "元" -> quantity.number().divide(TEN_THOUSAND);
          case "亿元" -> quantity.number().multiply(TEN_THOUSAND);
          default -> quantity.number();
        };
    return same(number)
        || (WANTED.matcher(context).find()
            && targets.stream().anyMatch(target -> target.compareTo(number) == 0));
  }

  private boolean same(BigDecimal number) {
    BigDecimal rounded = value.setScale(Math.max(number.scale(), 0), RoundingMode.HALF_UP);
    boolean roundedUpToAll =
        unit.equals("%") && value.compareTo(HUNDRED) < 0 && rounded.compareTo(HUNDRED) >= 0;
    boolean mayRound = number.scale() > 0 || value.stripTrailingZeros().scale() <= 0;
    return number.compareTo(value) == 0
        || (mayRound && !roundedUpToAll && number.compareTo(rounded) == 0);
  }

  private static int commonSubsequence(String a, String b) {
    int[] lengths = new int[b.length() + 1];
    for (int i = 0; i < a.length(); i++) {
      int diagonal = 0;
      for (int j = 0; j < b.length(); j++) {
        int above = lengths[j + 1];
        lengths[j + 1] =
            a.charAt(i) == b.charAt(j) ? diagonal + 1 : Math.max(lengths[j], lengths[j + 1]);
        diagonal = above;
      }
    }
    return lengths[b.length()];
  }

  private static Map<String, List<String>> amountWords() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("initial", List.of("年初预算数", "年初预算"));
    words.put("full_year", List.of("全年预算数", "全年预算", "调整后预算", "调整预算"));
    words.put("spent", List.of("全年执行数", "执行数", "实际支出", "全年支出", "支出决算"));
    words.put("planned", List.of("预算数"));
    words.put("basic", List.of("基本支出"));
    words.put("project", List.of("项目支出"));
    return words;
  }
}
