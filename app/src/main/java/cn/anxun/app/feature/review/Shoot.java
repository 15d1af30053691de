package cn.anxun.app.feature.review;

import cn.anxun.core.entry.Attachment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The photos that a finding waits for: nothing is recorded before they are there, or the inspector
 * says that there are none.
 *
 * @param finding what will be recorded of the hazards
 * @param hazards their subjects, in the order in which they are photographed
 * @param each a photo for each; else one for all
 * @param taken those that are there, in the same order
 */
record Shoot(Finding finding, List<String> hazards, boolean each, List<Attachment> taken) {

  /** What the photos are to show. */
  enum Finding {
    /** 已整改, and the review passed. */
    PASSED,
    /** 企业自报整改: rectified, awaits its review. */
    REPORTED
  }

  Shoot {
    hazards = Collections.unmodifiableList(new ArrayList<>(hazards));
    taken = Collections.unmodifiableList(new ArrayList<>(taken));
  }

  /** One photo for all of these. */
  static Shoot shared(Finding finding, List<String> hazards) {
    return new Shoot(finding, hazards, false, List.of());
  }

  /** A photo for each of these, one after the other. */
  static Shoot each(Finding finding, List<String> hazards) {
    return new Shoot(finding, hazards, true, List.of());
  }

  /** How many photos it takes. */
  int wanted() {
    return each ? hazards.size() : 1;
  }

  boolean isComplete() {
    return taken.size() >= wanted();
  }

  /** The hazard that the next photo is of; the first where one is for all. */
  String next() {
    return hazards.get(Math.min(each ? taken.size() : 0, hazards.size() - 1));
  }

  Shoot with(Attachment photo) {
    List<Attachment> more = new ArrayList<>(taken);
    more.add(photo);
    return new Shoot(finding, hazards, each, more);
  }

  /** The photos of the hazard at this place; none where none was taken. */
  List<Attachment> photosOf(int place) {
    int photo = each ? place : 0;
    return photo < taken.size() ? List.of(taken.get(photo)) : List.of();
  }
}
