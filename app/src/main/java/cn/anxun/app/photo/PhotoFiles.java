package cn.anxun.app.photo;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The folder that photos are kept in. The bytes on the disk are this port's own business: what is
 * written is what is read.
 */
public interface PhotoFiles {
  /** A new file for what is not finished yet; whoever made it deletes or keeps it. */
  File scratch() throws IOException;

  /** Writes a new file whole, in one step: after a crash it is all there or not at all. */
  void keep(String name, Content content) throws IOException;

  /** The bytes of a kept file. */
  InputStream open(String name) throws IOException;

  boolean exists(String name);

  /** What a kept file is to hold. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }
}
