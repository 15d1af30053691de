package cn.anxun.app.feature.paper;

import cn.anxun.core.paper.PaperAnswers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Changes single answers, and finds what is offered where nothing was said. */
final class Answers {
  private Answers() {}

  static PaperAnswers place(PaperAnswers before, String place) {
    return with(before, place, before.from(), before.until(), before.deadline(), before.handling());
  }

  static PaperAnswers handling(PaperAnswers before, String handling) {
    return with(before, before.place(), before.from(), before.until(), before.deadline(), handling);
  }

  static PaperAnswers deadline(PaperAnswers before, LocalDate deadline) {
    return with(before, before.place(), before.from(), before.until(), deadline, before.handling());
  }

  /** With another time at which the check began, or ended. */
  static PaperAnswers time(PaperAnswers before, boolean begin, LocalDateTime time) {
    return with(
        before,
        before.place(),
        begin ? time : before.from(),
        begin ? before.until() : time,
        before.deadline(),
        before.handling());
  }

  private static PaperAnswers with(
      PaperAnswers before,
      String place,
      @Nullable LocalDateTime from,
      @Nullable LocalDateTime until,
      @Nullable LocalDate deadline,
      String handling) {
    return new PaperAnswers(
        before.officers(),
        before.party(),
        place,
        from,
        until,
        deadline,
        handling,
        before.reviews());
  }

  /** The deadline of hazards that have none of their own. */
  static LocalDate deadline(PaperFormState now) {
    LocalDate said = now.form().answers().deadline();
    return said == null ? now.deadline() : said;
  }

  /** When the check began, or ended; what is not said is taken from the other, or is noon. */
  static LocalDateTime time(PaperFormState now, boolean begin) {
    PaperAnswers answers = now.form().answers();
    LocalDateTime own = begin ? answers.from() : answers.until();
    LocalDateTime other = begin ? answers.until() : answers.from();
    if (own != null) {
      return own;
    }
    return other != null ? other : now.today().atTime(12, 0);
  }
}
