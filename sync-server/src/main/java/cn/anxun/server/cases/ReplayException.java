package cn.anxun.server.cases;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;

/** A replay that could not be brought to its end; the message says why. */
public final class ReplayException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] details;

  /**
   * A failure.
   *
   * @param key of the sentence under {@code case.replay.}
   */
  ReplayException(String key, Object... details) {
    super(ServerTexts.CHINESE.text("case.replay." + key, details));
    this.key = key;
    this.details = details.clone();
  }

  /** The sentence in the language of these texts. */
  public String sentence(Texts texts) {
    return texts.text("case.replay." + key, details);
  }
}
