package cn.anxun.server.doctor;

import static cn.anxun.server.doctor.CheckResult.bad;
import static cn.anxun.server.doctor.CheckResult.note;
import static cn.anxun.server.doctor.CheckResult.well;

import cn.anxun.server.doctor.CheckResult.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whether the machine is fit for a server: Java, SQLite, memory, disk, clock. */
final class MachineChecks {
  private static final int JAVA = 17;
  private static final long GIGABYTE = 1_000_000_000;
  private static final long LITTLE_MEMORY = 1_800_000_000;
  private static final long LITTLE_DISK = 10 * GIGABYTE;
  private static final long NO_DISK = GIGABYTE;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** What two clocks, or a file system's rounding, may differ by. */
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  private final Machine machine;

  MachineChecks(Machine machine) {
    this.machine = machine;
  }

  CheckResult java() {
    int version = machine.javaVersion();
    return version < JAVA
        ? bad(Check.JAVA, "old", version, JAVA)
        : well(Check.JAVA, "well", version, machine.platform());
  }

  CheckResult sqlite() {
    try {
      return well(Check.SQLITE, "well", machine.loadSqlite(), machine.platform());
    } catch (IOException e) {
      return machine.shipsSqlite()
          ? bad(Check.SQLITE, "not-loaded", machine.platform(), String.valueOf(e.getMessage()))
          : bad(Check.SQLITE, "none", machine.platform());
    }
  }

  CheckResult memory() {
    long bytes = machine.memory();
    if (bytes == 0) {
      return note(Check.MEMORY, "unknown");
    }
    String gigabytes = gigabytes(bytes);
    return bytes < LITTLE_MEMORY
        ? note(Check.MEMORY, "little", gigabytes)
        : well(Check.MEMORY, "well", gigabytes);
  }

  CheckResult data(Path root) {
    if (!Files.isDirectory(root.resolve("bureaus"))) {
      return bad(Check.DATA, "none", root);
    }
    try {
      machine.tryWriting(root);
      return machine.isOpenToOthers(root)
          ? bad(Check.DATA, "open", root)
          : well(Check.DATA, "well", root);
    } catch (IOException e) {
      return bad(Check.DATA, "not-writable", root, String.valueOf(e.getMessage()));
    }
  }

  CheckResult disk(Path root) {
    try {
      long free = machine.freeBytes(root);
      String gigabytes = gigabytes(free);
      if (free < NO_DISK) {
        return bad(Check.DISK, "full", gigabytes);
      }
      return free < LITTLE_DISK
          ? note(Check.DISK, "little", gigabytes)
          : well(Check.DISK, "well", gigabytes);
    } catch (IOException e) {
      return bad(Check.DISK, "unknown", root, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Held against what was written before: a clock that stands before it was set back.
   *
   * @param latest the latest time that is in the data
   */
  CheckResult clock(Optional<Instant> latest) {
    Instant now = machine.now();
    if (latest.isPresent() && now.isBefore(latest.get().minus(TOLERANCE))) {
      return bad(Check.CLOCK, "behind", time(now), time(latest.get()));
    }
    return well(Check.CLOCK, "well", time(now));
  }

  CheckResult timeZone() {
    ZoneId zone = machine.zone();
    boolean same =
        zone.getRules().getOffset(machine.now()).equals(ZONE.getRules().getOffset(machine.now()));
    return same
        ? well(Check.TIME_ZONE, "well", zone.getId())
        : note(Check.TIME_ZONE, "other", zone.getId());
  }

  CheckResult timeService() {
    Optional<Boolean> synchronised = machine.isTimeSynchronised();
    if (synchronised.isEmpty()) {
      return note(Check.TIME_SERVICE, "unknown");
    }
    return synchronised.get() ? well(Check.TIME_SERVICE, "well") : note(Check.TIME_SERVICE, "off");
  }

  static String time(Instant at) {
    return at.atZone(ZONE).toLocalDateTime().withNano(0).toString().replace('T', ' ');
  }

  private static String gigabytes(long bytes) {
    return String.format("%,.1f", (double) bytes / GIGABYTE);
  }
}
