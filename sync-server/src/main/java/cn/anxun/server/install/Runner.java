package cn.anxun.server.install;

import java.io.IOException;
import java.util.List;

/** Does the steps on a machine. */
interface Runner {

  /** Runs the command and returns its exit code and what it printed. */
  Ran run(List<String> command) throws IOException;

  /** Makes, copies, writes or deletes a file or folder. */
  void change(Step step) throws IOException;

  /** How a command ended. */
  record Ran(int exit, String printed) {}
}
