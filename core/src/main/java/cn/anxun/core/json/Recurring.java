package cn.anxun.core.json;

import org.jspecify.annotations.Nullable;

/**
 * Keeps one of each text that comes again and again in the public part of a ledger: names of
 * fields, codes, days, divisions. What does not come again is soon displaced, so that this takes no
 * more than its room whatever is read. Safe for several threads, which at worst each keep their
 * own.
 */
public final class Recurring {
  private static final int SLOTS = 1 << 12;
  private static final int LONGEST_NAME = 32;
  private static final int LONGEST_TEXT = 20;

  private static final @Nullable String[] NAMES = new @Nullable String[SLOTS];
  private static final Json.@Nullable Text[] TEXTS = new Json.@Nullable Text[SLOTS];

  private Recurring() {}

  /** An equal name. */
  static String name(String name) {
    if (name.length() > LONGEST_NAME) {
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

  /** An equal value; not for what is personal, which would be held longer than it may be. */
  public static Json value(Json value) {
    return value instanceof Json.Text text ? kept(text) : value;
  }

  /** The text as JSON; as {@link #value}. */
  public static Json text(String text) {
    return kept(new Json.Text(text));
  }

  private static Json kept(Json.Text given) {
    String text = given.value();
    if (text.length() > LONGEST_TEXT) {
      return given;
    }
    int slot = slot(text);
    Json.Text kept = TEXTS[slot];
    if (kept != null && kept.value().equals(text)) {
      return kept;
    }
    TEXTS[slot] = given;
    return given;
  }

  private static int slot(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (SLOTS - 1);
  }
}
