package cn.anxun.server.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at what is in the second place, again and again: a manifest names every photo, never
 * changes, and is read once. Safe for several threads.
 */
public final class KeptBackups {
  private final Map<Path, KeptBackup> known = new HashMap<>();

  /** Those in this second place, oldest first; none where it is away or cannot be read. */
  public synchronized List<KeptBackup> list(Path second) {
    try {
      List<Path> there = new NightlyFolder(second).names();
      known.keySet().retainAll(there);
      List<KeptBackup> all = new ArrayList<>();
      for (Path folder : there) {
        if (!known.containsKey(folder)) {
          BackupManifest manifest = NightlyFolder.read(folder).manifest();
          known.put(folder, new KeptBackup(folder, manifest.created(), manifest.entries()));
        }
        all.add(known.get(folder));
      }
      return all;
    } catch (IOException | UncheckedIOException | BackupException e) {
      return List.of();
    }
  }
}
