package cn.anxun.server.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data directory that a command works on; a mixin. */
public final class DataOption {
  @Option(names = "--data", paramLabel = "DIR", defaultValue = "anxun-data")
  private Path data = Path.of("anxun-data");

  public Path path() {
    return data;
  }
}
