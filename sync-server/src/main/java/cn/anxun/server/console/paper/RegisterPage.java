package cn.anxun.server.console.paper;

import cn.anxun.server.console.page.Paging;
import java.util.List;

/**
 * The register as its page shows it.
 *
 * @param wrong what somebody must look at, in sentences; none where every number is accounted for
 * @param export the address of the workbook, "" for those who may not
 * @param settings the address of the wording, "" for those who may not
 * @param unused numbers with devices, for those who may take them back
 */
public record RegisterPage(
    List<String> wrong,
    List<Option> papers,
    List<Option> years,
    List<Option> states,
    String words,
    List<Row> rows,
    Paging paging,
    String export,
    String settings,
    List<Unused> unused) {

  /** A value of a filter. */
  public record Option(String value, String label, boolean chosen) {}

  /**
   * One number, or a paper that waits for its own.
   *
   * @param signed how the site signed, "" where there is no paper in force
   * @param link to the paper, "" where there is none
   */
  public record Row(
      String number,
      String paper,
      int year,
      String state,
      boolean wrong,
      String site,
      String date,
      String device,
      String reason,
      String signed,
      String link) {

    /** Whether nothing but the number tells it from the other, and neither stands on a paper. */
    boolean isLike(Row other) {
      return link.isEmpty()
          && other.link.isEmpty()
          && !wrong
          && !other.wrong
          && paper.equals(other.paper)
          && year == other.year
          && state.equals(other.state)
          && device.equals(other.device)
          && reason.equals(other.reason);
    }

    /** The same by another number. */
    Row called(String other) {
      return new Row(other, paper, year, state, wrong, site, date, device, reason, signed, link);
    }
  }

  /** Consecutive numbers that a device has and has not used. */
  public record Unused(String paper, int year, long first, long last, String device, String name) {}

  public RegisterPage {
    wrong = List.copyOf(wrong);
    papers = List.copyOf(papers);
    years = List.copyOf(years);
    states = List.copyOf(states);
    rows = List.copyOf(rows);
    unused = List.copyOf(unused);
  }
}
