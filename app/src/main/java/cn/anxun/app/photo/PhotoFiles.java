package cn.anxun.app.photo;

import cn.anxun.core.sync.file.UnreadableFileException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/**
 * The folder that photos are kept in. The bytes on the disk are this port's own business: what is
 * written is what is read.
 */
public interface PhotoFiles {
  /** A place for what is not finished yet, which nobody can read once it is closed. */
  Scratch scratch() throws IOException;

  /**
   * Writes a new file whole, in one step: after a crash it is all there or not at all.
   *
   * @throws UnreadableFileException where the key is lost
   */
  void keep(String name, Content content) throws IOException;

  /**
   * The bytes of a kept file.
   *
   * @throws UnreadableFileException where it is not there, here or as it is read where it is
   *     damaged, or where the key is lost
   */
  InputStream open(String name) throws IOException;

  boolean exists(String name);

  /** The names of all kept files that were last written before this time. */
  List<String> listOlder(Instant than);

  /** No such file any more. */
  void delete(String name) throws IOException;

  /** Bytes that may still be written. */
  long space();

  /** What a kept file is to hold. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** Bytes put aside for as long as something is made of them. */
  interface Scratch extends Closeable {
    /** To be written once, and closed. */
    OutputStream write() throws IOException;

    /** What was written, from the beginning, as often as is asked. */
    InputStream read() throws IOException;
  }
}
