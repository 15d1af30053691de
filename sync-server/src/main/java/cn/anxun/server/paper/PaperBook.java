package cn.anxun.server.paper;

import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.Entry;
import cn.anxun.core.entry.NumbersReserved;
import cn.anxun.core.entry.NumbersReturned;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.entry.PapersRevised;
import cn.anxun.core.ledger.LedgerEntry;
import cn.anxun.core.ledger.SubjectHistory;
import cn.anxun.core.paper.NumberBlock;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.paper.Register;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.storage.BureauLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The papers and numbers of one bureau, read on from where it was read last: once whatever opens a
 * paper or a block of numbers, then what is new. Safe for several threads.
 */
public final class PaperBook {
  /** What else is said of papers is read paper by paper. */
  private static final List<String> OPENINGS =
      List.of(PaperIssued.KIND.name(), NumbersReserved.KIND.name(), NumbersReturned.KIND.name());

  private final BureauLedger ledger;
  private final List<NumberBlock> blocks = new ArrayList<>();
  private final List<NumberBlock> returned = new ArrayList<>();
  private final Map<String, Optional<PaperRecord>> papers = new LinkedHashMap<>();
  private final Map<String, Long> seqs = new HashMap<>();
  private long read;

  PaperBook(BureauLedger ledger) {
    this.ledger = ledger;
  }

  private void catchUp() {
    long last = ledger.lastSeq();
    if (read == 0) {
      ledger.scanKinds(0, last, OPENINGS, this::take);
    } else if (last > read) {
      ledger.scan(read, last, this::take);
    }
    read = last;
  }

  private void take(LedgerEntry stamped) {
    Entry entry = stamped.entry();
    boolean byOffice = stamped.stamp().role().mayEditDocuments();
    if (entry instanceof PaperIssued) {
      papers.put(entry.subject(), Optional.empty());
    } else if (entry instanceof NumbersReserved && byOffice) {
      NumberBlock.of(entry.id(), entry.fields())
          .ifPresent(
              block -> {
                blocks.add(block);
                seqs.put(block.entry(), stamped.stamp().seq());
              });
    } else if (entry instanceof NumbersReturned && byOffice) {
      NumberBlock.of(entry.id(), entry.fields()).ifPresent(returned::add);
    } else {
      papers.computeIfPresent(entry.subject(), (subject, record) -> Optional.empty());
    }
  }

  /** All papers, void ones too. */
  public synchronized List<PaperRecord> papers() {
    catchUp();
    List<PaperRecord> list = new ArrayList<>();
    for (String subject : new ArrayList<>(papers.keySet())) {
      find(subject).ifPresent(list::add);
    }
    return list;
  }

  /** The paper of this subject, void or not. */
  public synchronized Optional<PaperRecord> find(String subject) {
    catchUp();
    Optional<PaperRecord> known = papers.get(subject);
    if (known == null || known.isPresent()) {
      return known == null ? Optional.empty() : known;
    }
    Optional<PaperRecord> record =
        PaperRecord.of(SubjectHistory.of(subject, ledger.listSubject(subject, read)));
    papers.put(subject, record);
    return record;
  }

  /** What was given out, in the order of the ledger. */
  public synchronized List<NumberBlock> blocks() {
    catchUp();
    return new ArrayList<>(blocks);
  }

  /** What was given back. */
  public synchronized List<NumberBlock> returned() {
    catchUp();
    return new ArrayList<>(returned);
  }

  /** Whether numbers were skipped after this seq, as is done once after a restore. */
  synchronized boolean hasSkippedAfter(long seq) {
    catchUp();
    return blocks.stream()
        .anyMatch(block -> block.skipped() && seqs.getOrDefault(block.entry(), 0L) > seq);
  }

  /** How the bureau words and numbers its papers now. */
  public PaperTemplates templates() {
    return PaperTemplates.of(
        revision()
            .map(DocumentRevision::fields)
            .map(fields -> fields.raw(PapersRevised.DOCUMENT.name()))
            .orElse(null));
  }

  /** The wording that holds; empty where the office has none of its own. */
  public Optional<DocumentRevision> revision() {
    return LedgerFold.reduceDocument(
        SubjectHistory.of(
            Documents.PAPERS, ledger.listSubject(Documents.PAPERS, ledger.lastSeq())));
  }

  /** Every number with what became of it. */
  public Register register() {
    return Register.of(templates(), papers(), blocks(), returned());
  }

  /** The number after the last one given out. What somebody typed on a paper moves it nowhere. */
  long next(Paper paper, int year, PaperTemplates templates) {
    return next(paper, year, templates, Long.MAX_VALUE);
  }

  /** The number after the last one given out by this seq of the ledger. */
  synchronized long next(Paper paper, int year, PaperTemplates templates, long upTo) {
    long next = templates.get(paper).first(year);
    for (NumberBlock block : blocks()) {
      if (block.isOf(paper, year)
          && block.last() <= Register.MOST
          && seqs.getOrDefault(block.entry(), 0L) <= upTo) {
        next = Math.max(next, block.last() + 1);
      }
    }
    return next;
  }

  /** The numbers that stand on papers, void ones too. */
  Collection<Long> serials(Paper paper, int year) {
    List<Long> serials = new ArrayList<>();
    for (PaperRecord record : papers()) {
      long of = record.fields().find(PaperIssued.PAPER_YEAR).orElse(0L);
      long serial = record.fields().find(PaperIssued.PAPER_SERIAL).orElse(0L);
      if (record.paper().filter(paper::equals).isPresent() && of == year && serial > 0) {
        serials.add(serial);
      }
    }
    return serials;
  }
}
