package cn.anxun.server.report.paper;

/** No font with Chinese letters is installed, so that nothing can be printed as PDF. */
public final class NoFontException extends Exception {
  private static final long serialVersionUID = 1L;

  NoFontException() {
    super("no font with Chinese letters is installed, such as fonts-wqy-zenhei");
  }
}
