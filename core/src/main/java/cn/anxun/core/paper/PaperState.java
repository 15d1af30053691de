package cn.anxun.core.paper;

import java.util.Locale;

/** Where a paper stands. */
public enum PaperState {
  /** 已签发, with its number. */
  ISSUED,
  /** 待编号: issued, its number is still to come. */
  WAITING,
  /** 作废. */
  VOID,
  /** 无权签发: issued by one who may not, such as an order by a grid worker; it orders nothing. */
  UNAUTHORIZED;

  /** As the field {@code state} has it: {@code issued}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
