package cn.anxun.core.json;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one of each text that comes again and again in a ledger: names of fields, codes, days,
 * divisions, people. What does not come again is soon displaced, so that this takes no more than
 * its room whatever is read. Safe for several threads, which at worst each keep their own.
 */
public final class Recurring {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST = 20;

  private static final @Nullable String[] NAMES = new @Nullable String[SLOTS];
  private static final Json.@Nullable Text[] TEXTS = new Json.@Nullable Text[SLOTS];

  private Recurring() {}

  /** An equal name. */
  static String name(String name) {
    if (name.length() > LONGEST) {
      return name;
    }
    int slot = slot(name);
    String kept = NAMES[slot];
    if (kept != null && kept.equals(name)) {
      return kept;
    }
    NAMES[slot] = name;
    return name;
  }

  /** The text as JSON. */
  public static Json text(String text) {
    if (text.length() > LONGEST) {
      return new Json.Text(text);
    }
    int slot = slot(text);
    Json.Text kept = TEXTS[slot];
    if (kept != null && kept.value().equals(text)) {
      return kept;
    }
    Json.Text made = new Json.Text(text);
    TEXTS[slot] = made;
    return made;
  }

  private static int slot(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (SLOTS - 1);
  }
}
