package cn.anxun.core.indicator;

import cn.anxun.core.text.Texts;

/** JSON that is not a measure; carries the {@link MeasureProblem}. */
public final class MeasureRejectedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient MeasureProblem problem;

  public MeasureRejectedException(MeasureProblem problem) {
    super(problem.code().wire() + " " + problem.path() + ": " + problem.message());
    this.problem = problem;
  }

  static MeasureRejectedException of(MeasureProblem.Code code, String path, Object argument) {
    String place = path.isEmpty() ? Texts.CHINESE.text("measure.root") : path;
    return new MeasureRejectedException(
        new MeasureProblem(
            code, path, Texts.CHINESE.text("measure." + code.wire(), place, argument)));
  }

  public MeasureProblem problem() {
    return problem;
  }
}
