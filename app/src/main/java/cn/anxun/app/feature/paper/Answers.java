package cn.anxun.app.feature.paper;

import cn.anxun.core.paper.PaperAnswers;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Changes single answers, and finds what is offered where nothing was said. */
final class Answers {
  private Answers() {}

  /** With another time at which the check began, or ended. */
  static PaperAnswers time(PaperAnswers before, boolean begin, LocalDateTime time) {
    return before.withTimes(begin ? time : before.from(), begin ? before.until() : time);
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
