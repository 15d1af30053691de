package cn.anxun.app.ui;

import android.content.Context;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.entry.FieldLabels;
import java.util.Locale;

/** Coded values and the names of fields, in the language of the screen. */
public final class CodeText {
  private CodeText() {}

  /** The value of a record type's field; as it is where its list has no English for it. */
  public static String of(Context context, String type, String field, String value) {
    if (isChinese(context)) {
      return value;
    }
    return CodeLists.shipped()
        .find(type, field)
        .flatMap(list -> list.find(value))
        .map(CodeList.Item::english)
        .filter(english -> !english.isEmpty())
        .orElse(value);
  }

  /** What people call the field. */
  public static String label(Context context, String field) {
    return isChinese(context) ? FieldLabels.chinese(field) : FieldLabels.english(field);
  }

  /** Whether the screen is in Chinese. */
  public static boolean isChinese(Context context) {
    Locale locale = context.getResources().getConfiguration().getLocales().get(0);
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }
}
