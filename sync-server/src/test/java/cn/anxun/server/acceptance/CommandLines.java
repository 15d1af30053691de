package cn.anxun.server.acceptance;

import cn.anxun.server.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Runs commands as a person at a terminal does, in this process. */
final class CommandLines {

  /** What a command printed, and how it ended. */
  record Ended(int exitCode, String out, String err) {}

  private CommandLines() {}

  static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.run(
            List.of(arguments),
            Map.of("LANG", "zh_CN.UTF-8"),
            new PrintWriter(out, true),
            new PrintWriter(err, true));
    return new Ended(exitCode, out.toString(), err.toString());
  }
}
