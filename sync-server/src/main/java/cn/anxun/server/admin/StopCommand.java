package cn.anxun.server.admin;

import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.storage.DataDirectory;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code stop}: tells the server on this data directory to end as it should, and waits until it
 * has. Windows can only kill a task; this lets it finish.
 */
@Command(name = "stop")
public final class StopCommand implements Callable<Integer> {
  private static final Duration MOST = Duration.ofSeconds(90);
  private static final long ASKED_EACH_MILLIS = 100;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws InterruptedException {
    if (!DataDirectory.isHeld(data.path())) {
      say("stop.not-running");
      return ExitCode.OK;
    }
    if (!ControlSocket.askToStop(data.path())) {
      say("stop.no-answer");
      return ExitCode.FAILED;
    }
    long until = System.nanoTime() + MOST.toNanos();
    while (DataDirectory.isHeld(data.path())) {
      if (System.nanoTime() > until) {
        say("stop.still-running");
        return ExitCode.FAILED;
      }
      Thread.sleep(ASKED_EACH_MILLIS);
    }
    say("stop.stopped");
    return ExitCode.OK;
  }

  private void say(String key) {
    spec.commandLine().getOut().println(Language.texts(spec).text(key, data.path()));
  }
}
