package cn.anxun.app.feature.storage;

import cn.anxun.app.upload.PhotoRetention;
import java.util.Optional;

/**
 * What the screen shows beside the space that photos take.
 *
 * @param days how long photos stay that the server has
 * @param most the most days that the bureau allows; empty where it says nothing
 * @param sharedBytes of files that were made for other apps
 * @param running what went so far; empty where nothing is being freed
 * @param report empty where nothing was freed since the screen was opened
 */
record StorageState(
    int days,
    Optional<Integer> most,
    long sharedBytes,
    Optional<PhotoRetention.Freed> running,
    Optional<Report> report) {
  static final StorageState FIRST =
      new StorageState(
          PhotoRetention.USUAL_DAYS, Optional.empty(), 0, Optional.empty(), Optional.empty());

  /** The same while so much went. */
  StorageState running(PhotoRetention.Freed so) {
    return new StorageState(days, most, sharedBytes, Optional.of(so), Optional.empty());
  }

  /**
   * What came of it.
   *
   * @param unsent photos that stay, for the server has not confirmed them
   * @param shared files for other apps that were deleted
   * @param stopped whether somebody ended it before it was through
   */
  record Report(PhotoRetention.Freed freed, int unsent, int shared, boolean stopped) {}
}
