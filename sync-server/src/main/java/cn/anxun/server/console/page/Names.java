package cn.anxun.server.console.page;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.IndicatorLabels;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.time.LocalDate;

/** What codes mean to people, as of a cut-off and in a language. */
public final class Names {
  private final CodeLists lists;
  private final Units units;
  private final Divisions divisions;
  private final LocalDate day;
  private final Texts texts;

  private Names(LedgerState state, Texts texts) {
    this.lists = CodeLists.at(state);
    this.units = Units.of(state.documentParts(Documents.UNITS));
    this.divisions = Divisions.at(state);
    this.day = state.cutoff().date();
    this.texts = texts;
  }

  public static Names at(LedgerState state, Texts texts) {
    return new Names(state, texts);
  }

  /** The value of a record type's field; as it is where it is no code. "" stands for 未填. */
  public String of(String type, String field, String value) {
    if (value.isEmpty()) {
      return texts.text("console.unset");
    }
    String state = "console.state." + value;
    return switch (field) {
      case "state" -> texts.has(state) ? texts.text(state) : value;
      case "unit" -> units.find(value).orElse(value);
      case "division" -> division(value);
      default -> english(type, field, value);
    };
  }

  private String division(String code) {
    return divisions.list().stream()
        .filter(one -> one.code().equals(code) && one.holdsOn(day))
        .map(Divisions.Division::name)
        .findFirst()
        .orElse(code);
  }

  private String english(String type, String field, String value) {
    return isEnglish()
        ? lists
            .find(type, field)
            .flatMap(list -> list.find(value))
            .map(CodeList.Item::english)
            .filter(english -> !english.isEmpty())
            .orElse(value)
        : value;
  }

  /** What people call a field. */
  public String field(String name) {
    return isEnglish() ? FieldLabels.english(name) : FieldLabels.chinese(name);
  }

  /** What people call a field of this type of record. */
  public String field(String type, String name) {
    return FieldLabels.of(ServerTexts.core(texts), type, name);
  }

  /** What people call a type of record. */
  public String type(String type) {
    String key = "record." + type;
    return texts.has(key) ? texts.text(key) : type;
  }

  /** What an indicator is called. */
  public String indicator(Indicator indicator) {
    return IndicatorLabels.name(ServerTexts.core(texts), indicator);
  }

  /** The unit of a figure. */
  public String unit(String unit) {
    return IndicatorLabels.unit(ServerTexts.core(texts), unit);
  }

  private boolean isEnglish() {
    return texts.equals(ServerTexts.ENGLISH);
  }
}
