package cn.anxun.app.navigation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A place in the app. Screens name destinations and never each other; {@code Screens} alone knows
 * which fragment shows which.
 */
public sealed interface Destination {

  /** 首页. */
  record Home() implements Destination {}

  /** 复查. */
  record Review() implements Destination {}

  /** 隐患台账. */
  record Hazards() implements Destination {}

  /** One hazard. */
  record Hazard(String subject) implements Destination {}

  /**
   * A form about one hazard.
   *
   * @param step what is to be done with it
   * @param entry the entry that a correction or a void is of; "" for the one that opened the hazard
   */
  record HazardForm(String subject, String step, String entry) implements Destination {}

  /**
   * Our camera. The shots are found in the tray, under the owner, when the screen that asked is
   * shown again; whoever comes back too early finds those that were taken.
   *
   * @param owner the draft that takes them over
   * @param wanted what is to be photographed, one after the other; never empty
   * @param each so many of each, then the next one comes, and after the last the camera closes; 0
   *     for as many as one likes
   */
  record Capture(String owner, List<Wanted> wanted, int each) implements Destination {
    /** 随手拍: of nothing yet. */
    public static final Capture CASUAL =
        new Capture("casual", List.of(new Wanted("", "", "before", "", false)), 0);

    public Capture {
      if (wanted.isEmpty()) {
        throw new IllegalArgumentException("nothing to photograph");
      }
      wanted = Collections.unmodifiableList(new ArrayList<>(wanted));
    }
  }

  /**
   * What is to be photographed.
   *
   * @param target as the owner names it; "" for none
   * @param title in words; "" for none
   * @param role what the photos show, {@code before} for one
   * @param before SHA-256 of the photo that is shown beside; "" for none
   * @param pair whether the person may switch between 改前 and 改后
   */
  record Wanted(String target, String title, String role, String before, boolean pair) {}

  /** 随手拍: the photos that belong to no record yet. */
  record Shots() implements Destination {}

  /**
   * 哪一条隐患？
   *
   * @param owner whose shots in the tray they are
   * @param role what they show, until the person says otherwise
   */
  record ChooseHazard(String owner, String role) implements Destination {}

  /** 标注: circles and arrows on a photo of a hazard. */
  record Mark(String subject, String sha256) implements Destination {}

  /** 统计. */
  record Statistics() implements Destination {}

  /**
   * The records behind a figure, what it leaves open first.
   *
   * @param title what the figure is of
   * @param measure as core's {@code MeasureJson} writes it
   * @param unit it is printed in
   * @param field of the dimension whose label it is broken down to; "" for the whole figure
   * @param length of the dimension's labels
   */
  record Figure(
      String title,
      String measure,
      String unit,
      LocalDate from,
      LocalDate until,
      String field,
      int length,
      String label)
      implements Destination {}

  /** One record, on whichever screen shows its type ({@code hazard}, {@code drill}, …). */
  record RecordDetail(String type, String subject) implements Destination {}

  /** 演练, 培训, 宣传 and the rest: which kind to record. */
  record Activities() implements Destination {}

  /**
   * The form that records an activity.
   *
   * @param kind of the entry, such as {@code DrillHeld}
   * @param recordKind the office's own kind of record; "" for a shipped one
   */
  record Activity(String kind, String recordKind) implements Destination {}

  /** 汇总报送. */
  record Tally() implements Destination {}

  /** 检查: the choice of a site, unfinished visits, the day's round. */
  record Inspection() implements Destination {}

  /** 今日巡查. */
  record Round() implements Destination {}

  /** A site that is not in the ledger yet; the name may be "". */
  record NewSite(String name) implements Destination {}

  /** The visit that is under way. */
  record Visit() implements Destination {}

  /** One hazard of the visit that is under way. */
  record VisitHazard(String hazard) implements Destination {}

  /** 隐患库, for a hazard of the visit; "" to add one. */
  record HazardLibrary(String hazard) implements Destination {}

  /** The visit that is under way, on one page before it is saved. */
  record VisitSummary() implements Destination {}

  /** The visit that was saved last, to be sent. */
  record VisitDone() implements Destination {}

  /** 文书: of a visit, with what may be issued there; "" for all that this phone has issued. */
  record Papers(String inspection) implements Destination {}

  /**
   * A paper to be filled in, signed and issued.
   *
   * @param paper its key, such as {@code order}
   * @param about the visit; for 整改复查意见书 the order that it answers
   */
  record PaperForm(String paper, String about) implements Destination {}

  /** A paper that was issued. */
  record Paper(String subject) implements Destination {}

  /**
   * The pad on which one signs.
   *
   * @param draft the name of the paper's draft
   * @param place among its signers, from 0
   */
  record Sign(String draft, int place) implements Destination {}

  /** 入网. */
  record Enrol() implements Destination {}

  /** 到期提醒: which, when. */
  record Reminders() implements Destination {}

  /** 个人信息告知书, to be agreed to before anything else. */
  record Notice() implements Destination {}

  /** 个人信息告知书, to be read again. */
  record NoticePage() implements Destination {}

  /** This phone was revoked and wiped. */
  record Wiped() implements Destination {}

  /** A PIN for the new owner. */
  record SetPin() implements Destination {}

  /** The PIN or the finger, above whatever was open. */
  record Unlock() implements Destination {}

  /** 同步. */
  record Sync() implements Destination {}

  /** The entry of this id, which the server did not take, to be mended. */
  record Mend(String entry) implements Destination {}

  /** 设置. */
  record Settings() implements Destination {}

  /** 照片与存储: how long what stays on the phone. */
  record Storage() implements Destination {}
}
