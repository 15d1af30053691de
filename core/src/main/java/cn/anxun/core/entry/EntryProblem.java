package cn.anxun.core.entry;

import java.util.Locale;

/**
 * Why bytes are not an acceptable entry.
 *
 * @param code what is wrong, for programs
 * @param field the field it is about, as named in the JSON; "" for the whole
 * @param message what is wrong and what to do, one Chinese sentence for a person
 */
public record EntryProblem(Code code, String field, String message) {

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
