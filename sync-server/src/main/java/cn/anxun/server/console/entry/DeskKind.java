package cn.anxun.server.console.entry;

import cn.anxun.core.entry.AccidentOccurred;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EnforcementTaken;
import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.Inspected;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.PlanFiled;
import cn.anxun.core.entry.PublicityHeld;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.ResponseMade;
import cn.anxun.core.entry.ServiceRendered;
import cn.anxun.core.entry.SiteRegistered;
import cn.anxun.core.entry.TallyReported;
import cn.anxun.core.entry.TrainingHeld;
import java.util.List;
import java.util.Optional;

/**
 * What can be recorded at a desk. The form asks every field of the kind; those that are rarely
 * filled in stand apart.
 *
 * @param needed without which a record is of no use to the office
 * @param rare asked below the others
 */
record DeskKind(Kind kind, Site site, List<Field<?>> needed, List<Field<?>> rare) {

  /** Whether the form asks for the site. */
  enum Site {
    NONE,
    ASKED,
    NEEDED
  }

  /** In the order of the menu of ledgers. */
  static final List<DeskKind> ALL =
      List.of(
          new DeskKind(
              HazardFound.KIND,
              Site.NEEDED,
              List.of(HazardFound.DESCRIPTION, HazardFound.LEVEL),
              List.of(
                  HazardFound.CRITERION,
                  HazardFound.MAJOR_FIRE,
                  HazardFound.LEGAL_BASIS,
                  HazardFound.SUPERVISING_DEPARTMENT,
                  HazardFound.RESPONSIBILITY,
                  HazardFound.MEASURES,
                  HazardFound.FUNDS_YUAN,
                  HazardFound.CONTINGENCY_PLAN)),
          new DeskKind(
              Inspected.KIND,
              Site.NEEDED,
              List.of(Inspected.CHECK, Inspected.AUTHORITY),
              List.of(
                  Inspected.PLAN_ITEM,
                  Inspected.INSPECTOR_NAMES,
                  Inspected.OTHER_PARTIES,
                  Inspected.REFUSED_TO_SIGN,
                  Inspected.SIGNED_BY)),
          new DeskKind(
              DrillHeld.KIND,
              Site.ASKED,
              List.of(DrillHeld.NAME, DrillHeld.PARTICIPANTS),
              List.of(DrillHeld.EVALUATION)),
          new DeskKind(
              TrainingHeld.KIND,
              Site.ASKED,
              List.of(TrainingHeld.NAME, TrainingHeld.AUDIENCE, TrainingHeld.ATTENDEES),
              List.of(TrainingHeld.ATTENDEE_NAMES)),
          new DeskKind(
              PublicityHeld.KIND,
              Site.ASKED,
              List.of(PublicityHeld.NAME, PublicityHeld.ACTIVITY),
              List.of(PublicityHeld.BANNERS, PublicityHeld.BOARDS, PublicityHeld.MESSAGES)),
          new DeskKind(
              EnforcementTaken.KIND,
              Site.ASKED,
              List.of(EnforcementTaken.ACTION),
              List.of(EnforcementTaken.COLLECTED_YUAN)),
          new DeskKind(
              AccidentOccurred.KIND, Site.ASKED, List.of(AccidentOccurred.DESCRIPTION), List.of()),
          new DeskKind(ResponseMade.KIND, Site.NONE, List.of(ResponseMade.HAZARD), List.of()),
          new DeskKind(PlanFiled.KIND, Site.ASKED, List.of(PlanFiled.TITLE), List.of()),
          new DeskKind(
              ServiceRendered.KIND, Site.NEEDED, List.of(ServiceRendered.SERVICE), List.of()),
          new DeskKind(TallyReported.KIND, Site.NONE, List.of(RecordFields.UNIT), List.of()));

  /** Asked in another way, or not at a desk. */
  private static final List<Field<?>> APART =
      List.of(
          RecordFields.NUMBER,
          RecordFields.PROJECT,
          TallyReported.MEASURED,
          TallyReported.MEASURED_FIELD);

  private static final List<Field<?>> COMMON_RARE =
      List.of(RecordFields.SITE_KIND, RecordFields.CAMPAIGN, RecordFields.NOTE);

  private static final List<Field<?>> OF_PLACES =
      List.of(RecordFields.INDUSTRY, RecordFields.SITE_KIND);

  /** The kind of this type of record. */
  static Optional<DeskKind> find(String type) {
    return ALL.stream().filter(one -> one.type().equals(type)).findFirst();
  }

  /** The address where one of this type is written. */
  String address() {
    return DeskPages.NEW + '/' + type();
  }

  String type() {
    return kind.recordType();
  }

  boolean isTally() {
    return kind.name().equals(TallyReported.KIND.name());
  }

  /** What the form asks first. */
  List<Field<?>> main() {
    return asked(false);
  }

  /** What it asks below. */
  List<Field<?>> more() {
    return asked(true);
  }

  private List<Field<?>> asked(boolean rarely) {
    return kind.fields().values().stream()
        .<Field<?>>map(field -> field)
        .filter(field -> !APART.contains(field))
        .filter(field -> !isTally() || !OF_PLACES.contains(field))
        .filter(field -> (rare.contains(field) || COMMON_RARE.contains(field)) == rarely)
        .toList();
  }

  /** The field of a site that the form tells too, for one that is new. */
  static List<Field<String>> siteFields() {
    return List.of(
        RecordFields.UNIT, RecordFields.DIVISION, RecordFields.INDUSTRY, RecordFields.SITE_KIND);
  }

  /** The kind of a site. */
  static Kind siteKind() {
    return SiteRegistered.KIND;
  }
}
