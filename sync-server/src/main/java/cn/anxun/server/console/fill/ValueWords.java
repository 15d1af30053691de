package cn.anxun.server.console.fill;

import cn.anxun.core.text.Texts;

/** What the names of values are called: {@code row.隐患整改率.actual} is 隐患整改率 · 实际完成值. */
final class ValueWords {
  private final Texts texts;

  ValueWords(Texts texts) {
    this.texts = texts;
  }

  String of(String name) {
    int first = name.indexOf('.');
    int last = name.lastIndexOf('.');
    String group = first < 0 ? "" : name.substring(0, first);
    if (first < last && (group.equals("row") || group.equals("indicator"))) {
      String part = "console.tie.part." + name.substring(last + 1);
      String about = name.substring(first + 1, last);
      String key = group.equals("row") ? "console.tie.of-row" : "console.tie.of-indicator";
      return texts.text(key, about, texts.has(part) ? texts.text(part) : name.substring(last + 1));
    }
    if (group.equals("budget")) {
      String amount = "console.form.budget." + name.substring(first + 1);
      return texts.has(amount) ? texts.text(amount) : name;
    }
    String key = "console.tie.value." + name;
    return texts.has(key) ? texts.text(key) : name;
  }
}
