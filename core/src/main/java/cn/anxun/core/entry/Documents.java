package cn.anxun.core.entry;

import java.time.LocalDate;

/**
 * The names of the office's documents as subjects. Each is revised whole; the last revision in
 * causal order holds.
 */
public final class Documents {
  public static final String INDICATORS = "doc/indicators";
  public static final String HAZARD_LIBRARY = "doc/hazard-library";
  public static final String DIVISIONS = "doc/divisions";
  public static final String UNITS = "doc/units";
  public static final String GRIDS = "doc/grids";

  /** What units are ranked by. */
  public static final String RANKING = "doc/ranking";

  /** All published bulletins, each under its period and edition. */
  public static final String BULLETINS = "doc/bulletin";

  /** The ties of all files of finance bureaus, each under the layout of its texts. */
  public static final String TIES = "doc/ties";

  /** The wording of papers, and how they are numbered. */
  public static final String PAPERS = "doc/papers";

  /** All blocks of numbers that were given out. */
  public static final String NUMBERS = "doc/numbers";

  /** All numbers that were given back. */
  public static final String NUMBERS_RETURNED = "doc/numbers-returned";

  /** What the bureau wants of its phones. */
  public static final String PHONE_RULES = "doc/phone-rules";

  private Documents() {}

  /** The code list of this name, such as {@code industry}. */
  public static String codeList(String list) {
    return "doc/code-list/" + list;
  }

  public static String inspectionPlan(int year) {
    return "doc/inspection-plan/" + year;
  }

  public static String drillPlan(int year) {
    return "doc/drill-plan/" + year;
  }

  /** All frozen targets of a year, by form and row. */
  public static String targets(int year) {
    return "doc/targets/" + year;
  }

  /**
   * A form of a year; the key is its short name within the year, of characters a subject may have.
   */
  public static String form(int year, String key) {
    return "doc/form/" + year + '/' + key;
  }

  public static String typedRows(int year, String key) {
    return "doc/typed-rows/" + year + '/' + key;
  }

  /** What the office says of a form in the middle of its year, as of this day. */
  public static String monitoring(int year, String key, LocalDate day) {
    return typedRows(year, key) + '/' + day;
  }

  public static String budget(int year, String key) {
    return "doc/budget/" + year + '/' + key;
  }

  public static String recordKind(String name) {
    return "doc/record-kind/" + name;
  }

  /** An edition of the bulletin (通报) of a period; each stands for itself. */
  public static String bulletin(LocalDate from, LocalDate until, int edition) {
    return BULLETINS + '/' + from + '/' + until + '/' + edition;
  }

  /**
   * The ties of the files of this layout.
   *
   * @param layout hexadecimal digits
   */
  public static String ties(String layout) {
    return TIES + '/' + layout;
  }

  /** The sentences that a year's 自评报告 are made of. */
  public static String narratives(int year) {
    return "doc/narrative/" + year;
  }

  /** The 自评报告 on a form. */
  public static String narrative(int year, String key) {
    return narratives(year) + '/' + key;
  }

  public static String year(int year) {
    return "doc/year/" + year;
  }

  /**
   * The block of numbers that begins with this one.
   *
   * @param paper its key, such as {@code order}
   */
  public static String numbers(String paper, int year, long first) {
    return NUMBERS + '/' + paper + '/' + year + '/' + first;
  }

  /** The numbers given back that begin with this one. */
  public static String numbersReturned(String paper, int year, long first) {
    return NUMBERS_RETURNED + '/' + paper + '/' + year + '/' + first;
  }
}
