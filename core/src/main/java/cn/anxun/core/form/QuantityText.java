package cn.anxun.core.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a form taken apart: its operators, and its number with a unit where the rest is one; a
 * remark in brackets, as in 98%（含）以上, is passed over, so are 达到, 完成 and a full stop. Full-width
 * characters, thousands separators, ASCII and Chinese operators are read alike.
 *
 * @param operators in the order in which they stand
 * @param signs whether an operator stands as a sign (≥) rather than as a word (不低于)
 * @param quantity the number with its unit; empty where the rest is anything else, a date among
 *     them
 */
record QuantityText(List<Operator> operators, boolean signs, Optional<Quantity> quantity) {

  QuantityText {
    operators = Collections.unmodifiableList(new ArrayList<>(operators));
  }

  /**
   * A number with its unit.
   *
   * @param number as written, without separators
   * @param unit what follows it, "" for a bare number
   */
  record Quantity(BigDecimal number, String unit) {

    /** The number in single units: 3万 is 30000, 1.5万元 is 15000. */
    BigDecimal inOnes() {
      return number.scaleByPowerOfTen(powerOfTen());
    }

    /** The unit without its 万 or 亿. */
    String unitInOnes() {
      return powerOfTen() > 0 ? unit.substring(1) : unit;
    }

    /** 4 for a unit that starts with 万, 8 for 亿, 0 for others. */
    int powerOfTen() {
      return unit.startsWith("万") ? 4 : unit.startsWith("亿") ? 8 : 0;
    }
  }

  private static final int MOST_CHARACTERS = 500;
  private static final String OPERATOR_SIGNS = "≥≤=><≈≠±";
  private static final String SIGNS = "≥≤=><≈≠±~?≯≮";
  private static final Pattern QUANTITY =
      Pattern.compile(
          "(-?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|-?\\d{1,15}(?:\\.\\d{1,6})?)([^\\d,.;:，。；：、()（）]{0,8})");
  private static final Pattern ANY_NUMBER =
      Pattern.compile("\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,15}(?:\\.\\d{1,6})?");

  /** Words before the number, longest first, so that 不低于 is not read as 低于. */
  private static final List<Map.Entry<String, Operator>> BEFORE =
      List.of(
          Map.entry("大于或等于", Operator.AT_LEAST),
          Map.entry("小于或等于", Operator.AT_MOST),
          Map.entry("大于等于", Operator.AT_LEAST),
          Map.entry("小于等于", Operator.AT_MOST),
          Map.entry("不低于", Operator.AT_LEAST),
          Map.entry("不少于", Operator.AT_LEAST),
          Map.entry("不小于", Operator.AT_LEAST),
          Map.entry("不超过", Operator.AT_MOST),
          Map.entry("不高于", Operator.AT_MOST),
          Map.entry("不多于", Operator.AT_MOST),
          Map.entry("不大于", Operator.AT_MOST),
          Map.entry("控制在", Operator.AT_MOST),
          Map.entry("不得低于", Operator.AT_LEAST),
          Map.entry("不得少于", Operator.AT_LEAST),
          Map.entry("不得超过", Operator.AT_MOST),
          Map.entry("不得高于", Operator.AT_MOST),
          Map.entry("不得多于", Operator.AT_MOST),
          Map.entry("不等于", Operator.UNREADABLE),
          Map.entry("约等于", Operator.UNREADABLE),
          Map.entry("至少", Operator.AT_LEAST),
          Map.entry("至多", Operator.AT_MOST),
          Map.entry("最多", Operator.AT_MOST),
          Map.entry("等于", Operator.EQUAL),
          Map.entry("大于", Operator.MORE_THAN),
          Map.entry("高于", Operator.MORE_THAN),
          Map.entry("多于", Operator.MORE_THAN),
          Map.entry("超过", Operator.MORE_THAN),
          Map.entry("小于", Operator.LESS_THAN),
          Map.entry("低于", Operator.LESS_THAN),
          Map.entry("少于", Operator.LESS_THAN),
          Map.entry("大约", Operator.UNREADABLE),
          Map.entry("约", Operator.UNREADABLE),
          Map.entry("近", Operator.UNREADABLE));

  /** Words after the number and its unit. */
  private static final List<Map.Entry<String, Operator>> AFTER =
      List.of(
          Map.entry("及以上", Operator.AT_LEAST),
          Map.entry("及以下", Operator.AT_MOST),
          Map.entry("以上", Operator.AT_LEAST),
          Map.entry("以下", Operator.AT_MOST),
          Map.entry("以内", Operator.AT_MOST),
          Map.entry("之内", Operator.AT_MOST),
          Map.entry("左右", Operator.UNREADABLE),
          Map.entry("上下", Operator.UNREADABLE));

  /** Takes the text apart; never fails. A text longer than any number with its unit is words. */
  static QuantityText read(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return new QuantityText(List.of(), false, Optional.empty());
    }
    String rest = normal(text);
    boolean signs = rest.chars().anyMatch(c -> SIGNS.indexOf(c) >= 0);
    List<Operator> operators = new ArrayList<>();
    rest = signsBefore(rest, operators);
    List<Operator> last = new ArrayList<>();
    rest = takeAfter(rest, last);
    boolean within =
        operators.contains(Operator.AT_MOST) && rest.length() > 0 && normal(text).startsWith("控制在");
    if (!(within && last.size() == 1 && last.get(0) == Operator.AT_MOST)) {
      operators.addAll(last);
    }
    return new QuantityText(operators, signs, quantity(rest));
  }

  /** Every number in the text, in single units where 万 or 亿 follows it. */
  static List<BigDecimal> numbers(String text) {
    List<BigDecimal> numbers = new ArrayList<>();
    String normal = normal(text);
    Matcher matcher = ANY_NUMBER.matcher(normal);
    while (matcher.find()) {
      numbers.add(new Quantity(number(matcher.group()), normal.substring(matcher.end())).inOnes());
    }
    return numbers;
  }

  /** Whether several operators stand as signs, wherever they do, as in ≥1个，≤2个. */
  static boolean hasSeveralSigns(String text) {
    return normal(text).chars().filter(c -> OPERATOR_SIGNS.indexOf(c) >= 0).count() > 1;
  }

  /** Whether the operators say one definite thing; a repeated one does, none does. */
  boolean isDefinite() {
    return !operators.contains(Operator.UNREADABLE) && new HashSet<>(operators).size() <= 1;
  }

  private static String normal(String text) {
    return halfWidth(text)
        .replaceAll("[\\s\\u3000\\u00a0]+", "")
        .replace("≧", "≥")
        .replace("⩾", "≥")
        .replace("≦", "≤")
        .replace("⩽", "≤")
        .replace("≯", "≤")
        .replace("≮", "≥")
        .replace("≒", "≈")
        .replace("∼", "~")
        .replace("〜", "~")
        .replaceAll(">=|=>", "≥")
        .replaceAll("<=|=<", "≤")
        .replaceAll("<>|><|!=", "≠")
        .replaceAll("^(达到|达|完成)(?=[\\d≥≤=><])|[。.;,、!]+$", "")
        .replaceAll("\\([^()0-9]{0,10}\\)", "");
  }

  private static String halfWidth(String text) {
    StringBuilder half = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      half.append(c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c);
    }
    return half.toString();
  }

  private static String signsBefore(String text, List<Operator> operators) {
    String rest = text;
    while (true) {
      Optional<Map.Entry<String, Operator>> word = first(BEFORE, rest, false);
      if (word.isPresent()) {
        operators.add(word.get().getValue());
        rest = rest.substring(word.get().getKey().length());
      } else if (rest.length() > 0 && SIGNS.indexOf(rest.charAt(0)) >= 0) {
        operators.add(sign(rest.charAt(0)));
        rest = rest.substring(1);
      } else {
        return rest;
      }
    }
  }

  private static String takeAfter(String text, List<Operator> operators) {
    String rest = text;
    while (true) {
      Optional<Map.Entry<String, Operator>> word = first(AFTER, rest, true);
      if (word.isPresent()) {
        operators.add(0, word.get().getValue());
        rest = rest.substring(0, rest.length() - word.get().getKey().length());
      } else if (rest.length() > 0 && SIGNS.indexOf(rest.charAt(rest.length() - 1)) >= 0) {
        operators.add(0, sign(rest.charAt(rest.length() - 1)));
        rest = rest.substring(0, rest.length() - 1);
      } else {
        return rest;
      }
    }
  }

  private static Optional<Map.Entry<String, Operator>> first(
      List<Map.Entry<String, Operator>> words, String text, boolean atEnd) {
    for (Map.Entry<String, Operator> word : words) {
      if (atEnd ? text.endsWith(word.getKey()) : text.startsWith(word.getKey())) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static Operator sign(char sign) {
    return switch (sign) {
      case '≥' -> Operator.AT_LEAST;
      case '≤' -> Operator.AT_MOST;
      case '=' -> Operator.EQUAL;
      case '>' -> Operator.MORE_THAN;
      case '<' -> Operator.LESS_THAN;
      default -> Operator.UNREADABLE;
    };
  }

  private static Optional<Quantity> quantity(String text) {
    Matcher matcher = QUANTITY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Quantity quantity = new Quantity(number(matcher.group(1)), matcher.group(2));
    return isDate(quantity) || quantity.unit().chars().anyMatch(c -> SIGNS.indexOf(c) >= 0)
        ? Optional.empty()
        : Optional.of(quantity);
  }

  private static BigDecimal number(String digits) {
    return new BigDecimal(digits.replace(",", ""));
  }

  /** 2023年, 12月份, 31日前 are dates; 3年 and 12个月 are quantities. */
  private static boolean isDate(Quantity quantity) {
    if (quantity.number().stripTrailingZeros().scale() > 0) {
      return false;
    }
    BigDecimal number = quantity.number();
    return switch (quantity.unit().isEmpty() ? ' ' : quantity.unit().charAt(0)) {
      case '年' -> between(number, 1900, 2199);
      case '月' -> between(number, 1, 12);
      case '日', '号' -> between(number, 1, 31);
      default -> false;
    };
  }

  private static boolean between(BigDecimal number, int least, int most) {
    return number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
  }
}
