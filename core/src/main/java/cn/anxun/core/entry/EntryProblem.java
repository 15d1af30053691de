package cn.anxun.core.entry;

import cn.anxun.core.text.Texts;
import java.util.Locale;

/**
 * Why bytes are not an acceptable entry.
 *
 * @param code what is wrong, for programs
 * @param field the field it is about, as named in the JSON; "" for the whole
 * @param message what is wrong and what to do, one Chinese sentence for a person, with the numbers
 *     of it
 */
public record EntryProblem(Code code, String field, String message) {

  /**
   * The sentence in the language of these texts. The English of a code names no numbers; only what
   * has no code of its own quotes what was told.
   */
  public String sentence(Texts texts) {
    return texts.equals(Texts.CHINESE)
        ? message
        : texts.text("entry." + code.wire(), FieldLabels.of(texts, field), message);
  }

  /** The closed list of problems; {@link #wire()} is the form on the wire. */
  public enum Code {
    NOT_JSON,
    TOO_LARGE,
    MISSING,
    WRONG_TYPE,
    TOO_LONG,
    OUT_OF_RANGE,
    BAD_ID,
    BAD_DATE,
    YEAR_OUT_OF_RANGE,
    PERSONAL_IN_PUBLIC,
    TOO_MANY,
    /** Not taken for a reason that this version has no code for; the sentence says it. */
    REFUSED;

    /** As on the wire: lower case with hyphens, such as {@code too-long}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
