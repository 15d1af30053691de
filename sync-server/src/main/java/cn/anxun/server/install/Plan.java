package cn.anxun.server.install;

import cn.anxun.server.install.Step.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be installed.
 *
 * @param java the program that runs it
 * @param jar this very jar, which is copied to where the system keeps programs
 * @param data the data directory
 * @param serve options of {@code serve} behind {@code --data}
 * @param port at which it listens
 * @param reached whether other machines reach it directly, so that the firewall must let them
 * @param megabytes of memory for Java
 * @param backup where it backs itself up each night
 * @param hour of the backup
 */
record Plan(
    Path java,
    Path jar,
    Path data,
    List<String> serve,
    int port,
    boolean reached,
    int megabytes,
    Optional<Path> backup,
    int hour) {
  static final String NAME = "anxun";

  Plan {
    serve = List.copyOf(serve);
  }

  /** The whole command behind the program. */
  List<String> arguments(Path installedJar, List<String> moreFlags) {
    List<String> arguments = new ArrayList<>(ServiceFlags.of(megabytes));
    arguments.add(ServiceFlags.archive(archive(installedJar)));
    arguments.addAll(moreFlags);
    arguments.add("-jar");
    arguments.add(installedJar.toString());
    arguments.add("serve");
    arguments.add("--data");
    arguments.add(data.toString());
    arguments.addAll(serve);
    return arguments;
  }

  /** Another command of the same jar. */
  Run command(Path installedJar, String... words) {
    return run(List.of(), installedJar, words);
  }

  private Run run(List<String> flags, Path installedJar, String... words) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(flags);
    command.add("-jar");
    command.add(installedJar.toString());
    command.addAll(List.of(words));
    return Run.of(command);
  }

  /** Where the classes of this jar are laid down for a quicker start. */
  static Path archive(Path installedJar) {
    return installedJar.resolveSibling(NAME + ".jsa");
  }

  /** Lays them down; without them the server starts as well. */
  Run layDownClasses(Path installedJar, List<String> flags) {
    return run(flags, installedJar, "class-archive", archive(installedJar).toString()).orNot();
  }

  /** Has the server back itself up into this folder each night. */
  Run nightly(Path installedJar, Path folder) {
    return command(
        installedJar,
        "nightly",
        "--data",
        data.toString(),
        "--to",
        folder.toString(),
        "--hour",
        Integer.toString(hour));
  }
}
