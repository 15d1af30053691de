package cn.anxun.core.sync.file;

/**
 * Why one file is not sent. The others are.
 *
 * @param code one of this class's, or that of the server's refusal
 * @param detail the server's sentence; "" where the code says it all
 */
public record FileProblem(String code, String detail) {
  /** The file is not on the phone any more. */
  public static final String MISSING = "file-missing-here";

  /** Its bytes are not the ones that the entry names. */
  public static final String DAMAGED = "file-damaged-here";

  /** The key that it was sealed with is lost. */
  public static final String KEY_LOST = "file-key-lost";

  /** It arrives as another one every time. */
  public static final String DAMAGED_UNDERWAY = "file-damaged-underway";

  /** Something on the way lets through nothing of its size. */
  public static final String NOT_LET_THROUGH = "file-not-let-through";

  static FileProblem of(String code) {
    return new FileProblem(code, "");
  }
}
