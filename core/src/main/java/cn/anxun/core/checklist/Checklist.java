package cn.anxun.core.checklist;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What is looked at in a visit, in order.
 *
 * @param key stable: lower-case letters, digits and hyphens
 * @param label what people call it
 * @param english "" where there is none
 * @param siteKinds the kinds of site it is for; empty for any
 * @param industries the industries it is for; empty for any
 * @param withdrawn not offered any more
 */
public record Checklist(
    String key,
    String label,
    String english,
    List<String> siteKinds,
    List<String> industries,
    List<Item> items,
    boolean withdrawn) {

  public Checklist {
    siteKinds = Collections.unmodifiableList(new ArrayList<>(siteKinds));
    industries = Collections.unmodifiableList(new ArrayList<>(industries));
    items = Collections.unmodifiableList(new ArrayList<>(items));
  }

  /**
   * One question.
   *
   * @param key stable within the list
   * @param text asked so that yes is good
   * @param english "" where there is none
   * @param hazard the key in the hazard library of what is found where the answer is no; "" where
   *     the library has none
   */
  public record Item(String key, String text, String english, String hazard) {}

  public Optional<Item> find(String item) {
    return items.stream().filter(each -> each.key().equals(item)).findFirst();
  }

  /**
   * How closely it is meant for a site of this kind and industry: 3 for both, 2 for the kind, 1 for
   * the industry, 0 for any site; negative where it is for others.
   */
  int closeness(String siteKind, String industry) {
    if (withdrawn
        || (!siteKinds.isEmpty() && !siteKinds.contains(siteKind))
        || (!industries.isEmpty() && !industries.contains(industry))) {
      return -1;
    }
    return (siteKinds.isEmpty() ? 0 : 2) + (industries.isEmpty() ? 0 : 1);
  }
}
