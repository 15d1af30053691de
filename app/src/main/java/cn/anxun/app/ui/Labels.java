package cn.anxun.app.ui;

import android.content.Context;
import androidx.annotation.StringRes;
import cn.anxun.app.R;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.EntryProblem;
import cn.anxun.core.entry.FieldLabels;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.indicator.Indicator;
import cn.anxun.core.indicator.IndicatorLabels;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.FoldedRecord;
import cn.anxun.core.text.Texts;

/** What fields, coded values and records are called in the language of the screen. */
public final class Labels {
  /** The texts that name a record, the first that it has. */
  private static final String[] NAMES = {
    "description", "name", "title", "action", "service", "hazard", "measured"
  };

  private Labels() {}

  /** The sentences of core in the language of the screen. */
  public static Texts texts(Context context) {
    return Texts.of(context.getResources().getConfiguration().getLocales().get(0));
  }

  /** Why an entry was not taken. */
  public static String problem(Context context, EntryProblem problem) {
    return problem.sentence(texts(context));
  }

  public static String indicator(Context context, Indicator indicator) {
    return IndicatorLabels.name(texts(context), indicator);
  }

  /** What a figure is counted in, such as 人次. */
  public static String unit(Context context, String unit) {
    return IndicatorLabels.unit(texts(context), unit);
  }

  /** Whether the screen is in Chinese. */
  public static boolean isChinese(Context context) {
    return texts(context).equals(Texts.CHINESE);
  }

  /** What people call the field. */
  public static String field(Context context, String name) {
    return FieldLabels.of(texts(context), name);
  }

  public static String code(Context context, CodeList.Item item) {
    return isChinese(context) || item.english().isEmpty() ? item.value() : item.english();
  }

  /** The label of a coded value; the value itself where the list lacks it. */
  public static String code(Context context, CodeList list, String value) {
    return list.find(value).map(item -> code(context, item)).orElse(value);
  }

  /** The value of a record type's field; as it is where its list has no English for it. */
  public static String code(Context context, String type, String field, String value) {
    return CodeLists.shipped()
        .find(type, field)
        .map(list -> code(context, list, value))
        .orElse(value);
  }

  /** A type of record as measures name it, such as drill; its own name for the office's kinds. */
  public static String recordType(Context context, String type) {
    @StringRes
    int name =
        switch (type) {
          case "hazard" -> R.string.ui_type_hazard;
          case "inspection" -> R.string.ui_type_inspection;
          case "site" -> R.string.ui_type_site;
          case "drill" -> R.string.ui_type_drill;
          case "training" -> R.string.ui_type_training;
          case "publicity" -> R.string.ui_type_publicity;
          case "enforcement" -> R.string.ui_type_enforcement;
          case "accident" -> R.string.ui_type_accident;
          case "response" -> R.string.ui_type_response;
          case "plan" -> R.string.ui_type_plan;
          case "service" -> R.string.ui_type_service;
          case "tally" -> R.string.ui_type_tally;
          case "planned_site" -> R.string.ui_type_planned_site;
          case "grid" -> R.string.ui_type_grid;
          default -> 0;
        };
    return name == 0 ? type : context.getString(name);
  }

  /** What a record is called in a list: what it says of itself, else its type and number. */
  public static String record(Context context, FoldedRecord record) {
    return record(context, record.type(), record.fields());
  }

  /** The same of a type of record with these fields. */
  public static String record(Context context, String type, Fields fields) {
    for (String name : NAMES) {
      if (fields.raw(name) instanceof Json.Text text && !text.value().trim().isEmpty()) {
        return name.equals("measured")
            ? context.getString(R.string.ui_tally_of, recordType(context, text.value().trim()))
            : text.value().trim();
      }
    }
    return (recordType(context, type) + ' ' + fields.text(RecordFields.NUMBER)).trim();
  }
}
