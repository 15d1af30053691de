package cn.anxun.server.install;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/** One thing that an installation does; doing it again changes nothing. */
sealed interface Step {

  /**
   * Runs a command.
   *
   * @param unless nothing is run where this one succeeds; empty for always
   * @param onlyIf nothing is run where this one fails; empty for always
   * @param mayFail whether what it is for may be missing on this machine
   */
  record Run(List<String> command, List<String> unless, List<String> onlyIf, boolean mayFail)
      implements Step {
    public Run {
      command = List.copyOf(command);
      unless = List.copyOf(unless);
      onlyIf = List.copyOf(onlyIf);
    }

    static Run of(String... command) {
      return of(List.of(command));
    }

    static Run of(List<String> command) {
      return new Run(command, List.of(), List.of(), false);
    }

    Run unless(String... succeeds) {
      return new Run(command, List.of(succeeds), onlyIf, mayFail);
    }

    Run onlyIf(String... succeeds) {
      return new Run(command, unless, List.of(succeeds), mayFail);
    }

    Run orNot() {
      return new Run(command, unless, onlyIf, true);
    }
  }

  /** Makes the folder, with those above it. */
  record Folder(Path path) implements Step {}

  /** Copies a file over one that is there, whole or not at all. */
  record Copy(Path from, Path to) implements Step {}

  /** Writes a file over one that is there. */
  record Write(Path path, String content, Charset charset) implements Step {}

  /** Deletes a file, where it is. */
  record Delete(Path path) implements Step {}
}
