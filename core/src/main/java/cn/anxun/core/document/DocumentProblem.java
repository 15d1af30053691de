package cn.anxun.core.document;

import cn.anxun.core.text.Texts;
import java.util.Locale;

/**
 * What is wrong with one of the office's documents.
 *
 * @param path where, such as {@code indicators[3].unit}; "" for the whole
 * @param argument what its sentence names besides the place
 */
public record DocumentProblem(Code code, String path, String argument) {

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

  /** The problem; the argument is what its sentence names besides the place. */
  public static DocumentProblem of(Code code, String path, Object argument) {
    return new DocumentProblem(code, path, String.valueOf(argument));
  }

  /** What is wrong and what to do, one Chinese sentence for a person. */
  public String message() {
    return sentence(Texts.CHINESE, path.isEmpty() ? Texts.CHINESE.text("document.root") : path);
  }

  /**
   * The same in the language of these texts.
   *
   * @param place what the reader calls the path
   */
  public String sentence(Texts texts, String place) {
    return texts.text("document." + code.wire(), place, argument);
  }
}
