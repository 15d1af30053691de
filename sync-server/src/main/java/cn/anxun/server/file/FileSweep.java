package cn.anxun.server.file;

import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.LedgerFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes files away that nothing needs: those that a redaction erased, at once, and those that no
 * entry has named for thirty days. Phones send a photo after its record, so theirs are always
 * named; one that is named later all the same is not known any more, and is sent again. What waits
 * for a decision counts as naming. A restore takes records away that phones bring again, some of
 * them late: after one, files wait for a year.
 */
public final class FileSweep {
  private static final Logger LOG = LoggerFactory.getLogger(FileSweep.class);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration KEPT_AFTER_RESTORE = Duration.ofDays(365);
  private static final int AT_ONCE = 500;

  private final DataDirectory data;
  private final FileStore files;
  private final BureauLedgers ledgers;
  private final Function<String, Set<String>> waiting;
  private final InstantSource clock;

  /**
   * @param waiting the hashes that a bureau's undecided entries name
   */
  public FileSweep(
      DataDirectory data,
      FileStore files,
      BureauLedgers ledgers,
      Function<String, Set<String>> waiting,
      InstantSource clock) {
    this.data = data;
    this.files = files;
    this.ledgers = ledgers;
    this.waiting = waiting;
    this.clock = clock;
  }

  /** Sweeps every bureau; what cannot be taken away now is left to the next time. */
  public void sweep() {
    for (String bureau : ledgers.bureaus()) {
      try {
        sweep(bureau);
      } catch (IOException | RuntimeException e) {
        LOG.warn("files of {} that nothing needs cannot be cleaned away", bureau, e);
      }
    }
  }

  private void sweep(String bureau) throws IOException {
    BureauLedger ledger = ledgers.get(bureau);
    LedgerFiles records = ledger.files();
    for (String sha256 : records.listErased()) {
      if (files.has(bureau, sha256)) {
        delete(bureau, sha256, records);
      }
    }
    Duration kept = ledger.restoredAt().isPresent() ? KEPT_AFTER_RESTORE : KEPT;
    List<String> unnamed = unnamed(bureau, records, clock.instant().minus(kept));
    if (!unnamed.isEmpty()) {
      unnamed.removeAll(waiting.apply(bureau));
      for (String sha256 : unnamed) {
        if (!records.listUnnamed(List.of(sha256)).isEmpty()) {
          delete(bureau, sha256, records);
        }
      }
    }
  }

  private void delete(String bureau, String sha256, LedgerFiles records) throws IOException {
    files.delete(bureau, sha256);
    records.forget(sha256);
    LOG.info("file {} of {} was cleaned away: nothing needs it", sha256, bureau);
  }

  private List<String> unnamed(String bureau, LedgerFiles records, Instant before)
      throws IOException {
    List<String> unnamed = new ArrayList<>();
    Path folder = data.attachments(bureau);
    if (!Files.isDirectory(folder)) {
      return unnamed;
    }
    List<String> old = new ArrayList<>();
    try (DirectoryStream<Path> held = Files.newDirectoryStream(folder)) {
      for (Path file : held) {
        String name = String.valueOf(file.getFileName());
        if (FileStore.isHash(name)
            && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          old.add(name);
        }
      }
    }
    for (int from = 0; from < old.size(); from += AT_ONCE) {
      unnamed.addAll(records.listUnnamed(old.subList(from, Math.min(old.size(), from + AT_ONCE))));
    }
    return unnamed;
  }
}
