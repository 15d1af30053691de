package cn.anxun.server.backup;

import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.auth.AuditChain;
import cn.anxun.server.backup.BackupManifest.CopiedFile;
import cn.anxun.server.backup.BackupManifest.CopiedLedger;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.verify.Finding;
import cn.anxun.server.verify.LedgerVerifier;
import cn.anxun.server.verify.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Whether a backup that was just written can be used: each database opens and is sound. */
final class BackupCheck {
  private BackupCheck() {}

  /**
   * Opens the accounts and every ledger of the backup, walks the chains and counts. An audit that
   * somebody has changed is no reason to have no backup, and is told.
   *
   * @return how many rows of the audit are not as they were written
   * @throws BackupException where something is not as the manifest says; which
   */
  static long require(Path backup, BackupManifest manifest) throws IOException {
    if (!BackupManifest.read(Files.readAllBytes(backup.resolve(BackupManifest.FILE)))
        .equals(manifest)) {
      throw BackupException.of("nightly.reads-back", backup.resolve(BackupManifest.FILE));
    }
    for (CopiedFile file : manifest.files()) {
      boolean beside = NightlyFolder.isShared(file.path());
      if (!beside && !FileCopy.measure(backup, file.path()).equals(file)) {
        throw BackupException.of("nightly.reads-back", backup.resolve(file.path()));
      }
    }
    long auditFaults = 0;
    try (DataDirectory copy = DataDirectory.view(backup)) {
      if (Files.exists(copy.directoryFile())) {
        try (SqliteDatabase directory = copy.openDirectoryFile()) {
          requireSound(directory);
          auditFaults = AuditChain.walk(directory).faults();
        }
      }
      for (CopiedLedger ledger : manifest.ledgers()) {
        require(copy, ledger);
      }
    }
    return auditFaults;
  }

  private static void requireSound(SqliteDatabase database) {
    Optional<String> damage = database.findDamage();
    if (damage.isPresent()) {
      throw BackupException.of("nightly.unsound", database.file(), damage.get());
    }
  }

  private static void require(DataDirectory copy, CopiedLedger ledger) {
    try (SqliteDatabase database = copy.openBureauFile(ledger.bureau())) {
      requireSound(database);
      Verification verification =
          new LedgerVerifier(new LedgerFold()).verify(database, List.of(), walked -> {});
      if (!verification.passed()) {
        Finding fault =
            verification.findings().stream().filter(Finding::isFault).findFirst().orElseThrow();
        throw BackupException.of("nightly.unsound", ledger.bureau(), fault.text());
      }
      long entries =
          database.read(
              handle -> handle.createQuery("SELECT count(*) FROM entry").mapTo(Long.class).one());
      if (!verification.head().equals(new Head(ledger.seq(), ledger.head()))
          || entries != ledger.seq()) {
        throw BackupException.of("backup.head", ledger.bureau(), ledger.seq(), entries);
      }
    }
  }
}
