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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a row of a form came about, in words that a person can follow with a pocket calculator. */
final class RowWords {
  private static final Texts TEXTS = ServerTexts.CHINESE;

  private RowWords() {}

  static String of(FormResult form, RowResult result, Provenance provenance) {
    FormRow row = result.row();
    List<String> lines = new ArrayList<>();
    lines.add(TEXTS.text("evidence.words.row", form.definition().title(), row.level3()));
    lines.add(TEXTS.text("evidence.words.target", row.target()));
    row.adjustment()
        .ifPresent(
            by ->
                lines.add(
                    TEXTS.text(
                        "evidence.words.adjusted", by.original(), by.documentNo(), by.reason())));
    Optional<Figure> figure = result.figure();
    Optional<Measure> measure = row.measure();
    if (figure.isPresent() && measure.isPresent()) {
      lines.addAll(measured(figure.get(), measure.get()));
    } else {
      lines.add(TEXTS.text("evidence.words.typed", result.actualWithUnit()));
      lines.add(
          TEXTS.text(
              "evidence.words.basis",
              row.evidence().isEmpty() ? TEXTS.text("evidence.words.no-basis") : row.evidence()));
    }
    lines.addAll(score(result));
    lines.add(
        TEXTS.text(
            "report.provenance",
            Value.of(provenance.cutoff().date()).text(),
            String.valueOf(provenance.head().seq()),
            provenance.head().hash()));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> measured(Figure figure, Measure measure) {
    List<String> lines = new ArrayList<>();
    lines.add(TEXTS.text("evidence.words.measure", MeasureWords.of(measure)));
    lines.add(
        TEXTS.text(
            "evidence.words.period",
            figure.period().from().toString(),
            figure.period().until().toString()));
    if (measure instanceof Measure.Rate) {
      lines.add(
          TEXTS.text(
              "evidence.words.division",
              plain(figure.part()),
              plain(figure.whole()),
              figure.printed()));
      lines.add(TEXTS.text("evidence.words.gap", plain(figure.whole().subtract(figure.part()))));
    } else {
      lines.add(TEXTS.text("evidence.words.value", figure.printed() + figure.unit()));
    }
    lines.add(
        TEXTS.text("evidence.words.split", plain(figure.fromLedger()), plain(figure.fromTally())));
    lines.add(TEXTS.text("evidence.words.definition", JsonText.write(MeasureJson.write(measure))));
    return lines;
  }

  private static List<String> score(RowResult result) {
    List<String> lines = new ArrayList<>();
    if (!result.completion().isEmpty()) {
      lines.add(TEXTS.text("evidence.words.completion", result.completion()));
    }
    result
        .row()
        .weight()
        .ifPresent(
            weight ->
                lines.add(
                    TEXTS.text(
                        "evidence.words.score",
                        plain(weight),
                        result.score().map(BigDecimal::toPlainString).orElse("/"))));
    if (!result.row().reason().isEmpty()) {
      lines.add(TEXTS.text("evidence.words.reason", result.row().reason()));
    }
    return lines;
  }

  private static String plain(BigDecimal number) {
    return new BigDecimal(number.stripTrailingZeros().toPlainString()).toPlainString();
  }
}
