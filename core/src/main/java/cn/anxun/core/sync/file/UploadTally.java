package cn.anxun.core.sync.file;

/** Counts what one run does, and tells how far it has come. */
final class UploadTally {
  private final FileTotals before;
  private final UploadWatch watch;
  private int stored;
  private int known;
  private int quarantined;
  private int failed;
  private int resumed;
  private boolean gained;
  private long sent;

  /** Bytes of what waited before that are done with. */
  private long settled;

  UploadTally(FileTotals before, UploadWatch watch) {
    this.before = before;
    this.watch = watch;
    this.settled = before.sent();
  }

  /**
   * So much of a file is at the server or on its way there.
   *
   * @param reached bytes from its beginning
   */
  void reached(QueuedFile file, long reached) {
    int files = Math.max(1, before.files() - stored - known - quarantined - failed);
    long all = Math.min(before.bytes(), settled - file.sent() + reached);
    watch.progress(new UploadProgress(file.sha256(), files, all, before.bytes()));
  }

  /** The server has more than it had. */
  void gained(boolean more) {
    gained |= more;
  }

  boolean hasGained() {
    return gained || stored + known > 0;
  }

  void resumed() {
    resumed++;
  }

  void sent(long bytes) {
    sent += bytes;
  }

  void stored(QueuedFile file) {
    stored++;
    settle(file);
  }

  void known(QueuedFile file) {
    known++;
    settle(file);
  }

  void quarantined(QueuedFile file) {
    quarantined++;
    settle(file);
  }

  void failed(QueuedFile file) {
    failed++;
    settle(file);
  }

  UploadCounts counts() {
    return new UploadCounts(stored, known, quarantined, failed, resumed, sent);
  }

  private void settle(QueuedFile file) {
    settled += file.bytes() - file.sent();
  }
}
