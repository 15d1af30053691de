package cn.anxun.server.install;

import java.nio.file.Path;
import java.util.List;

/** The options of Java with which an installed server runs. */
public final class ServiceFlags {
  /** The garbage collector; classes are laid down for the one with which they are read. */
  static final String COLLECTOR = "-XX:+UseSerialGC";

  private ServiceFlags() {}

  /**
   * Those that every machine gets.
   *
   * @param megabytes of memory for Java
   */
  public static List<String> of(int megabytes) {
    return List.of("-Xmx" + megabytes + "m", COLLECTOR, "-XX:+ExitOnOutOfMemoryError");
  }

  /**
   * Has classes read as {@link ClassArchiveCommand} laid them down; without the file, or with one
   * of another jar or Java, they are read from the jar.
   */
  public static String archive(Path file) {
    return "-XX:SharedArchiveFile=" + file;
  }
}
