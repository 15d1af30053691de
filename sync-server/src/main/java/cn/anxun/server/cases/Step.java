package cn.anxun.server.cases;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Kind;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that somebody logs: an entry before a phone has made it and given it an id.
 *
 * @param mentions the records its fields refer to; whoever logs it must have seen them
 */
public record Step(
    Subject subject,
    Kind kind,
    LocalDate date,
    Worker worker,
    List<Subject> mentions,
    Wording wording) {

  public Step {
    mentions = List.copyOf(mentions);
  }

  /** Whose work it is. */
  public enum Worker {
    FIELD,
    SUPERVISOR,
    OFFICE
  }

  /** What the entry says, once the ids of the records it mentions are known. */
  @FunctionalInterface
  public interface Wording {
    Fields fields(SubjectIds ids);
  }

  /** The ids that phones gave to records. */
  @FunctionalInterface
  public interface SubjectIds {
    String id(Subject subject);
  }

  /** A step that mentions no other record. */
  static Step of(Subject subject, Kind kind, LocalDate date, Worker worker, Fields fields) {
    return new Step(subject, kind, date, worker, List.of(), ids -> fields);
  }
}
