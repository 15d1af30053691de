package cn.anxun.server.yearend;

import cn.anxun.server.text.Explained;
import cn.anxun.server.text.ServerTexts;
import java.util.List;
import java.util.Locale;

/** A year is not closed; nothing was written. */
public final class YearCloseException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  /** Why not; the sentence of each is {@code yearend.TYPE}. */
  public enum Reason {
    /** The gate found what must be settled, or passed over with a reason. */
    GATE,
    /** Only the office and administrators close a year. */
    NOT_ALLOWED,
    /** There is no edition yet that another could follow. */
    NOT_CLOSED,
    /** A reason is too long. */
    REASON_TOO_LONG,
    /** No such year. */
    YEAR_OUT_OF_RANGE,
    /** The ledger did not take it. */
    REFUSED
  }

  private final Reason reason;
  private final transient List<GateFinding> findings;

  private YearCloseException(Reason reason, List<GateFinding> findings, String message) {
    super(message);
    this.reason = reason;
    this.findings = findings;
  }

  static YearCloseException of(Reason reason, Object... details) {
    return new YearCloseException(reason, List.of(), ServerTexts.both(key(reason), details));
  }

  static YearCloseException gate(int year, List<GateFinding> findings) {
    StringBuilder message = new StringBuilder(ServerTexts.both(key(Reason.GATE), year));
    findings.forEach(
        finding -> message.append(System.lineSeparator()).append("- ").append(finding.text()));
    return new YearCloseException(Reason.GATE, List.copyOf(findings), message.toString());
  }

  private static String key(Reason reason) {
    return "yearend." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Reason reason() {
    return reason;
  }

  /** What the gate found; none for other reasons. */
  public List<GateFinding> findings() {
    return findings;
  }
}
