package cn.anxun.core.entry;

/** Bytes that are not an acceptable entry; carries the {@link EntryProblem}. */
public final class EntryRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient EntryProblem problem;

  public EntryRejectedException(EntryProblem problem) {
    super(problem.code().wire() + " " + problem.field() + ": " + problem.message());
    this.problem = problem;
  }

  public EntryProblem problem() {
    return problem;
  }
}
