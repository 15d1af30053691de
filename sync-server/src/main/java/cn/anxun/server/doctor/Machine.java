package cn.anxun.server.doctor;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** What the checks ask of the machine they run on. */
interface Machine {

  /** The version of Java, such as 17. */
  int javaVersion();

  /** The system and its processor, such as {@code Linux/aarch64}. */
  String platform();

  /** Whether SQLite's own library is shipped for this system and processor. */
  boolean shipsSqlite();

  /**
   * Loads SQLite's library.
   *
   * @return the version of SQLite
   * @throws IOException why it cannot be loaded
   */
  String loadSqlite() throws IOException;

  /** The machine's memory in bytes; 0 where the system does not tell. */
  long memory();

  Instant now();

  ZoneId zone();

  /** Whether the clock is set by a time service; empty where the system does not tell. */
  Optional<Boolean> isTimeSynchronised();

  /** Free bytes where this path is. */
  long freeBytes(Path path) throws IOException;

  /** Writes a small file into the folder, and takes it away again. */
  void tryWriting(Path folder) throws IOException;

  /** Whether others than the owner may enter the folder; false where files have no such rights. */
  boolean isOpenToOthers(Path folder) throws IOException;

  /** When the folder's or one of its own files was last changed. */
  Optional<Instant> lastChange(Path folder) throws IOException;

  /** Whether nobody listens at this port. */
  boolean isFree(int port);

  /** The addresses of this name; empty where it has none. */
  Optional<String> resolve(String host);

  /**
   * Asks a server whether it is well.
   *
   * @throws IOException where none answers
   */
  Answer ask(URI server) throws IOException;

  /**
   * A server's answer.
   *
   * @param status of {@code /healthz}
   * @param product whether the answer is one of ours
   * @param certificate what it showed; empty for plain HTTP
   */
  record Answer(int status, boolean product, Optional<Shown> certificate) {}

  /**
   * A certificate that a server shows.
   *
   * @param fingerprint SHA-256, hexadecimal
   * @param names what it is for, with a comma between
   */
  record Shown(Instant until, String fingerprint, String names) {}
}
