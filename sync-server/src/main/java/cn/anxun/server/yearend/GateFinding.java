package cn.anxun.server.yearend;

import cn.anxun.core.text.Texts;
import cn.anxun.server.text.ServerTexts;
import java.util.List;
import java.util.Locale;

/**
 * Something that should be settled before a year is closed.
 *
 * @param about what it is about: devices, subjects, hashes; sorted
 */
public record GateFinding(Type type, List<String> about) {
  private static final int SHOWN = 10;

  /** What can stand in the way; the sentence of each is {@code yearend.gate.TYPE}. */
  public enum Type {
    /** The year is not over. */
    YEAR_RUNNING,
    /** Devices that were not seen since the year's last day: what they hold may be missing. */
    DEVICE_UNSEEN,
    /** Records, sites or visits that look like doubles. */
    SUSPECTED_DOUBLE,
    /** Corrections that stand against each other. */
    CONFLICT,
    /** Corrections, voids and documents by those who may not, waiting for a decision. */
    PROPOSAL,
    /** Entries whose predecessor has not arrived. */
    WAITING,
    /** Entries of a kind that this version does not know. */
    UPGRADE_NEEDED,
    /** Photos and documents that entries name and that have not arrived. */
    ATTACHMENT_MISSING,
    /** Forms whose documents cannot be read; they are closed without. */
    FORM_UNREADABLE
  }

  public GateFinding {
    about = about.stream().distinct().sorted().toList();
  }

  /** The sentence for a person: how many there are, and the first few. */
  public String text(Texts language) {
    String key = "yearend.gate." + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    List<String> shown = about.subList(0, Math.min(SHOWN, about.size()));
    String names = String.join(", ", shown) + (about.size() > SHOWN ? ", …" : "");
    return language.text(key, about.size(), names);
  }

  /** The sentence in Chinese, and in English after it. */
  public String text() {
    return text(ServerTexts.CHINESE) + " " + text(ServerTexts.ENGLISH);
  }
}
