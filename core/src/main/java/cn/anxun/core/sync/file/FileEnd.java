package cn.anxun.core.sync.file;

/** What became of one file in one run. */
sealed interface FileEnd {
  /** The server has it, and says so. */
  record Stored() implements FileEnd {}

  /** It can never be sent as it is. */
  record Bad(FileProblem problem) implements FileEnd {}

  /**
   * It did not go this time.
   *
   * @param problem what is said of it where it goes on so
   */
  record Failed(FileProblem problem) implements FileEnd {}

  /** The server stumbled over it, or over anything: that shows with the next file. */
  record Stumbled(Stop stop) implements FileEnd {}

  /**
   * The run cannot go on.
   *
   * @param last whether the file is to be tried after the others, as it may be what hinders
   */
  record Stopped(Stop stop, boolean last) implements FileEnd {}
}
