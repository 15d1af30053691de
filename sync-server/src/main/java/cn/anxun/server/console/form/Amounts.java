package cn.anxun.server.console.form;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them: 1,234.5. */
public final class Amounts {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,8})?");

  private Amounts() {}

  /** The number; empty where it is none, or below 0. */
  public static Optional<BigDecimal> read(String typed) {
    String plain = typed.strip().replace(",", "").replace("，", "");
    return NUMBER.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }
}
