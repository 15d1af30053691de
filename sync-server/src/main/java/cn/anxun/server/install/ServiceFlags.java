package cn.anxun.server.install;

import java.nio.file.Path;
import java.util.List;

/** The options of Java with which an installed server runs. */
public final class ServiceFlags {
  private ServiceFlags() {}

  /**
   * Those that every machine gets.
   *
   * @param megabytes of memory for Java
   */
  public static List<String> of(int megabytes) {
    return List.of("-Xmx" + megabytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
  }

  /**
   * Has classes read as {@link ClassArchiveCommand} laid them down; without the file, or with one
   * of another jar or Java, they are read from the jar.
   */
  public static String archive(Path file) {
    return "-XX:SharedArchiveFile=" + file;
  }
}
