package cn.anxun.core.hazard;

import java.util.Locale;

/** Where a hazard stands; 不消除不销号. */
public enum HazardState {
  /** 未整改. */
  OPEN,
  /** 已整改, awaits its review. */
  RECTIFIED,
  /** 已销号: a review passed, or it was fixed on the spot. */
  CLOSED;

  /** As the field {@code state} has it: {@code open}, {@code rectified}, {@code closed}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
