package cn.anxun.server.backup;

import cn.anxun.server.storage.DataDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How well the data is backed up now.
 *
 * @param settings empty where nothing is set
 * @param age of the last good backup; how long it has been set where there is none
 */
public record NightlyStanding(
    State state, Optional<NightlySettings> settings, NightlyHistory history, Duration age) {

  /** From here on people are warned: a night was missed, and half a day to mend it. */
  public static final Duration STALE = Duration.ofHours(36);

  /** What is to be said; the sentence of each is {@code nightly.state.STATE}. */
  public enum State {
    /** No second place is set. */
    OFF,
    /** Set, and the first night is still to come. */
    WAITING,
    WELL,
    /** The last attempt failed; the backup before is not stale yet. */
    FAILED,
    /** The first attempt failed: there is no backup. */
    NEVER,
    /** All is well with the backup, and somebody has changed the audit. */
    AUDIT,
    /** No good backup for {@link #STALE}, whether attempts failed or the server was off. */
    STALE,
    /** What was set cannot be read. */
    UNREADABLE,
    /** The tables are in PostgreSQL, which is backed up by itself; this machine cannot know. */
    POSTGRES
  }

  /** How it stands in this data directory. */
  public static NightlyStanding of(DataDirectory data, Instant now) {
    NightlyHistory history = NightlyHistory.of(data);
    if (data.postgres().isPresent()) {
      return new NightlyStanding(State.POSTGRES, Optional.empty(), history, Duration.ZERO);
    }
    Optional<NightlySettings> settings;
    try {
      settings = NightlySettings.find(data);
    } catch (BackupException e) {
      return new NightlyStanding(State.UNREADABLE, Optional.empty(), history, Duration.ZERO);
    }
    if (settings.isEmpty()) {
      // Why it failed while it was set is of no use any more.
      NightlyHistory before = new NightlyHistory(history.good(), Optional.empty());
      return new NightlyStanding(State.OFF, settings, before, Duration.ZERO);
    }
    Instant since = history.goodAt().orElse(settings.get().since());
    Duration age = Duration.between(since, now);
    return new NightlyStanding(state(history, age), settings, history, age);
  }

  private static State state(NightlyHistory history, Duration age) {
    if (age.compareTo(STALE) >= 0) {
      return State.STALE;
    }
    if (history.failure().isPresent()) {
      return history.good().isPresent() ? State.FAILED : State.NEVER;
    }
    return history
        .good()
        .map(good -> good.auditFaults() > 0 ? State.AUDIT : State.WELL)
        .orElse(State.WAITING);
  }

  /** Whether somebody must do something. */
  public boolean isWarning() {
    return state != State.WELL && state != State.WAITING && state != State.POSTGRES;
  }
}
