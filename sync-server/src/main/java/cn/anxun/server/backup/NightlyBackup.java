package cn.anxun.server.backup;

import cn.anxun.server.backup.BackupManifest.CopiedFile;
import cn.anxun.server.backup.NightlyHistory.Failure;
import cn.anxun.server.backup.NightlyHistory.Good;
import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backs the data directory up to a second place each night, without anybody's doing: copied beside
 * the others, verified, then named; old ones go only after that. What it cannot do it says in
 * {@link NightlyStanding}.
 */
public final class NightlyBackup {
  /** Besides those of single days, the last backup of so many months is kept. */
  private static final int KEPT_MONTHS = 12;

  /** Within so many nights every shared file is read once again. */
  private static final int NIGHTS_TO_REREAD = 14;

  private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);

  private final DataDirectory data;
  private final Clock clock;
  private final Supplier<Optional<Instant>> lastRequest;
  private final BooleanSupplier stopping;

  /**
   * @param lastRequest when somebody last asked the server for something
   * @param stopping whether the server is about to stop: then the copy is given up
   */
  public NightlyBackup(
      DataDirectory data,
      Clock clock,
      Supplier<Optional<Instant>> lastRequest,
      BooleanSupplier stopping) {
    this.data = data;
    this.clock = clock;
    this.lastRequest = lastRequest;
    this.stopping = stopping;
  }

  /**
   * To be called every minute: makes a backup where one is due. Fails never; what is wrong is kept.
   */
  public void tick() {
    try {
      Optional<NightlySettings> settings = NightlySettings.find(data);
      if (settings.isPresent()
          && NightlySchedule.isDue(
              settings.get(), NightlyHistory.of(data), lastRequest.get(), clock.instant())) {
        run(settings.get());
      }
    } catch (RuntimeException e) {
      LOG.error("the nightly backup cannot be begun", e);
    }
  }

  /** Makes one now; whether it went well, and why not, is in the history that is returned. */
  public NightlyHistory run(NightlySettings settings) {
    NightlyHistory before = NightlyHistory.of(data);
    Instant begun = clock.instant();
    NightlyHistory after = attempt(settings, begun, before);
    try {
      after.save(data);
    } catch (IOException e) {
      LOG.error("how the nightly backup went cannot be kept", e);
    }
    return after;
  }

  private NightlyHistory attempt(NightlySettings settings, Instant begun, NightlyHistory before) {
    NightlyFolder folder = new NightlyFolder(settings.folder());
    try {
      folder.require(settings.installation());
      Good good = folder.alone(() -> make(folder, settings));
      LOG.info(
          "backup made: folder={} entries={} files={} bytes={}",
          good.folder(),
          good.entries(),
          good.files(),
          good.bytes());
      return new NightlyHistory(Optional.of(good), Optional.empty());
    } catch (IOException e) {
      return failed(
          folder,
          BackupException.because(
              e, "nightly.failed", settings.folder(), String.valueOf(e.getMessage())),
          begun,
          before);
    } catch (RuntimeException e) {
      return failed(folder, e, begun, before);
    }
  }

  private NightlyHistory failed(
      NightlyFolder folder, RuntimeException why, Instant begun, NightlyHistory before) {
    if (stopping.getAsBoolean()) {
      LOG.info("the backup is given up, for the server stops");
      return before;
    }
    LOG.error("no backup was made", why);
    try {
      folder.giveUp();
    } catch (IOException e) {
      LOG.warn("what is unfinished of the backup cannot be deleted: {}", e.getMessage());
    }
    String[] sentences = String.valueOf(why.getMessage()).split("\\R", 2);
    return new NightlyHistory(
        before.good(),
        Optional.of(new Failure(begun, sentences[0], sentences[sentences.length - 1])));
  }

  private Good make(NightlyFolder folder, NightlySettings settings) throws IOException {
    Path unfinished = folder.begin();
    LocalDate today = clock.instant().atZone(NightlySchedule.ZONE).toLocalDate();
    BackupManifest manifest =
        Backup.make(
            data,
            unfinished,
            path -> keep(folder, unfinished, path, today),
            clock,
            path -> giveWayToStop());
    giveWayToStop();
    long auditFaults = BackupCheck.require(unfinished, manifest);
    Path made = folder.finish(manifest.created());
    List<NightlyFolder.Kept> all = folder.list();
    folder.delete(old(all, settings.keptDays()), all);
    long bytes = manifest.files().stream().mapToLong(CopiedFile::bytes).sum();
    if (auditFaults > 0) {
      LOG.error("the audit is not as it was written: rows={}", auditFaults);
    }
    return new Good(
        manifest.created(), made, manifest.entries(), manifest.files().size(), bytes, auditFaults);
  }

  private CopiedFile keep(NightlyFolder folder, Path unfinished, String path, LocalDate today)
      throws IOException {
    if (!NightlyFolder.isShared(path)) {
      return FileCopy.copy(data.root(), unfinished, path);
    }
    boolean rereads =
        Math.floorMod(path.hashCode(), NIGHTS_TO_REREAD)
            == Math.floorMod(today.toEpochDay(), NIGHTS_TO_REREAD);
    return folder.share(data.root(), path, rereads);
  }

  private void giveWayToStop() {
    if (stopping.getAsBoolean()) {
      throw BackupException.of("nightly.stopped");
    }
  }

  /**
   * Those that may go: not the latest of each of the latest days that have one, nor the latest of
   * each of the latest months. Days without a backup do not count, so neither a clock that jumped
   * nor a server that was off for a year takes a good one away; and the latest always stays.
   */
  static List<NightlyFolder.Kept> old(List<NightlyFolder.Kept> oldestFirst, int keptDays) {
    Set<LocalDate> days = new HashSet<>();
    Set<YearMonth> months = new HashSet<>();
    List<NightlyFolder.Kept> old = new ArrayList<>();
    for (int i = oldestFirst.size() - 1; i >= 0; i--) {
      NightlyFolder.Kept kept = oldestFirst.get(i);
      LocalDate day = kept.manifest().created().atZone(NightlySchedule.ZONE).toLocalDate();
      boolean ofItsDay = days.add(day) && days.size() <= keptDays;
      boolean ofItsMonth = months.add(YearMonth.from(day)) && months.size() <= KEPT_MONTHS;
      if (!ofItsDay && !ofItsMonth) {
        old.add(kept);
      }
    }
    return old;
  }
}
