package cn.anxun.server.report.fill;

import java.util.List;
import java.util.stream.Collectors;

/** A file that was not filled, with every reason found; nothing was written. */
public final class FillException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<FillProblem> problems;

  FillException(List<FillProblem> problems) {
    super(problems.stream().map(FillProblem::message).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  FillException(FillProblem problem) {
    this(List.of(problem));
  }

  public List<FillProblem> problems() {
    return problems;
  }
}
