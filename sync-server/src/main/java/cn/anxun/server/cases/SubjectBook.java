package cn.anxun.server.cases;

import java.util.HashMap;
import java.util.Map;

/** The ids that phones gave to the records of a run; a document is known by its name. */
final class SubjectBook implements Step.SubjectIds {
  private final Map<Subject, String> ids = new HashMap<>();

  @Override
  public String id(Subject subject) {
    if (subject.isDocument()) {
      return subject.document();
    }
    String id = ids.get(subject);
    if (id == null) {
      throw new IllegalStateException("nobody has recorded " + subject + " yet");
    }
    return id;
  }

  /** Whether the step is about something that somebody has recorded, or a document. */
  boolean knows(Subject subject) {
    return subject.isDocument() || ids.containsKey(subject);
  }

  void put(Subject subject, String id) {
    ids.put(subject, id);
  }
}
