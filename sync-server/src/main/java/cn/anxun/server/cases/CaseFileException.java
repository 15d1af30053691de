package cn.anxun.server.cases;

import cn.anxun.server.text.ServerTexts;

/** A case file that cannot be replayed; the message says where it is wrong and what to do. */
public final class CaseFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;

  /**
   * @param path where in the file, such as {@code records[3].campaign}; "" for the whole
   * @param key of the sentence under {@code case.file.}
   */
  CaseFileException(String path, String key, Object... details) {
    super(
        (path.isEmpty() ? "" : path + "：") + ServerTexts.CHINESE.text("case.file." + key, details));
    this.path = path;
  }

  /** Where in the file it is wrong. */
  public String path() {
    return path;
  }
}
