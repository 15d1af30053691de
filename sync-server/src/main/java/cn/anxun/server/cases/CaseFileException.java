package cn.anxun.server.cases;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;

/** A case file that cannot be replayed; the message says where it is wrong and what to do. */
public final class CaseFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String key;
  private final transient Object[] details;

  /**
   * A failure.
   *
   * @param path where in the file, such as {@code records[3].campaign}; "" for the whole
   * @param key of the sentence under {@code case.file.}
   */
  CaseFileException(String path, String key, Object... details) {
    super(sentence(ServerTexts.CHINESE, path, key, details));
    this.path = path;
    this.key = key;
    this.details = details.clone();
  }

  /** Where in the file it is wrong. */
  public String path() {
    return path;
  }

  /** The sentence in the language of these texts. */
  public String sentence(Texts texts) {
    return sentence(texts, path, key, details);
  }

  private static String sentence(Texts texts, String path, String key, Object[] details) {
    String sentence = texts.text("case.file." + key, details);
    return path.isEmpty() ? sentence : texts.text("case.file.at", path, sentence);
  }
}
