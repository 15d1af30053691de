package cn.anxun.app.account;

import cn.anxun.app.setting.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/**
 * How far a remote wipe of this phone has come; kept over restarts. It begins when the server has
 * said that this device was revoked, and is over when somebody enrols the phone again. Waits for
 * the disk.
 */
public final class WipeProgress {
  /** Every setting of a wipe begins so, and outlives it. */
  public static final String PREFIX = "wipe.";

  private static final String STAGE = PREFIX + "stage";
  private static final String AT = PREFIX + "at";
  private static final String SEALER = PREFIX + "sealer";
  private static final String FILES = PREFIX + "files";
  private static final String ENTRIES = PREFIX + "entries";
  private static final String PARTS = PREFIX + "parts";
  private static final String UNREADABLE = PREFIX + "unreadable";
  private static final String UNSEALED = PREFIX + "unsealed";

  private final Settings settings;

  /** What has been done. */
  public enum Stage {
    /** No wipe. */
    NONE,
    /** The phone is shut; what was synced goes, what is unsent is being sealed. */
    BEGUN,
    /** Nothing of the account is left but what is sealed. */
    DONE
  }

  /**
   * What came of it.
   *
   * @param entries unsent ones that are in sealed files
   * @param parts photos and drafts that are
   * @param unreadable photos whose file was damaged before
   * @param unsealed unsent entries that could not be sealed as the server told no key, and stay
   *     encrypted on the phone
   */
  public record Report(Instant at, int entries, int parts, int unreadable, int unsealed) {}

  @Inject
  public WipeProgress(Settings settings) {
    this.settings = settings;
  }

  public Stage stage() {
    return settings.find(STAGE).map(Stage::valueOf).orElse(Stage.NONE);
  }

  /**
   * The server has said that this device was revoked.
   *
   * @param enrolled what is unsent is sealed for this device
   */
  public void begin(Enrolled enrolled, Instant now) {
    settings.put(SEALER, enrolled.withoutNames().write());
    settings.put(AT, now.toString());
    settings.put(STAGE, Stage.BEGUN.name());
  }

  /** For which device what is unsent is sealed, without anybody's name. */
  public Optional<Enrolled> sealer() {
    return settings.find(SEALER).map(Enrolled::read);
  }

  /**
   * Everything is sealed and gone; adds to what was done before.
   *
   * @param files the sealed files that were made
   */
  public void done(Report more, List<String> files) {
    Report before = report();
    settings.put(ENTRIES, Integer.toString(before.entries() + more.entries()));
    settings.put(PARTS, Integer.toString(before.parts() + more.parts()));
    settings.put(UNREADABLE, Integer.toString(before.unreadable() + more.unreadable()));
    settings.put(UNSEALED, Integer.toString(more.unsealed()));
    List<String> all = new ArrayList<>(files());
    all.addAll(files);
    if (!all.isEmpty()) {
      settings.put(FILES, String.join("/", all));
    }
    settings.put(STAGE, Stage.DONE.name());
  }

  /** What came of it so far. */
  public Report report() {
    return new Report(
        settings.find(AT).map(Instant::parse).orElse(Instant.EPOCH),
        count(ENTRIES),
        count(PARTS),
        count(UNREADABLE),
        count(UNSEALED));
  }

  /** The names of the sealed files of this wipe and of those before, which are kept. */
  public List<String> files() {
    return settings
        .find(FILES)
        .map(names -> Collections.unmodifiableList(Arrays.asList(names.split("/", -1))))
        .orElse(List.of());
  }

  /** Somebody has enrolled the phone again. The sealed files stay. */
  public void over() {
    for (String name : new String[] {STAGE, AT, SEALER, ENTRIES, PARTS, UNREADABLE, UNSEALED}) {
      settings.delete(name);
    }
  }

  private int count(String name) {
    return settings.find(name).map(Integer::parseInt).orElse(0);
  }
}
