package cn.anxun.server.console.record;

import java.util.List;
import java.util.Optional;

/**
 * A record with everything that was said of it.
 *
 * @param subject its id, for addresses
 * @param type what it is, in words
 * @param number as people say it, or ""
 * @param facts what is known of it now: label and value
 * @param place where it was made; empty where it has no point
 * @param marks why it should be looked at, or ""
 * @param steps what the reader may do next
 * @param conflicts corrections that stand against each other
 * @param entries from the first to the last
 * @param last the id of the last entry, which whatever is said next goes after
 */
public record RecordPage(
    String subject,
    String type,
    String number,
    List<Fact> facts,
    Optional<RecordPlace> place,
    String marks,
    List<Step> steps,
    List<Conflict> conflicts,
    List<Said> entries,
    String last) {

  /** One thing that is known. */
  public record Fact(String label, String value, boolean warns) {}

  /** Something to do. */
  public record Step(String name, String link) {}

  /** Two or more values said of one field by people who did not know of each other. */
  public record Conflict(String field, String label, List<Side> sides) {}

  /**
   * One of the values.
   *
   * @param target the entry that is corrected
   * @param json the value as it is sent back when it is chosen
   */
  public record Side(String value, String by, String at, String target, String json) {}

  /**
   * One entry.
   *
   * @param photos that it names, in their order
   * @param correct where it is corrected, or "" for who may not
   * @param effect why it has none, or ""
   */
  public record Said(
      String id,
      String kind,
      String date,
      String by,
      String at,
      long seq,
      List<Fact> facts,
      List<Photo> photos,
      String correct,
      String effect) {}
}
