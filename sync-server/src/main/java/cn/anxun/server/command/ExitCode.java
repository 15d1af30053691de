package cn.anxun.server.command;

/** How every command ends. */
public final class ExitCode {
  /** Done, and what was compared is the same. */
  public static final int OK = 0;

  /** Not done, or something differs; what, stands on the error output. */
  public static final int FAILED = 1;

  /** The command was not given as it must be; see {@code --help}. */
  public static final int USAGE = 2;

  private ExitCode() {}
}
