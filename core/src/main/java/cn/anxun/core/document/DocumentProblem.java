package cn.anxun.core.document;

import cn.anxun.core.text.Texts;
import java.util.Locale;

/**
 * What is wrong with one of the office's documents.
 *
 * @param path where, such as {@code indicators[3].unit}; "" for the whole
 * @param message what is wrong and what to do, one Chinese sentence for a person
 */
public record DocumentProblem(Code code, String path, String message) {

  /** The closed list of problems. */
  public enum Code {
    MISSING,
    WRONG_TYPE,
    TOO_LONG,
    TOO_MANY,
    /** What must be different stands twice. */
    DUPLICATE,
    /** Not written as ids and names must be. */
    BAD_NAME,
    /** Not one of the values there may be. */
    UNKNOWN_VALUE,
    /** A parent that the document does not have, or a circle of parents. */
    UNKNOWN_PARENT,
    /** Ends before it begins. */
    BAD_PERIOD,
    /** Weights that do not add up to 100. */
    WEIGHTS,
    /** The measure cannot be read or does not fit the bureau's records. */
    MEASURE;

    /** As in data: {@code wrong-type}. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The problem with its sentence; the argument is what the sentence names besides the place. */
  public static DocumentProblem of(Code code, String path, Object argument) {
    String place = path.isEmpty() ? Texts.CHINESE.text("document.root") : path;
    return new DocumentProblem(
        code, path, Texts.CHINESE.text("document." + code.wire(), place, argument));
  }
}
