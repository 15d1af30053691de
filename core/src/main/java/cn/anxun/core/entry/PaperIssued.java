package cn.anxun.core.entry;

import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.List;

/**
 * 执法文书: a paper handed to the site, as it stood when it was issued. What it says is frozen in
 * {@link #CONTENTS}; who is named in it and who signed stands apart, so that it can be erased.
 */
public record PaperIssued(Header header, Fields fields) implements Entry {

  /** 现场检查记录 责令限期整改指令书 整改复查意见书 告知单. */
  public static final Field<String> PAPER = Field.code("paper").asRequired();

  /** The number as printed; unset while 待编号. Typed in where another system gives numbers. */
  public static final Field<String> PAPER_NO = Field.text("paper_no", 60);

  /** The year of the number; unset where another system gives numbers. */
  public static final Field<Long> PAPER_YEAR = Field.integer("paper_year");

  /** The running number within paper and year, from 1. */
  public static final Field<Long> PAPER_SERIAL = Field.integer("paper_serial");

  /** The {@link NumbersReserved} entry that the number was taken from. */
  public static final Field<String> BLOCK = Field.reference("block");

  /** The visit at which it was issued. */
  public static final Field<String> INSPECTION = Field.reference("inspection");

  /** The 责令限期整改指令书 that a 整改复查意见书 answers. */
  public static final Field<String> ANSWERS = Field.reference("answers");

  /** The hazards it holds, in the order of its lines. */
  public static final Field<List<String>> HAZARDS = Field.references("hazards");

  /** The last day for the rectification that it orders. */
  public static final Field<LocalDate> DEADLINE = Field.date("deadline");

  /** What it says, without the names of persons; of the form that {@code PaperContents} reads. */
  public static final Field<Json> CONTENTS = Field.document("contents").asRequired();

  public static final Field<Boolean> REFUSED_TO_SIGN = Field.flag("refused_to_sign");
  public static final Field<String> REFUSAL_REASON = Field.text("refusal_reason", 400);

  /** {@code [{"name":…,"certificate":…}]}. */
  public static final Field<Json> OFFICERS = Field.document("officers").asPersonal();

  public static final Field<String> LEGAL_REPRESENTATIVE =
      Field.text("legal_representative", 40).asPersonal();

  /** The person in charge at the site. */
  public static final Field<String> SITE_PERSON = Field.text("site_person", 40).asPersonal();

  public static final Field<String> SITE_PHONE = Field.text("site_phone", 40).asPersonal();

  /** Who saw that the site refused to sign. */
  public static final Field<String> WITNESS = Field.text("witness", 40).asPersonal();

  /**
   * Signatures as strokes: {@code [{"who":"inspector"|"site"|"witness","name":…,"at":…,"width":…,
   * "height":…,"strokes":"M x,y x,y;M …"}]}.
   */
  public static final Field<Json> SIGNATURES = Field.document("signatures").asPersonal();

  public static final Kind KIND =
      Kind.opens(
          "PaperIssued",
          "paper",
          PaperIssued::new,
          PAPER,
          PAPER_NO,
          PAPER_YEAR,
          PAPER_SERIAL,
          BLOCK,
          INSPECTION,
          ANSWERS,
          HAZARDS,
          DEADLINE,
          CONTENTS,
          REFUSED_TO_SIGN,
          REFUSAL_REASON,
          OFFICERS,
          LEGAL_REPRESENTATIVE,
          SITE_PERSON,
          SITE_PHONE,
          WITNESS,
          SIGNATURES);

  @Override
  public Kind kind() {
    return KIND;
  }
}
