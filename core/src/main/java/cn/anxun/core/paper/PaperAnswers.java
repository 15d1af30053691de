package cn.anxun.core.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a paper before it is issued.
 *
 * @param place where it was checked
 * @param from when the check began, in Asia/Shanghai; null while it was not said
 * @param until when it ended
 * @param deadline for the hazards that have none of their own; null for the bureau's default
 * @param handling said besides how each hazard is handled; "" for the bureau's wording
 * @param reviews for a review, what was found of each hazard of the order
 */
public record PaperAnswers(
    List<Officer> officers,
    Party party,
    String place,
    @Nullable LocalDateTime from,
    @Nullable LocalDateTime until,
    @Nullable LocalDate deadline,
    String handling,
    Map<String, Answer> reviews) {

  public PaperAnswers {
    officers = Collections.unmodifiableList(new ArrayList<>(officers));
    reviews = Collections.unmodifiableMap(new LinkedHashMap<>(reviews));
  }

  public PaperAnswers withOfficers(List<Officer> changed) {
    return new PaperAnswers(changed, party, place, from, until, deadline, handling, reviews);
  }

  public PaperAnswers withParty(Party changed) {
    return new PaperAnswers(officers, changed, place, from, until, deadline, handling, reviews);
  }

  public PaperAnswers withPlace(String changed) {
    return new PaperAnswers(officers, party, changed, from, until, deadline, handling, reviews);
  }

  /** With other times at which the check began and ended. */
  public PaperAnswers withTimes(@Nullable LocalDateTime begun, @Nullable LocalDateTime ended) {
    return new PaperAnswers(officers, party, place, begun, ended, deadline, handling, reviews);
  }

  public PaperAnswers withDeadline(@Nullable LocalDate changed) {
    return new PaperAnswers(officers, party, place, from, until, changed, handling, reviews);
  }

  public PaperAnswers withHandling(String changed) {
    return new PaperAnswers(officers, party, place, from, until, deadline, changed, reviews);
  }

  public PaperAnswers withReviews(Map<String, Answer> changed) {
    return new PaperAnswers(officers, party, place, from, until, deadline, handling, changed);
  }

  /**
   * Who stands for the site.
   *
   * @param person in charge there when it was checked
   * @param position of that person, 职务
   */
  public record Party(String legalRepresentative, String person, String position, String phone) {
    public static final Party NOBODY = new Party("", "", "", "");
  }

  /**
   * What a review found of one hazard.
   *
   * @param opinion "" for the bureau's wording
   * @param deadline the new one where it did not pass; null for the bureau's default, and with an
   *     opinion for none
   */
  public record Answer(boolean passed, String opinion, @Nullable LocalDate deadline) {}
}
