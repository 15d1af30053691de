package cn.anxun.server.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A backup that is in the second place.
 *
 * @param created when it was begun
 * @param entries of all its ledgers
 */
public record KeptBackup(Path folder, Instant created, long entries) {

  /** Those in this second place, oldest first; none where it is away or cannot be read. */
  public static List<KeptBackup> list(Path folder) {
    try {
      return new NightlyFolder(folder)
          .list(
              kept ->
                  new KeptBackup(
                      kept.folder(), kept.manifest().created(), kept.manifest().entries()));
    } catch (IOException | UncheckedIOException | BackupException e) {
      return List.of();
    }
  }
}
