package cn.anxun.server.report.form;

import cn.anxun.server.text.ServerTexts;

/** A layout that cannot be printed with; its message says what to change. */
public final class FormLayoutException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FormLayoutException(String key, Object... details) {
    super(ServerTexts.CHINESE.text(key, details));
  }
}
