package cn.anxun.app.wipe;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;

/** The files of the app as a wipe deals with them. */
public interface WipeDisk {

  /** What a sealed file is to hold. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes a sealed file whole: it is on the disk, and was read again and found to be what was
   * written, before this returns.
   */
  void seal(String name, Content content) throws IOException;

  /** The sealed file of this name. */
  File sealed(String name);

  /** Deletes the sealed files but these: what a wipe that was cut off had begun. */
  void deleteSealedBut(Collection<String> names) throws IOException;

  /** What the camera wrote and nobody has taken in yet. */
  List<File> listCaptured();

  /** Deletes what only saves time, so that there is room: all that is cached. */
  void deleteCached();

  /** Deletes every file of the app but the sealed ones and its settings of the look. */
  void clear() throws IOException;
}
