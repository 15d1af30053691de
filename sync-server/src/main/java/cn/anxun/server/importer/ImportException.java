package cn.anxun.server.importer;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;

/** A file that cannot be imported at all; its message says what to do. */
public final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] details;

  ImportException(String key, Object... details) {
    super(ServerTexts.CHINESE.text(key, details));
    this.key = key;
    this.details = details;
  }

  /** The message in the language of these texts. */
  public String message(Texts texts) {
    return texts.text(key, details);
  }
}
