package cn.anxun.core.hazard;

import org.jspecify.annotations.Nullable;

/** 隐患级别. 重大 needs a formal 认定 and is 拟判重大 before; local levels such as 较大 count as 一般. */
final class HazardLevel {
  static final String GENERAL = "一般";
  static final String MAJOR = "重大";
  static final String PRESUMED_MAJOR = "拟判重大";

  private HazardLevel() {}

  /**
   * The level that counts.
   *
   * @param recorded as typed; null where nobody said
   * @param confirmed what the last 认定 said; null where there was none
   */
  static @Nullable String counted(@Nullable String recorded, @Nullable Boolean confirmed) {
    if (confirmed != null) {
      return confirmed ? MAJOR : GENERAL;
    }
    if (recorded == null || recorded.isEmpty()) {
      return null;
    }
    return recorded.equals(MAJOR) || recorded.equals(PRESUMED_MAJOR) ? PRESUMED_MAJOR : GENERAL;
  }
}
