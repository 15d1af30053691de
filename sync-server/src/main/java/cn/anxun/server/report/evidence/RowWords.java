package cn.anxun.server.report.evidence;

import cn.anxun.core.form.FormResult;
import cn.anxun.core.form.FormResult.RowResult;
import cn.anxun.core.form.FormRow;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.indicator.Measure;
import cn.anxun.core.indicator.MeasureJson;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.report.Provenance;
import cn.anxun.server.report.Value;
import cn.anxun.server.text.ServerTexts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a row of a form came about, in words that a person can follow with a pocket calculator. */
public final class RowWords {
  private final Texts texts;
  private final MeasureWords measures;

  /** Words in this language. */
  public RowWords(Texts texts) {
    this.texts = texts;
    this.measures = new MeasureWords(texts);
  }

  /** A line for each step from the target to the score, and of what ledger it speaks. */
  public List<String> lines(FormResult form, RowResult result, Provenance provenance) {
    FormRow row = result.row();
    List<String> lines = new ArrayList<>();
    lines.add(texts.text("evidence.words.row", form.definition().title(), row.level3()));
    lines.add(texts.text("evidence.words.target", row.target()));
    row.adjustment()
        .ifPresent(
            by ->
                lines.add(
                    texts.text(
                        "evidence.words.adjusted", by.original(), by.documentNo(), by.reason())));
    Optional<Figure> figure = result.figure();
    Optional<Measure> measure = row.measure();
    if (figure.isPresent() && measure.isPresent()) {
      lines.addAll(measured(figure.get(), measure.get()));
    } else {
      lines.add(texts.text("evidence.words.typed", result.actualWithUnit()));
      lines.add(
          texts.text(
              "evidence.words.basis",
              row.evidence().isEmpty() ? texts.text("evidence.words.no-basis") : row.evidence()));
    }
    lines.addAll(score(result));
    lines.add(
        texts.text(
            "report.provenance",
            day(provenance.cutoff().date()),
            String.valueOf(provenance.head().seq()),
            provenance.head().hash()));
    return lines;
  }

  private String day(LocalDate day) {
    return texts.equals(ServerTexts.ENGLISH) ? day.toString() : Value.of(day).text();
  }

  private List<String> measured(Figure figure, Measure measure) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.text("evidence.words.measure", measures.of(measure)));
    lines.add(
        texts.text(
            "evidence.words.period",
            figure.period().from().toString(),
            figure.period().until().toString()));
    if (measure instanceof Measure.Rate) {
      lines.add(
          texts.text(
              "evidence.words.division",
              plain(figure.part()),
              plain(figure.whole()),
              figure.printed()));
      lines.add(texts.text("evidence.words.gap", plain(figure.whole().subtract(figure.part()))));
    } else {
      lines.add(texts.text("evidence.words.value", figure.printed() + figure.unit()));
    }
    lines.add(
        texts.text("evidence.words.split", plain(figure.fromLedger()), plain(figure.fromTally())));
    lines.add(texts.text("evidence.words.definition", JsonText.write(MeasureJson.write(measure))));
    return lines;
  }

  private List<String> score(RowResult result) {
    List<String> lines = new ArrayList<>();
    if (!result.completion().isEmpty()) {
      lines.add(texts.text("evidence.words.completion", result.completion()));
    }
    result
        .row()
        .weight()
        .ifPresent(
            weight ->
                lines.add(
                    texts.text(
                        "evidence.words.score",
                        plain(weight),
                        result.score().map(BigDecimal::toPlainString).orElse("/"))));
    if (!result.row().reason().isEmpty()) {
      lines.add(texts.text("evidence.words.reason", result.row().reason()));
    }
    return lines;
  }

  private static String plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString()).toPlainString();
  }
}
