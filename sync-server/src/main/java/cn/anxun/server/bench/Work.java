package cn.anxun.server.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Something that the server does, and what is measured beside it. */
interface Work {

  /** As it is asked for, such as {@code ingest-100}. */
  String name();

  Unit unit();

  Goal goal();

  /** Whether it takes so long that it is done only where its name is given. */
  default boolean isLong() {
    return false;
  }

  /**
   * Sets it up.
   *
   * @param folder empty, and its own
   */
  Trial begin(Path folder) throws IOException, WrongCountException;
}
