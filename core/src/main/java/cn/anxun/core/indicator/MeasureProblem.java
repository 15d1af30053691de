package cn.anxun.core.indicator;

import java.util.Locale;

/**
 * Why JSON is not a measure.
 *
 * @param path where, from the measure's root, such as {@code rate[0].where.level}; "" for the root
 * @param message what is wrong and what to do, one Chinese sentence for a person
 */
public record MeasureProblem(Code code, String path, String message) {

  /** The closed list of problems. */
  public enum Code {
    /** Not an object, or a member of another type than it must have. */
    WRONG_TYPE,
    /** None, or more than one, of count, sum, rate and net. */
    NO_MEASURE,
    UNKNOWN_MEMBER,
    /**
     * A record type or field that is not written as names are: a lower-case letter, then letters,
     * digits and underscores.
     */
    BAD_NAME,
    /** A sum that is not written {@code type.field}. */
    SUM_WITHOUT_FIELD,
    /** A rate or net where it may not stand: a rate inside anything, a net inside a net. */
    NESTED,
    /** A rate without exactly two terms, or a net with fewer than two. */
    TERMS,
    /** A {@code where} value that is neither a scalar nor a list of scalars, or an empty list. */
    WHERE_VALUE,
    TOO_MANY,
    TOO_LONG,
    /** Stock over records that are never closed, or together with {@code on}. */
    STOCK,
    /** A record type that the bureau does not have. */
    UNKNOWN_TYPE,
    /** A field that the record type does not have. */
    UNKNOWN_FIELD,
    /** A sum over a field that holds no numbers, or a period by a field that holds no days. */
    UNFIT_FIELD;

    /** As in data: {@code wrong-type}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
