package cn.anxun.app.record;

import cn.anxun.core.entry.EntryProblem;

/** What a person recorded is no acceptable entry. Nothing of it was kept. */
public final class RecordRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int place;
  private final String subject;
  private final transient EntryProblem problem;

  RecordRejectedException(int place, String subject, EntryProblem problem) {
    super(problem.code().wire() + " " + problem.field() + ": " + problem.message());
    this.place = place;
    this.subject = subject;
    this.problem = problem;
  }

  /** Which of the entries, from 0, in the order they were said. */
  public int place() {
    return place;
  }

  /** What it is about. */
  public String subject() {
    return subject;
  }

  /** The field, and one sentence for the person. */
  public EntryProblem problem() {
    return problem;
  }
}
