package cn.anxun.server.command;

import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.PostgresAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The PostgreSQL that a new data directory is told of once; a mixin. */
public final class PostgresOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--postgres", paramLabel = "URL")
  private @Nullable String address;

  /**
   * Tells the directory of it, where one was given.
   *
   * @throws ParameterException where it is no address
   */
  public void tell(DataDirectory directory) {
    if (address != null) {
      directory.usePostgres(parsed(address));
    }
  }

  private PostgresAddress parsed(String text) {
    try {
      return PostgresAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
