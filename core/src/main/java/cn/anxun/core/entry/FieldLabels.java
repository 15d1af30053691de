package cn.anxun.core.entry;

import cn.anxun.core.text.Texts;

/** What people call a field. */
public final class FieldLabels {
  private FieldLabels() {}

  /** The Chinese label, or the name itself where there is none. */
  public static String chinese(String field) {
    return of(Texts.CHINESE, field);
  }

  /** The English label, or the name itself where there is none. */
  public static String english(String field) {
    return of(Texts.ENGLISH, field);
  }

  /** The label of a field as records of this type have it: 灾种 of a drill, 隐患 elsewhere. */
  public static String of(Texts texts, String type, String field) {
    String key = "field." + type + '.' + field;
    return texts.has(key) ? texts.text(key) : of(texts, field);
  }

  /** The label in the language of these texts, or the name itself where there is none. */
  public static String of(Texts texts, String field) {
    String key = "field." + field;
    return texts.has(key) ? texts.text(key) : field;
  }
}
