package cn.anxun.server.report.fill;

import cn.anxun.server.report.Value;
import cn.anxun.server.report.form.FormValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks values up for the places that ask for them, and remembers what was found and what was not.
 */
final class FillLog {
  private final FormValues values;
  private final List<FillReport.Filled> filled = new ArrayList<>();
  private final List<FillProblem> problems = new ArrayList<>();

  FillLog(FormValues values) {
    this.values = values;
  }

  /** The value for a placeholder in the file; one that is unknown is a problem. */
  Optional<Value> placeholder(String where, String name) {
    return find(FillProblem.Reason.UNKNOWN_PLACEHOLDER, where, name);
  }

  /** The value that a cell is tied to; one that is unknown is a problem. */
  Optional<Value> tied(String where, String name) {
    return find(FillProblem.Reason.UNKNOWN_VALUE, where, name);
  }

  private Optional<Value> find(FillProblem.Reason reason, String where, String name) {
    Optional<Value> value = values.find(name);
    value.ifPresentOrElse(
        found -> filled.add(new FillReport.Filled(where, name, found.text())),
        () -> problem(reason, where, name, NearestName.of(name, values.all().keySet())));
    return value;
  }

  void problem(FillProblem.Reason reason, String where, Object... details) {
    problems.add(FillProblem.of(reason, where, details));
  }

  List<FillReport.Filled> filled() {
    return filled;
  }

  /** Ends the work where anything was wrong. */
  void requireNoProblem() throws FillException {
    if (!problems.isEmpty()) {
      throw new FillException(problems);
    }
  }
}
