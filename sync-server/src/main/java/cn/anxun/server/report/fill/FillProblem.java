package cn.anxun.server.report.fill;

import cn.anxun.server.text.ServerTexts;
import java.util.Locale;

/**
 * Why a file was not filled.
 *
 * @param where the cell, paragraph or part it is about; "" for the whole file
 * @param message what is wrong and what to do, one Chinese sentence
 */
public record FillProblem(Reason reason, String where, String message) {

  /** The closed list of problems. */
  public enum Reason {
    NOT_OFFICE,
    OLD_FORMAT,
    TOO_LARGE,
    UNSAFE_NAME,
    BROKEN,
    DOCTYPE,
    ENCODING,
    UNKNOWN_PLACEHOLDER,
    UNKNOWN_VALUE,
    UNREACHABLE,
    FORMULA,
    MERGED,
    NO_SHEET,
    BAD_TIE
  }

  static FillProblem of(Reason reason, String where, Object... details) {
    Object[] arguments = new Object[details.length + 1];
    arguments[0] = where;
    System.arraycopy(details, 0, arguments, 1, details.length);
    String key = "fill." + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new FillProblem(reason, where, ServerTexts.CHINESE.text(key, arguments));
  }
}
