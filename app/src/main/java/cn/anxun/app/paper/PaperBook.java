package cn.anxun.app.paper;

import androidx.annotation.WorkerThread;
import cn.anxun.app.data.local.PaperNumbers;
import cn.anxun.app.data.local.RecordItem;
import cn.anxun.app.data.local.RoomPhoneStore;
import cn.anxun.app.record.Author;
import cn.anxun.app.record.PaperDocument;
import cn.anxun.app.record.Recorder;
import cn.anxun.app.record.Records;
import cn.anxun.app.record.Timelines;
import cn.anxun.app.setting.Settings;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.ledger.Stamp;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.paper.Officer;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperAnswers;
import cn.anxun.core.paper.PaperBuilder;
import cn.anxun.core.paper.PaperDraft;
import cn.anxun.core.paper.PaperFacts;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.paper.VisitPapers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

/** Reads what papers are made of, and those that there are. Never on the main thread. */
public final class PaperBook {
  private static final String CERTIFICATE = "paper.certificate/";

  private final RoomPhoneStore store;
  private final PaperNumbers numbers;
  private final Records records;
  private final Timelines timelines;
  private final PaperDocument document;
  private final Recorder recorder;
  private final Author author;
  private final Settings settings;

  @Inject
  PaperBook(
      RoomPhoneStore store,
      PaperNumbers numbers,
      Records records,
      Timelines timelines,
      PaperDocument document,
      Recorder recorder,
      Author author,
      Settings settings) {
    this.store = store;
    this.numbers = numbers;
    this.records = records;
    this.timelines = timelines;
    this.document = document;
    this.recorder = recorder;
    this.author = author;
    this.settings = settings;
  }

  /** How the bureau words and numbers its papers, as this phone knows it. */
  @WorkerThread
  public PaperTemplates templates() {
    return document.templates();
  }

  /** The paper of this subject, void or not. */
  @WorkerThread
  public Optional<PaperRecord> find(String subject) {
    return PaperRecord.of(SubjectHistory.of(subject, store.listSubject(subject, Stamp.UNSENT)));
  }

  /** Those of a visit, or answering an order; void ones too. */
  @WorkerThread
  public List<PaperRecord> listAbout(String about) {
    return read(numbers.listAbout(about));
  }

  /** The latest that were issued on this phone; void ones too. */
  @WorkerThread
  public List<PaperRecord> listIssued(int count) {
    return read(numbers.listIssued(count));
  }

  private List<PaperRecord> listValid(String about) {
    List<PaperRecord> papers = listAbout(about);
    papers.removeIf(other -> other.state() == PaperState.VOID);
    return papers;
  }

  /** The visit with what its papers say of it, whoever issued them. */
  @WorkerThread
  public Optional<FoldedRecord> visit(String subject) {
    return timelines.record(subject, recorder.today()).map(this::told);
  }

  /** As {@link #visit}, where the visit has been read already. */
  @WorkerThread
  public FoldedRecord told(FoldedRecord visit) {
    return new VisitPapers(listAbout(visit.subject())).told(visit);
  }

  /** The numbers of papers that were typed at the visit, "" for those of which none was. */
  @WorkerThread
  public Map<Paper, String> typed(String visit) {
    Optional<FoldedRecord> said = timelines.record(visit, recorder.today());
    Map<Paper, String> typed = new EnumMap<>(Paper.class);
    for (Paper sort : Paper.values()) {
      typed.put(sort, said.map(of -> VisitPapers.typed(of.fields(), sort)).orElse(""));
    }
    return typed;
  }

  private List<PaperRecord> read(List<String> subjects) {
    List<PaperRecord> papers = new ArrayList<>();
    for (String subject : subjects) {
      find(subject).ifPresent(papers::add);
    }
    return papers;
  }

  /** What may be issued at this visit, in the order in which it is done. */
  @WorkerThread
  public List<Paper> listAllowed(String inspection) {
    String authority =
        timelines
            .record(inspection, recorder.today())
            .map(visit -> visit.fields().text(Inspected.AUTHORITY))
            .orElse("");
    return Paper.listAllowed(author.role(), authority);
  }

  /**
   * What the ledger says for a paper.
   *
   * @param about the visit; for {@link Paper#REVIEW} the order
   */
  @WorkerThread
  public PaperFacts facts(Paper paper, String about) {
    LocalDate today = recorder.today();
    if (paper == Paper.REVIEW) {
      Optional<PaperRecord> order = find(about);
      List<FoldedRecord> hazards = new ArrayList<>();
      for (String hazard :
          order.map(found -> found.fields().texts(PaperIssued.HAZARDS)).orElse(List.of())) {
        timelines.record(hazard, today).ifPresent(hazards::add);
      }
      return new PaperFacts(
          author.bureauName(),
          author.role(),
          today,
          Optional.empty(),
          order.flatMap(found -> timelines.record(found.site(), today)),
          hazards,
          order,
          listValid(about));
    }
    Optional<FoldedRecord> visit = visit(about);
    List<FoldedRecord> hazards = new ArrayList<>();
    for (RecordItem item : records.listFoundBy(about)) {
      timelines.record(item.record().subject(), today).ifPresent(hazards::add);
    }
    return new PaperFacts(
        author.bureauName(),
        author.role(),
        today,
        visit,
        visit.flatMap(found -> timelines.record(found.fields().text(RecordFields.SITE), today)),
        hazards,
        Optional.empty(),
        listValid(about));
  }

  /**
   * What may be filled in without asking: the check began when the visit was begun on this phone,
   * and ends now, where both are of one day.
   */
  @WorkerThread
  public PaperAnswers suggested(PaperFacts facts, Instant now) {
    PaperAnswers said = facts.suggested();
    LocalDateTime until = now.atZone(Dates.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
    LocalDateTime from =
        facts
            .visit()
            .map(visit -> begun(visit.subject()).atZone(Dates.ZONE).toLocalDateTime())
            .map(begun -> begun.truncatedTo(ChronoUnit.MINUTES))
            .filter(begun -> begun.toLocalDate().equals(until.toLocalDate()))
            .orElse(null);
    Set<String> names = new LinkedHashSet<>();
    names.add(author.name());
    for (Officer officer : said.officers()) {
      names.add(officer.name());
    }
    facts.order().ifPresent(order -> order.officers().forEach(one -> names.add(one.name())));
    List<Officer> officers = new ArrayList<>();
    for (String name : names) {
      officers.add(new Officer(name, certificate(name)));
    }
    return said.withOfficers(officers).withTimes(from, from == null ? null : until);
  }

  /** When an id was made: its first 48 bits, in milliseconds since 1970 (UUIDv7). */
  private static Instant begun(String id) {
    try {
      return Instant.ofEpochMilli(Long.parseLong(id.replace("-", "").substring(0, 12), 16));
    } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
      return Instant.EPOCH;
    }
  }

  /** The number of this officer's certificate as it was filled in last on this phone. */
  @WorkerThread
  public String certificate(String name) {
    return settings.find(CERTIFICATE + name).orElse("");
  }

  /** Keeps the numbers of certificates, which are asked for once. */
  @WorkerThread
  void remember(List<Officer> officers) {
    for (Officer officer : officers) {
      if (!officer.certificate().trim().isEmpty()) {
        settings.put(CERTIFICATE + officer.name().trim(), officer.certificate().trim());
      }
    }
  }

  /** The paper as it stands in the form; a review answers what was found until now. */
  @WorkerThread
  public PaperDraft draft(PaperForm form) {
    PaperFacts facts = facts(form.paper(), form.about());
    PaperAnswers answers =
        form.paper() == Paper.REVIEW ? form.answers().withReviews(facts.reviews()) : form.answers();
    return PaperBuilder.build(templates(), form.paper(), facts, answers);
  }
}
