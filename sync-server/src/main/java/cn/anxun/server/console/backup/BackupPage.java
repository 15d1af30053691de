package cn.anxun.server.console.backup;

import java.util.List;

/**
 * How the nightly backup stands.
 *
 * @param warning whether somebody must do something
 * @param sentence how it stands, and what to do
 * @param details the reason of a failure, the last good one and the settings
 * @param kept the backups in the second place, latest first; empty where it cannot be read
 * @param data the data directory, for the commands
 * @param overAll whether the person is over the server as a whole, and sees more than how it stands
 */
public record BackupPage(
    boolean warning,
    String sentence,
    List<String> details,
    List<Row> kept,
    String data,
    boolean overAll) {

  /** A backup in the second place. */
  public record Row(String folder, String made, String entries) {}

  public BackupPage {
    details = List.copyOf(details);
    kept = List.copyOf(kept);
  }
}
