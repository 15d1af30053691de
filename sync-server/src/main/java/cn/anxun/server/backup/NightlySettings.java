package cn.anxun.server.backup;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Where, when and for how long the server backs itself up each night. Kept in a file of the data
 * directory that is in no backup: a restored copy must not write where the original does.
 *
 * @param folder the second place, best on another disk
 * @param hour 0 to 23, in Asia/Shanghai
 * @param keptDays of how many days, the latest that have one, a backup is kept; 1 to 3,650
 * @param installation what the second place is marked with; another server's is not written to
 * @param since when this was set
 */
public record NightlySettings(
    Path folder, int hour, int keptDays, String installation, Instant since) {
  public static final int DEFAULT_HOUR = 2;
  public static final int DEFAULT_KEPT_DAYS = 14;
  public static final int MOST_KEPT_DAYS = 3_650;

  static final String FILE = "nightly-backup.json";

  public NightlySettings {
    if (hour < 0 || hour > 23) {
      throw BackupException.of("nightly.bad-hour", hour);
    }
    if (keptDays < 1 || keptDays > MOST_KEPT_DAYS) {
      throw BackupException.of("nightly.bad-keep", keptDays, MOST_KEPT_DAYS);
    }
  }

  /**
   * What is set; empty where nothing is.
   *
   * @throws BackupException where the file cannot be read
   */
  public static Optional<NightlySettings> find(DataDirectory data) {
    Path file = data.root().resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Json.Members json = SavedJson.members(JsonText.read(Files.readAllBytes(file)));
      return Optional.of(
          new NightlySettings(
              Path.of(SavedJson.text(json, "folder")),
              Math.toIntExact(SavedJson.number(json, "hour")),
              Math.toIntExact(SavedJson.number(json, "keptDays")),
              SavedJson.text(json, "installation"),
              Instant.parse(SavedJson.text(json, "since"))));
    } catch (IOException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
      throw BackupException.because(e, "nightly.unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  /** Keeps these settings; a running server goes by them from the next minute on. */
  void save(DataDirectory data) throws IOException {
    SavedJson.write(
        data,
        FILE,
        Json.members()
            .put("folder", folder.toString())
            .put("hour", hour)
            .put("keptDays", keptDays)
            .put("installation", installation)
            .put("since", since.toString())
            .build());
  }

  /** Switches the nightly backup off; what there is of backups stays. */
  static void clear(DataDirectory data) throws IOException {
    Files.deleteIfExists(data.root().resolve(FILE));
  }
}
