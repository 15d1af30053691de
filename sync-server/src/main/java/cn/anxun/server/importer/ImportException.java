package cn.anxun.server.importer;

import cn.anxun.server.text.ServerTexts;

/** A file that cannot be imported at all; its message says what to do. */
public final class ImportException extends Exception {
  private static final long serialVersionUID = 1L;

  ImportException(String key, Object... details) {
    super(ServerTexts.CHINESE.text(key, details));
  }
}
