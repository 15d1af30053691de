package cn.anxun.server.console.form;

import cn.anxun.core.text.Texts;

/** What the amounts of a form's budget are called. */
final class BudgetWords {
  private BudgetWords() {}

  /** With its unit; a name that is not known stands as it is. */
  static String label(Texts texts, String name) {
    String key = "console.form.budget." + name;
    return texts.has(key) ? texts.text(key) : name;
  }
}
