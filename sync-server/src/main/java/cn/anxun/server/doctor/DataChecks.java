package cn.anxun.server.doctor;

import static cn.anxun.server.doctor.CheckResult.bad;
import static cn.anxun.server.doctor.CheckResult.well;

import cn.anxun.server.auth.AuditChain;
import cn.anxun.server.backup.KeptBackups;
import cn.anxun.server.doctor.CheckResult.Check;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the databases are sound, and of which time they speak. */
final class DataChecks {
  private final DataDirectory data;
  private final Machine machine;
  private final List<Instant> times = new ArrayList<>();

  DataChecks(DataDirectory data, Machine machine) {
    this.data = data;
    this.machine = machine;
  }

  /**
   * Opens each database and has SQLite look through it, and walks the audit; {@code verify} looks
   * at every entry.
   */
  CheckResult integrity() {
    try {
      long auditFaults = 0;
      if (data.hasDirectory()) {
        try (Database directory = data.openDirectory()) {
          requireSound(directory);
          auditFaults = AuditChain.walk(directory).faults();
        }
      }
      long entries = 0;
      for (String bureau : data.bureaus()) {
        try (Database database = data.openBureau(bureau)) {
          requireSound(database);
          entries += lookAt(database);
        }
      }
      return auditFaults > 0
          ? bad(Check.INTEGRITY, "audit", auditFaults)
          : well(Check.INTEGRITY, "well", data.bureaus().size(), entries);
    } catch (StorageException e) {
      return bad(Check.INTEGRITY, "failed", String.valueOf(e.getMessage()).split("\\R", 2)[0]);
    } catch (UnsoundException e) {
      return bad(Check.INTEGRITY, "unsound", e.file, String.valueOf(e.getMessage()));
    }
  }

  /** SQLite says what is wrong with the file. */
  private static final class UnsoundException extends Exception {
    private static final long serialVersionUID = 1L;
    private final String file;

    UnsoundException(Path file, String answer) {
      super(answer);
      this.file = file.toString();
    }
  }

  /** PostgreSQL looks after its own files. */
  private static void requireSound(Database database) throws UnsoundException {
    if (database instanceof SqliteDatabase file) {
      Optional<String> damage = file.findDamage();
      if (damage.isPresent()) {
        throw new UnsoundException(file.file(), damage.get());
      }
    }
  }

  /** The number of entries; remembers when the last was accepted. */
  private long lookAt(Database database) {
    return database.read(
        handle -> {
          StoredLedger ledger = new StoredLedger(handle);
          long last = ledger.head().seq();
          ledger.scan(last - 1, last, entry -> times.add(entry.stamp().at()));
          return last;
        });
  }

  /** The latest time in the data: of an entry, of a backup, of a file; after {@link #integrity}. */
  Optional<Instant> latest(Optional<Path> backups) {
    try {
      machine.lastChange(data.root()).ifPresent(times::add);
      machine.lastChange(data.root().resolve("bureaus")).ifPresent(times::add);
    } catch (IOException e) {
      // Whether the folder can be read is a check of its own.
      return times.stream().max(Instant::compareTo);
    }
    backups
        .map(new KeptBackups()::list)
        .orElse(List.of())
        .forEach(kept -> times.add(kept.created()));
    return times.stream().max(Instant::compareTo);
  }
}
