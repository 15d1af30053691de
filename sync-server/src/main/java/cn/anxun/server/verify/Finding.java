package cn.anxun.server.verify;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.util.List;
import java.util.Locale;

/**
 * Something in a ledger that is not as it was accepted.
 *
 * @param details what the sentence names: the entry or row, then what differs
 */
public record Finding(Type type, List<Object> details) {

  /** What can be wrong; the sentence of each is {@code verify.TYPE}. */
  public enum Type {
    /** Expected seq, found seq. */
    SEQ_GAP,
    /** Seq, id. */
    OPEN_CHANGED,
    /** Seq, id. */
    PERSONAL_CHANGED,
    /** Seq, id: erased, and no redaction says so. */
    PERSONAL_MISSING,
    /** Seq, id: a redaction says it is erased, and it is not. */
    PERSONAL_KEPT,
    /** Seq, why. */
    UNREADABLE,
    /** Seq, column, what it says, what the bytes say. */
    COLUMN_DIFFERS,
    /** Seq, id. */
    HEAD_DIFFERS,
    /** Who says so, its seq, the ledger's last seq. */
    TAIL_CUT,
    /** Who says so, seq, the head it has, the ledger's. */
    REWRITTEN,
    /** Subject, column, what the row says, what the entries say. */
    RECORD_DIFFERS,
    /** Subject. */
    RECORD_MISSING,
    /** Subject. */
    RECORD_EXTRA,
    /** The rows were not compared: another version made them. Tells, and is no fault. */
    PROJECTION_OF_OTHER_VERSION,
    /** Year, edition, indicator, what was signed, what comes out now. */
    CLOSED_FIGURE_DIFFERS,
    /** As the other, but another version of the figure engine signed it; tells, and is no fault. */
    CLOSED_UNDER_OTHER_ENGINE,
    /** Year, edition, the head it signed, seq, the ledger's head. */
    CLOSED_HEAD_DIFFERS,
    /** Year, edition, why it cannot be computed again. */
    CLOSED_UNREADABLE,
    /** The SHA-256 under which a photo or document was kept. */
    FILE_CHANGED,
    /** The row of the audit. */
    AUDIT_CHANGED,
    /** The row of the audit. */
    AUDIT_MISSING,
    /** The row of the audit. */
    AUDIT_ADDED
  }

  public Finding {
    details = List.copyOf(details);
  }

  static Finding of(Type type, Object... details) {
    return new Finding(type, List.of(details));
  }

  /** Whether the ledger is at fault. */
  public boolean isFault() {
    return type != Type.CLOSED_UNDER_OTHER_ENGINE && type != Type.PROJECTION_OF_OTHER_VERSION;
  }

  /** The sentence for a person. */
  public String text(Texts language) {
    String key = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return language.text("verify." + key, details.toArray());
  }

  /** The sentence in Chinese, and in English on the next line. */
  public String text() {
    return text(ServerTexts.CHINESE) + System.lineSeparator() + text(ServerTexts.ENGLISH);
  }
}
