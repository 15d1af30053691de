package cn.anxun.server.importer;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import found, or did.
 *
 * @param ignored headings that mean nothing for this kind
 * @param rows with anything in them, under the heading
 * @param bad rows that cannot be imported
 * @param passedOver sums and signatures
 * @param doubles rows that say the same as an earlier one
 * @param added records that the ledger did not have
 * @param known records that it had
 * @param differing entries that it had with other content, which stays
 * @param sites sites that had to be made, since the ledger has none of that name
 * @param entries that were, or would be, added
 * @param problems the first of them, in the order of rows
 * @param moreProblems how many more there are
 * @param opened the first of the records that are new
 * @param applied whether anything was written
 */
public record ImportReport(
    String sheet,
    int headingRow,
    List<String> ignored,
    int rows,
    int bad,
    int passedOver,
    int doubles,
    int added,
    int known,
    int differing,
    int sites,
    int entries,
    List<ImportProblem> problems,
    int moreProblems,
    List<Opened> opened,
    boolean applied) {
  /** The most problems that are listed. */
  public static final int MOST_PROBLEMS = 200;

  /** The most new records that are listed. */
  public static final int MOST_OPENED = 20;

  /** A record that is new, and its row. */
  public record Opened(int row, String subject) {}

  public ImportReport {
    opened = List.copyOf(opened);
    ignored = List.copyOf(ignored);
    problems = List.copyOf(problems);
  }

  /** Whether every row may be imported. */
  public boolean clean() {
    return bad == 0;
  }

  ImportReport asApplied() {
    return new ImportReport(
        sheet,
        headingRow,
        ignored,
        rows,
        bad,
        passedOver,
        doubles,
        added,
        known,
        differing,
        sites,
        entries,
        problems,
        moreProblems,
        opened,
        true);
  }

  /** What an audit keeps of it. */
  public String audited(ImportKind kind) {
    return kind.key() + " records " + added + " entries " + entries;
  }

  /** Counts as rows go by. */
  static final class Counting {
    private final FoundHeading found;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final List<Opened> opened = new ArrayList<>();
    private int moreProblems;
    private int rows;
    private int bad;
    private int passedOver;
    private int doubles;
    private int added;
    private int known;
    private int differing;
    private int sites;
    private int entries;

    Counting(FoundHeading found) {
      this.found = found;
    }

    void row() {
      rows++;
    }

    int rows() {
      return rows;
    }

    void bad() {
      bad++;
    }

    void passedOver() {
      passedOver++;
    }

    void doubled() {
      doubles++;
    }

    void known() {
      known++;
    }

    void opened(int row, String subject) {
      added++;
      if (opened.size() < MOST_OPENED) {
        opened.add(new Opened(row, subject));
      }
    }

    void differing() {
      differing++;
    }

    void site() {
      sites++;
    }

    void entry() {
      entries++;
    }

    void problem(ImportProblem problem) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(problem);
      } else {
        moreProblems++;
      }
    }

    ImportReport report() {
      return new ImportReport(
          found.sheet(),
          found.row(),
          found.ignored(),
          rows,
          bad,
          passedOver,
          doubles,
          added,
          known,
          differing,
          sites,
          entries,
          problems,
          moreProblems,
          opened,
          false);
    }
  }
}
