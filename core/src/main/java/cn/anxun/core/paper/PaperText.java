package cn.anxun.core.paper;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The texts of a paper that a bureau words itself, with the placeholders that each may have. */
public enum PaperText {
  TITLE(60),
  OPENING(1000, "bureau", "site", "officers", "certificates", "from", "until", "place", "date"),
  /** 检查内容: what was checked (安全生产法第六十五条、第六十八条). */
  CONTENT(400, "check"),
  /** 检查情况 where there are findings. */
  FOUND(400, "count", "date"),
  /** 检查情况 where there are none. */
  NONE(400, "date"),
  /** How a hazard is handled that was fixed on the spot. */
  ON_THE_SPOT(200),
  /** How a hazard is handled that is to be fixed by a deadline. */
  BY_DEADLINE(200, "deadline"),
  /** Added for a major hazard. */
  MAJOR(400),
  /** Said once for each deadline. */
  REQUIREMENT(1000, "items", "deadline", "bureau"),
  LEGAL_BASIS(600),
  HANDLING(600, "deadline", "bureau"),
  REMEDIES(600, "government", "court", "bureau"),
  COPIES(200, "bureau"),
  /** What a review says of a line that passed. */
  PASSED(200),
  /** What a review says of a line that did not, with its new deadline. */
  FAILED(200, "deadline");

  private final int maxLength;
  private final String placeholders;

  PaperText(int maxLength, String... placeholders) {
    this.maxLength = maxLength;
    this.placeholders = String.join(" ", placeholders);
  }

  /** As the document has it: {@code on_the_spot}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The most characters it may have. */
  public int maxLength() {
    return maxLength;
  }

  /** What may stand in it between braces. */
  public List<String> placeholders() {
    return placeholders.isEmpty() ? List.of() : Arrays.asList(placeholders.split(" ", -1));
  }
}
