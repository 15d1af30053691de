package cn.anxun.core.sync.file;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of the files on this phone. */
@FunctionalInterface
public interface FileContents {
  /**
   * The bytes from the beginning; the caller closes it.
   *
   * @throws UnreadableFileException where they cannot be had
   */
  InputStream open(String sha256) throws IOException;
}
