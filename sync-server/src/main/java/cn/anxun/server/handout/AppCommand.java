package cn.anxun.server.handout;

import cn.anxun.core.text.Texts;
import cn.anxun.server.command.DataOption;
import cn.anxun.server.command.ExitCode;
import cn.anxun.server.command.Language;
import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code app}: puts an APK where phones get it, also while a server runs. */
@Command(name = "app")
public final class AppCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  @Parameters(index = "0", paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--minimum", paramLabel = "CODE", defaultValue = "0")
  private int minimum;

  @Option(names = "--recommended", paramLabel = "CODE", defaultValue = "0")
  private int recommended;

  @Option(names = "--other-key")
  private boolean otherKey;

  @Override
  public Integer call() {
    Texts texts = Language.texts(spec);
    try (DataDirectory directory = DataDirectory.view(data.path())) {
      HandedOutApp offered =
          new AppOffer(directory).put(file, given(minimum), given(recommended), otherKey);
      spec.commandLine()
          .getOut()
          .println(
              texts.text(
                  "handout.put",
                  offered.app().version().name(),
                  offered.app().version().code(),
                  offered.policy().minimum(),
                  offered.policy().recommended(),
                  offered.app().sha256(),
                  offered.app().signer(),
                  System.lineSeparator()));
    }
    return ExitCode.OK;
  }

  private static OptionalInt given(int code) {
    return code == 0 ? OptionalInt.empty() : OptionalInt.of(code);
  }
}
