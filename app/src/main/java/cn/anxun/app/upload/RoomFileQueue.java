package cn.anxun.app.upload;

import cn.anxun.app.data.local.PhotoCounts;
import cn.anxun.app.data.local.PhotoRow;
import cn.anxun.app.data.local.PhotoTable;
import cn.anxun.app.setting.Settings;
import cn.anxun.core.sync.file.FileProblem;
import cn.anxun.core.sync.file.FileQueue;
import cn.anxun.core.sync.file.FileTotals;
import cn.anxun.core.sync.file.QueuedFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/**
 * {@link FileQueue} in the phone's database: the photos that entries name which the server has
 * accepted. So a record is there before its photos are, and no record waits for one.
 */
public final class RoomFileQueue implements FileQueue {
  private static final String FAILURES = "upload.failures";

  private final PhotoTable photos;
  private final Settings settings;

  @Inject
  public RoomFileQueue(PhotoTable photos, Settings settings) {
    this.photos = photos;
    this.settings = settings;
  }

  @Override
  public List<QueuedFile> listDue(Instant now, int limit) {
    List<QueuedFile> due = new ArrayList<>();
    for (PhotoRow photo : photos.listDue(now.toEpochMilli(), limit)) {
      due.add(
          new QueuedFile(
              photo.sha256(), photo.bytes(), photo.type(), photo.sent(), photo.failures()));
    }
    return due;
  }

  @Override
  public Optional<Instant> findNextAttempt(Instant now) {
    return Optional.ofNullable(photos.findNextAttempt(now.toEpochMilli()))
        .map(Instant::ofEpochMilli);
  }

  @Override
  public FileTotals totals() {
    PhotoCounts due = photos.due();
    return new FileTotals(due.waiting(), due.waitingBytes(), due.sentBytes());
  }

  @Override
  public void reached(String sha256, long sent) {
    photos.setSent(sha256, sent);
  }

  @Override
  public void stored(String sha256, Instant at) {
    photos.setStored(sha256, at.toEpochMilli());
  }

  @Override
  public void failed(String sha256, int failures, Instant nextAttempt) {
    photos.setFailed(sha256, failures, nextAttempt.toEpochMilli());
  }

  @Override
  public void quarantine(String sha256, FileProblem problem) {
    photos.refuse(sha256, problem.code(), problem.detail());
  }

  @Override
  public int failures() {
    return settings.find(FAILURES).map(Integer::valueOf).orElse(0);
  }

  @Override
  public void keepFailures(int failures) {
    settings.put(FAILURES, Integer.toString(failures));
  }
}
