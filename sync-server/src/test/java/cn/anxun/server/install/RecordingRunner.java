package cn.anxun.server.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Does nothing, and remembers what it was told; commands succeed unless a test says otherwise. */
final class RecordingRunner implements Runner {
  final List<String> ran = new ArrayList<>();
  final List<Step> changed = new ArrayList<>();
  final Set<String> fails = new TreeSet<>();

  @Override
  public Ran run(List<String> command) {
    String line = String.join(" ", command);
    ran.add(line);
    boolean failed = fails.stream().anyMatch(line::startsWith);
    return failed ? new Ran(1, "没有权限") : new Ran(0, "");
  }

  @Override
  public void change(Step step) {
    changed.add(step);
  }
}
