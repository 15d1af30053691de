package cn.anxun.core.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.ledger.FoldedRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What must be so before a paper is issued. */
final class PaperChecks {
  /** So that contents and four signatures fit in one entry. */
  static final int MAX_CONTENTS = 28 * 1024;

  private final Paper paper;
  private final PaperFacts facts;
  private final PaperAnswers answers;
  private final List<PaperProblem> problems = new ArrayList<>();

  private PaperChecks(Paper paper, PaperFacts facts, PaperAnswers answers) {
    this.paper = paper;
    this.facts = facts;
    this.answers = answers;
  }

  static List<PaperProblem> of(
      Paper paper,
      PaperFacts facts,
      PaperAnswers answers,
      PaperContents contents,
      List<FoldedRecord> held) {
    PaperChecks checks = new PaperChecks(paper, facts, answers);
    checks.allowed();
    checks.once();
    checks.said(contents);
    checks.officers();
    checks.deadlines(contents);
    if (paper == Paper.ORDER && held.isEmpty()) {
      checks.add(PaperProblem.Code.NOTHING_TO_ORDER, PaperIssued.HAZARDS.name(), "");
    }
    if (paper == Paper.REVIEW) {
      checks.answered(contents);
    }
    if (JsonText.bytes(contents.json()).length > MAX_CONTENTS) {
      checks.add(PaperProblem.Code.TOO_LONG, PaperIssued.CONTENTS.name(), "");
    }
    return checks.problems;
  }

  private void allowed() {
    String authority =
        facts.visit().map(FoldedRecord::fields).orElse(Fields.NONE).text(Inspected.AUTHORITY);
    boolean byOrder = paper == Paper.REVIEW && !facts.visit().isPresent();
    boolean may =
        byOrder
            ? paper.mayBeIssuedBy(facts.role())
            : Paper.listAllowed(facts.role(), authority).contains(paper);
    if (!may) {
      add(PaperProblem.Code.NOT_ALLOWED, Inspected.AUTHORITY.name(), paper.label());
    }
    if (!byOrder && !facts.visit().isPresent()) {
      problems.add(PaperProblem.missing(PaperIssued.INSPECTION.name()));
    }
    if (paper == Paper.REVIEW && !facts.order().isPresent()) {
      problems.add(PaperProblem.missing(PaperIssued.ANSWERS.name()));
    }
  }

  /** One of each per visit; of reviews as many as there are rounds, but one a visit. */
  private void once() {
    String visit = facts.visit().map(FoldedRecord::subject).orElse("");
    for (PaperRecord other : facts.issued()) {
      boolean same = other.paper().filter(paper::equals).isPresent();
      boolean holds = other.state() == PaperState.ISSUED || other.state() == PaperState.WAITING;
      if (same && holds && !visit.isEmpty() && other.visit().equals(visit)) {
        String number = other.number().isEmpty() ? paper.label() : other.number();
        add(PaperProblem.Code.ALREADY_ISSUED, PaperIssued.PAPER.name(), number);
        return;
      }
    }
  }

  private void said(PaperContents contents) {
    need(contents.text(PaperContents.Part.BUREAU), "bureau");
    need(contents.text(PaperContents.Part.SITE), RecordFields.SITE.name());
    if (paper == Paper.CHECK_RECORD) {
      need(contents.text(PaperContents.Part.PLACE), "place");
      need(answers.from() == null ? "" : "from", "checked_from");
      need(answers.until() == null ? "" : "until", "checked_until");
    }
    if (answers.from() != null
        && answers.until() != null
        && answers.until().isBefore(answers.from())) {
      add(PaperProblem.Code.BAD_TIMES, "checked_until", "");
    }
    for (PaperLine line : contents.lines()) {
      if (line.text().isEmpty()) {
        problems.add(PaperProblem.missing(HazardFound.DESCRIPTION.name()));
        return;
      }
    }
  }

  private void officers() {
    int named = 0;
    for (Officer officer : answers.officers()) {
      if (!officer.name().trim().isEmpty()) {
        named++;
        if (paper != Paper.NOTICE && officer.certificate().trim().isEmpty()) {
          add(PaperProblem.Code.NO_CERTIFICATE, PaperIssued.OFFICERS.name(), officer.name());
        }
      }
    }
    if (named < paper.leastOfficers()) {
      String least = Integer.toString(paper.leastOfficers());
      add(PaperProblem.Code.TOO_FEW_OFFICERS, PaperIssued.OFFICERS.name(), least);
    }
  }

  private void deadlines(PaperContents contents) {
    for (PaperLine line : contents.lines()) {
      LocalDate deadline = line.deadline();
      if (deadline != null && deadline.isBefore(facts.date()) && paper != Paper.CHECK_RECORD) {
        add(
            PaperProblem.Code.BAD_DEADLINE,
            PaperIssued.DEADLINE.name(),
            PrintedDates.day(deadline));
        return;
      }
    }
  }

  private void answered(PaperContents contents) {
    int number = 0;
    for (PaperLine line : contents.lines()) {
      number++;
      if (line.passed() == null) {
        add(PaperProblem.Code.NOT_ANSWERED, "reviews", Integer.toString(number));
      }
    }
  }

  private void need(String text, String field) {
    if (text.trim().isEmpty()) {
      problems.add(PaperProblem.missing(field));
    }
  }

  private void add(PaperProblem.Code code, String field, String argument) {
    problems.add(new PaperProblem(code, field, argument));
  }
}
