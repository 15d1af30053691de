package cn.anxun.server.doctor;

import cn.anxun.core.text.Texts;
import java.util.List;
import java.util.Locale;

/**
 * What one check found, in a sentence that also says what to do: {@code doctor.CHECK.OUTCOME}.
 *
 * @param outcome which of the check's sentences it is, such as {@code taken}
 * @param details what the sentence names
 */
public record CheckResult(Check check, Status status, String outcome, List<Object> details) {

  /** What is looked at, in this order. */
  public enum Check {
    JAVA,
    SQLITE,
    MEMORY,
    DATA,
    DISK,
    INTEGRITY,
    CLOCK,
    TIME_ZONE,
    TIME_SERVICE,
    PORT,
    ADDRESS,
    CERTIFICATE,
    BACKUP;

    /** As in JSON: {@code time-zone}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How bad it is. */
  public enum Status {
    WELL("✓"),
    /** To be looked at; the server works. */
    NOTE("!"),
    /** To be mended. */
    BAD("✗");

    private final String sign;

    Status(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }
  }

  public CheckResult {
    details = List.copyOf(details);
  }

  static CheckResult well(Check check, String outcome, Object... details) {
    return new CheckResult(check, Status.WELL, outcome, List.of(details));
  }

  static CheckResult note(Check check, String outcome, Object... details) {
    return new CheckResult(check, Status.NOTE, outcome, List.of(details));
  }

  static CheckResult bad(Check check, String outcome, Object... details) {
    return new CheckResult(check, Status.BAD, outcome, List.of(details));
  }

  /** What is looked at, for a person. */
  public String name(Texts texts) {
    return texts.text("doctor." + check.key());
  }

  /** What was found and what to do. */
  public String sentence(Texts texts) {
    return texts.text("doctor." + check.key() + "." + outcome, details.toArray());
  }
}
