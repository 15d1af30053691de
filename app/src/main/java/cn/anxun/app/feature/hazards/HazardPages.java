package cn.anxun.app.feature.hazards;

import androidx.annotation.WorkerThread;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.NameBook;
import cn.anxun.app.record.Names;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timeline;
import cn.anxun.app.record.Timelines;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;

/** Reads all there is of one hazard. */
final class HazardPages {
  private final Records records;
  private final Timelines timelines;
  private final Author author;
  private final NameBook book;

  @Inject
  HazardPages(Records records, Timelines timelines, Author author, NameBook book) {
    this.records = records;
    this.timelines = timelines;
    this.author = author;
    this.book = book;
  }

  @WorkerThread
  HazardPageState read(String subject, LocalDate today) {
    Timeline timeline = timelines.timeline(subject, today);
    HazardSteps steps = new HazardSteps(timeline, author.account(), author.role());
    boolean known = !timeline.steps().isEmpty() || !timeline.withdrawn().isEmpty();
    return new HazardPageState(
        known ? HazardPageState.Status.READY : HazardPageState.Status.UNKNOWN,
        today,
        records.find(subject),
        timeline,
        records.listPhotos(subject),
        steps.next(),
        known ? steps.more() : List.of(),
        author.account(),
        book.names(today));
  }

  /** What is shown where the disk cannot be read. */
  HazardPageState failed(String subject, LocalDate today) {
    return new HazardPageState(
        HazardPageState.Status.FAILED,
        today,
        Optional.empty(),
        new Timeline(subject, Optional.empty(), List.of(), List.of()),
        List.of(),
        Optional.empty(),
        List.of(),
        "",
        Names.NONE);
  }
}
