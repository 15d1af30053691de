package cn.anxun.core.paper;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.paper.PaperBlock.Column;
import cn.anxun.core.paper.PaperContents.Part;
import cn.anxun.core.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A paper as it is printed, in Chinese whoever reads it. Every legal content of the paper is in it:
 * time, place, findings and their handling, the signatures or the refusal (安全生产法第六十八条).
 */
public final class PaperLayout {
  private static final Texts TEXTS = Texts.CHINESE;

  private final Paper paper;
  private final Fields fields;
  private final PaperContents contents;
  private final String number;
  private final boolean named;
  private final List<PaperBlock> blocks = new ArrayList<>();

  private PaperLayout(Paper paper, Fields fields, boolean named) {
    this.paper = paper;
    this.fields = fields;
    this.named = named;
    this.contents = PaperContents.of(fields.raw(PaperIssued.CONTENTS.name()));
    this.number = fields.text(PaperIssued.PAPER_NO);
  }

  /**
   * The pieces of a paper.
   *
   * @param fields of a paper or of one to come
   * @param named whether the reader may see persons; else their places are said to be hidden
   */
  public static List<PaperBlock> of(Fields fields, boolean named) {
    Paper paper = Paper.find(fields.text(PaperIssued.PAPER)).orElse(Paper.NOTICE);
    return new PaperLayout(paper, fields, named).blocks();
  }

  /** As {@link #of(Fields, boolean)}; a void paper says first that it is, since when and why. */
  public static List<PaperBlock> of(PaperRecord paper, boolean named) {
    List<PaperBlock> blocks = of(paper.fields(), named);
    if (paper.state() == PaperState.VOID) {
      LocalDate day = paper.voidedOn();
      String on = day == null ? "" : PrintedDates.day(day);
      blocks.add(
          0, new PaperBlock.Annulled(TEXTS.text("paper.label.annulled", on, paper.voidReason())));
    }
    return blocks;
  }

  private List<PaperBlock> blocks() {
    head();
    if (paper == Paper.CHECK_RECORD) {
      parties();
    }
    paragraph(Part.OPENING);
    if (paper == Paper.REVIEW) {
      answered();
    }
    paragraph(Part.SITUATION);
    findings();
    paragraph(Part.REQUIREMENT);
    if (!contents.text(Part.LEGAL_BASIS).isEmpty()) {
      blocks.add(new PaperBlock.Row(label("legal-basis"), contents.text(Part.LEGAL_BASIS)));
    }
    paragraph(Part.HANDLING);
    paragraph(Part.REMEDIES);
    signatures();
    blocks.add(
        new PaperBlock.Closing(
            contents.text(Part.BUREAU),
            paper == Paper.CHECK_RECORD || paper == Paper.NOTICE ? "" : label("seal"),
            contents.text(Part.DATE)));
    if (!contents.text(Part.COPIES).isEmpty()) {
      blocks.add(new PaperBlock.Note(contents.text(Part.COPIES)));
    }
    return blocks;
  }

  private void head() {
    String kind = paper == Paper.NOTICE ? "" : label("kind");
    blocks.add(new PaperBlock.Head(contents.text(Part.BUREAU) + kind));
    String title = contents.text(Part.TITLE);
    blocks.add(new PaperBlock.Title(title.isEmpty() ? paper.label() : title));
    blocks.add(new PaperBlock.Numbering(number.isEmpty() ? label("waiting") : number));
  }

  private void parties() {
    row("site", contents.text(Part.SITE));
    row("address", contents.text(Part.ADDRESS));
    row("legal-representative", personal(fields.text(PaperIssued.LEGAL_REPRESENTATIVE)));
    row("site-person", personal(fields.text(PaperIssued.SITE_PERSON)));
    row("position", contents.text(Part.POSITION));
    row("phone", personal(fields.text(PaperIssued.SITE_PHONE)));
    row("place", contents.text(Part.PLACE));
    if (!contents.text(Part.CONTENT).isEmpty()) {
      row("content", contents.text(Part.CONTENT));
    }
    String from = contents.text(Part.FROM);
    String until = contents.text(Part.UNTIL);
    row("time", until.isEmpty() ? from : TEXTS.text("paper.label.from-until", from, until));
  }

  private void answered() {
    String no = contents.text(Part.ANSWERED_NO);
    blocks.add(
        new PaperBlock.Paragraph(
            TEXTS.text(
                "paper.label.answered",
                contents.text(Part.ANSWERED_ON),
                Paper.ORDER.label(),
                no.isEmpty() ? label("waiting") : no)));
  }

  private void findings() {
    if (contents.lines().isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    for (PaperLine line : contents.lines()) {
      List<String> row = new ArrayList<>();
      row.add(Integer.toString(rows.size() + 1));
      row.add(line.text());
      row.add(line.basis());
      row.add(line.handling());
      rows.add(row);
    }
    String last = paper == Paper.REVIEW ? "opinion" : paper == Paper.ORDER ? "demand" : "handling";
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(label("no"), 2));
    columns.add(new Column(label("finding"), 10));
    columns.add(new Column(label("basis"), 7));
    columns.add(new Column(label(last), 8));
    blocks.add(new PaperBlock.Table(columns, rows));
  }

  private void signatures() {
    List<Signature> signed =
        named ? Signature.list(fields.raw(PaperIssued.SIGNATURES.name())) : List.of();
    String officer = paper == Paper.NOTICE ? "visitors" : "officers";
    signing(officer, Signature.Who.INSPECTOR, signed, officers());
    boolean refused = fields.is(PaperIssued.REFUSED_TO_SIGN);
    String site =
        switch (paper) {
          case NOTICE -> "receiver";
          case REVIEW -> "reviewed-signature";
          default -> "site-signature";
        };
    String note = refused ? refusal() : "";
    signing(site, Signature.Who.SITE, signed, note);
    if (refused) {
      signing("witness", Signature.Who.WITNESS, signed, personal(fields.text(PaperIssued.WITNESS)));
    }
  }

  private void signing(String label, Signature.Who who, List<Signature> signed, String note) {
    List<Signature> own =
        signed.stream()
            .filter(signature -> signature.who() == who && !signature.strokes().isBlank())
            .collect(Collectors.toList());
    blocks.add(new PaperBlock.Signing(label(label), own, note));
  }

  private String refusal() {
    String reason = fields.text(PaperIssued.REFUSAL_REASON);
    return reason.isEmpty() ? label("refused") : TEXTS.text("paper.label.refused-for", reason);
  }

  /** Their names with the numbers of their certificates. */
  private String officers() {
    List<Officer> officers = Officer.list(fields.raw(PaperIssued.OFFICERS.name()));
    String names =
        officers.stream()
            .map(
                officer ->
                    officer.certificate().isEmpty()
                        ? officer.name()
                        : TEXTS.text("paper.label.officer", officer.name(), officer.certificate()))
            .collect(Collectors.joining("、"));
    return personal(names);
  }

  private void paragraph(Part part) {
    for (String text : persons(contents.text(part)).split("\n", -1)) {
      if (!text.isEmpty()) {
        boolean addresses = part == Part.OPENING && text.endsWith("：");
        blocks.add(new PaperBlock.Paragraph(text, !addresses));
      }
    }
  }

  /** With the names of persons in their places. */
  private String persons(String text) {
    List<Officer> officers = Officer.list(fields.raw(PaperIssued.OFFICERS.name()));
    Map<String, String> values = new HashMap<>();
    values.put(
        "officers", blank(officers.stream().map(Officer::name).collect(Collectors.joining("、"))));
    values.put(
        "certificates",
        blank(officers.stream().map(Officer::certificate).collect(Collectors.joining("、"))));
    return Placeholders.fill(text, values);
  }

  private String blank(String text) {
    String shown = personal(text);
    return shown.isEmpty() ? "________" : shown;
  }

  private String personal(String text) {
    return named || text.isEmpty() ? text : label("hidden");
  }

  private void row(String label, String value) {
    blocks.add(new PaperBlock.Row(label(label), value));
  }

  private static String label(String name) {
    return TEXTS.text("paper.label." + name);
  }
}
