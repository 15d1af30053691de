package cn.anxun.core.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.paper.PaperContents.Part;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a paper of what the ledger and a person say. The same on phone and server, and a function
 * of what it is given: it reads no clock.
 */
public final class PaperBuilder {
  private final PaperTemplates templates;
  private final PaperTemplate template;
  private final Paper paper;
  private final PaperFacts facts;
  private final PaperAnswers answers;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  private PaperBuilder(
      PaperTemplates templates, Paper paper, PaperFacts facts, PaperAnswers answers) {
    this.templates = templates;
    this.template = templates.get(paper);
    this.paper = paper;
    this.facts = facts;
    this.answers = answers;
  }

  /** The paper as it would be issued, and what keeps it from being. */
  public static PaperDraft build(
      PaperTemplates templates, Paper paper, PaperFacts facts, PaperAnswers answers) {
    return new PaperBuilder(templates, paper, facts, answers).draft();
  }

  private PaperDraft draft() {
    List<FoldedRecord> held = held();
    List<PaperLine> lines = paper == Paper.REVIEW ? reviewed() : found(held);
    put(values, "count", Integer.toString(lines.size()));
    head();
    body(lines);
    PaperContents contents = new PaperContents(texts, lines);
    return new PaperDraft(
        fields(contents, held), PaperChecks.of(paper, facts, answers, contents, held));
  }

  /** An order holds what was not fixed on the spot; all others every hazard. */
  private List<FoldedRecord> held() {
    List<FoldedRecord> held = new ArrayList<>();
    for (FoldedRecord hazard : facts.hazards()) {
      if (paper != Paper.ORDER || !hazard.fields().is(HazardFound.FIXED_ON_THE_SPOT)) {
        held.add(hazard);
      }
    }
    return held;
  }

  private List<PaperLine> found(List<FoldedRecord> held) {
    List<PaperLine> lines = new ArrayList<>();
    for (FoldedRecord hazard : held) {
      boolean fixed = hazard.fields().is(HazardFound.FIXED_ON_THE_SPOT);
      LocalDate deadline = fixed ? null : deadline(hazard);
      StringBuilder handling = new StringBuilder();
      if (fixed) {
        handling.append(template.text(PaperText.ON_THE_SPOT));
      } else if (deadline != null) {
        handling.append(withDeadline(PaperText.BY_DEADLINE, deadline));
      }
      if (!fixed && isMajor(hazard)) {
        handling.append(template.text(PaperText.MAJOR));
      }
      lines.add(
          new PaperLine(
              hazard.subject(),
              hazard.fields().text(HazardFound.DESCRIPTION),
              hazard.fields().text(HazardFound.LEGAL_BASIS),
              handling.toString(),
              deadline,
              null));
    }
    return lines;
  }

  private List<PaperLine> reviewed() {
    List<PaperLine> lines = new ArrayList<>();
    if (!facts.order().isPresent()) {
      return lines;
    }
    for (PaperLine ordered : facts.order().get().contents().lines()) {
      PaperAnswers.Answer answer = answers.reviews().get(ordered.hazard());
      if (answer == null) {
        lines.add(
            new PaperLine(
                ordered.hazard(), ordered.text(), ordered.basis(), "", null, (Boolean) null));
        continue;
      }
      LocalDate next = answer.passed() ? null : answer.deadline();
      if (!answer.passed() && next == null && answer.opinion().isEmpty()) {
        next = template.deadline(facts.date());
      }
      String standard =
          next == null ? template.text(PaperText.PASSED) : withDeadline(PaperText.FAILED, next);
      lines.add(
          new PaperLine(
              ordered.hazard(),
              ordered.text(),
              ordered.basis(),
              answer.opinion().isEmpty() ? standard : answer.opinion(),
              next,
              answer.passed()));
    }
    return lines;
  }

  private LocalDate deadline(FoldedRecord hazard) {
    LocalDate own = PaperFacts.deadline(hazard).orElse(null);
    if (own != null) {
      return own;
    }
    LocalDate said = answers.deadline();
    return said == null ? template.deadline(facts.date()) : said;
  }

  private static boolean isMajor(FoldedRecord hazard) {
    return hazard.fields().text(HazardFound.LEVEL).contains("重大")
        || hazard.fields().is(HazardFound.MAJOR_FIRE);
  }

  private void head() {
    Fields site = facts.site().map(FoldedRecord::fields).orElse(Fields.NONE);
    String own = templates.bureau(PaperTemplates.NAME);
    set(Part.TITLE, template.text(PaperText.TITLE));
    set(Part.BUREAU, own.isEmpty() ? facts.bureau() : own);
    set(Part.SITE, site.text(SiteRegistered.NAME));
    set(Part.ADDRESS, site.text(SiteRegistered.ADDRESS));
    set(Part.POSITION, answers.party().position());
    set(Part.PLACE, answers.place());
    set(Part.FROM, time(answers.from()));
    set(Part.UNTIL, time(answers.until()));
    set(Part.DATE, PrintedDates.day(facts.date()));
    for (Part part : new Part[] {Part.BUREAU, Part.SITE, Part.PLACE, Part.FROM, Part.UNTIL}) {
      put(values, part.wire(), texts.getOrDefault(part.wire(), ""));
    }
    put(values, "check", check());
    set(Part.CONTENT, filled(PaperText.CONTENT));
    put(values, "date", PrintedDates.day(facts.date()));
    put(values, "government", templates.bureau(PaperTemplates.GOVERNMENT));
    put(values, "court", templates.bureau(PaperTemplates.COURT));
    if (paper == Paper.REVIEW && facts.order().isPresent()) {
      set(Part.ANSWERED_NO, facts.order().get().number());
      set(Part.ANSWERED_ON, PrintedDates.day(facts.order().get().date()));
    }
  }

  /** What kind of check it was, with the campaigns that it served. */
  private String check() {
    Fields visit = facts.visit().map(FoldedRecord::fields).orElse(Fields.NONE);
    String said = visit.text(Inspected.CHECK);
    String kind = said.isEmpty() ? "现场" : said;
    boolean whole = kind.endsWith("查") || kind.endsWith("核实");
    String check = whole ? kind : kind + "检查";
    String campaigns = String.join("、", visit.texts(RecordFields.CAMPAIGN));
    return campaigns.isEmpty() ? check : check + "：" + campaigns;
  }

  private void body(List<PaperLine> lines) {
    LocalDate last = last(lines);
    put(values, "deadline", last == null ? "" : PrintedDates.day(last));
    set(Part.OPENING, filled(PaperText.OPENING));
    set(Part.SITUATION, filled(lines.isEmpty() ? PaperText.NONE : PaperText.FOUND));
    set(Part.LEGAL_BASIS, filled(PaperText.LEGAL_BASIS));
    set(Part.REQUIREMENT, requirement(lines));
    set(
        Part.HANDLING,
        answers.handling().isEmpty() ? filled(PaperText.HANDLING) : answers.handling());
    set(Part.REMEDIES, filled(PaperText.REMEDIES));
    set(Part.COPIES, filled(PaperText.COPIES));
  }

  /** Said once for each deadline, with the lines that it is about. */
  private String requirement(List<PaperLine> lines) {
    Map<LocalDate, List<String>> byDeadline = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      LocalDate deadline = lines.get(i).deadline();
      if (deadline != null) {
        byDeadline.computeIfAbsent(deadline, day -> new ArrayList<>()).add(Integer.toString(i + 1));
      }
    }
    return byDeadline.entrySet().stream()
        .map(
            one -> {
              Map<String, String> with = new HashMap<>(values);
              with.put("items", String.join("、", one.getValue()));
              with.put("deadline", PrintedDates.day(one.getKey()));
              return Placeholders.fill(template.text(PaperText.REQUIREMENT), with);
            })
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private Fields fields(PaperContents contents, List<FoldedRecord> held) {
    Fields.Builder fields = Fields.builder();
    fields.set(PaperIssued.PAPER, paper.label());
    facts.visit().ifPresent(visit -> fields.set(PaperIssued.INSPECTION, visit.subject()));
    Fields of = facts.visit().map(FoldedRecord::fields).orElse(siteFields());
    for (String name : new String[] {"unit", "division", "industry", "site_kind", "site"}) {
      fields.raw(name, of.raw(name));
    }
    facts.site().ifPresent(site -> fields.set(RecordFields.SITE, site.subject()));
    facts.order().ifPresent(order -> fields.set(PaperIssued.ANSWERS, order.id()));
    List<String> hazards = new ArrayList<>();
    if (paper == Paper.REVIEW) {
      contents.lines().forEach(line -> hazards.add(line.hazard()));
    } else {
      held.forEach(hazard -> hazards.add(hazard.subject()));
    }
    fields.set(PaperIssued.HAZARDS, hazards);
    LocalDate last = last(contents.lines());
    if (last != null) {
      fields.set(PaperIssued.DEADLINE, last);
    }
    fields.set(PaperIssued.CONTENTS, contents.json());
    fields.set(PaperIssued.OFFICERS, Officer.json(answers.officers()));
    person(fields, PaperIssued.LEGAL_REPRESENTATIVE.name(), answers.party().legalRepresentative());
    person(fields, PaperIssued.SITE_PERSON.name(), answers.party().person());
    person(fields, PaperIssued.SITE_PHONE.name(), answers.party().phone());
    return fields.build();
  }

  private Fields siteFields() {
    return facts.site().map(FoldedRecord::fields).orElse(Fields.NONE);
  }

  private static void person(Fields.Builder fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.raw(name, Json.of(value));
    }
  }

  private String withDeadline(PaperText text, LocalDate deadline) {
    Map<String, String> with = new HashMap<>(values);
    with.put("deadline", PrintedDates.day(deadline));
    return Placeholders.fill(template.text(text), with);
  }

  /** Without the names of persons, whose places stay. */
  private String filled(PaperText text) {
    return Placeholders.fill(template.text(text), values);
  }

  private void set(Part part, String text) {
    put(texts, part.wire(), text);
  }

  private static void put(Map<String, String> map, String name, String text) {
    if (!text.isEmpty()) {
      map.put(name, text);
    }
  }

  private static @Nullable LocalDate last(List<PaperLine> lines) {
    LocalDate last = null;
    for (PaperLine line : lines) {
      LocalDate deadline = line.deadline();
      if (deadline != null && (last == null || deadline.isAfter(last))) {
        last = deadline;
      }
    }
    return last;
  }

  private static String time(@Nullable LocalDateTime time) {
    return time == null ? "" : PrintedDates.time(time);
  }
}
