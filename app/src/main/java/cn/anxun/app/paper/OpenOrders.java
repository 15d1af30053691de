package cn.anxun.app.paper;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.record.Author;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperAnswers.Answer;
import cn.anxun.core.paper.PaperContents;
import cn.anxun.core.paper.PaperFacts;
import cn.anxun.core.paper.PaperLine;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;

/** The orders that were reviewed and that no 整改复查意见书 has answered yet. */
public final class OpenOrders {
  private static final int MOST_HAZARDS = 500;

  private final PaperNumbers papers;
  private final PaperBook book;
  private final Author author;

  @Inject
  OpenOrders(PaperNumbers papers, PaperBook book, Author author) {
    this.papers = papers;
    this.book = book;
    this.author = author;
  }

  /**
   * An order with what was reviewed of it.
   *
   * @param number as printed, "" while 待编号
   * @param lines how many hazards it holds
   * @param reviewed how many of them were reviewed since they were last reported as rectified
   */
  public record OpenOrder(String subject, String number, String site, int lines, int reviewed) {
    /** Whether it can be answered as it is. */
    public boolean isReviewed() {
      return reviewed == lines;
    }
  }

  /**
   * Those of the hazards that were closed since this day, and of these; none for who may not answer
   * orders.
   */
  @WorkerThread
  public List<OpenOrder> list(LocalDate since, Collection<String> hazards) {
    List<OpenOrder> open = new ArrayList<>();
    if (!Paper.REVIEW.mayBeIssuedBy(author.role())) {
      return open;
    }
    List<String> some = new ArrayList<>(hazards);
    some = some.subList(0, Math.min(some.size(), MOST_HAZARDS));
    for (String subject : papers.listWithHazards(Paper.ORDER.label(), since, some)) {
      open(subject).ifPresent(open::add);
    }
    return open;
  }

  private Optional<OpenOrder> open(String subject) {
    PaperFacts facts = book.facts(Paper.REVIEW, subject);
    PaperRecord order = facts.order().orElse(null);
    Map<String, Answer> reviews = facts.reviews();
    if (order == null || !holds(order) || reviews.isEmpty() || isAnswered(facts, reviews)) {
      return Optional.empty();
    }
    int reviewed = 0;
    List<PaperLine> lines = order.contents().lines();
    for (PaperLine line : lines) {
      reviewed += reviews.containsKey(line.hazard()) ? 1 : 0;
    }
    return reviewed == 0
        ? Optional.empty()
        : Optional.of(
            new OpenOrder(
                subject,
                order.number(),
                order.contents().text(PaperContents.Part.SITE),
                lines.size(),
                reviewed));
  }

  private static boolean holds(PaperRecord paper) {
    return paper.state() == PaperState.ISSUED || paper.state() == PaperState.WAITING;
  }

  /** Whether the last answer said the same. */
  private static boolean isAnswered(PaperFacts facts, Map<String, Answer> reviews) {
    PaperRecord last = null;
    for (PaperRecord answer : facts.issued()) {
      if (holds(answer) && (last == null || answer.id().compareTo(last.id()) > 0)) {
        last = answer;
      }
    }
    if (last == null) {
      return false;
    }
    for (PaperLine line : last.contents().lines()) {
      Answer now = reviews.get(line.hazard());
      if (now != null && !isSaid(line, now)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSaid(PaperLine line, Answer now) {
    return Objects.equals(line.passed(), now.passed())
        && Objects.equals(line.deadline(), now.deadline());
  }
}
