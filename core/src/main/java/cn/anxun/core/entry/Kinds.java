package cn.anxun.core.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All kinds of entry that this version knows. A new kind is a record of {@link Entry} and a line
 * here.
 */
public final class Kinds {
  public static final List<Kind> ALL =
      List.of(
          SiteRegistered.KIND,
          Inspected.KIND,
          HazardFound.KIND,
          DrillHeld.KIND,
          TrainingHeld.KIND,
          PublicityHeld.KIND,
          EnforcementTaken.KIND,
          AccidentOccurred.KIND,
          ResponseMade.KIND,
          PlanFiled.KIND,
          ServiceRendered.KIND,
          TallyReported.KIND,
          CustomRecorded.KIND,
          PaperIssued.KIND,
          Rectified.KIND,
          Reviewed.KIND,
          Extended.KIND,
          Listed.KIND,
          Delisted.KIND,
          Transferred.KIND,
          MajorConfirmed.KIND,
          Assigned.KIND,
          CloseOutApproved.KIND,
          Circulated.KIND,
          PaperNumbered.KIND,
          Attached.KIND,
          Attributed.KIND,
          Corrected.KIND,
          Voided.KIND,
          ConflictResolved.KIND,
          Redacted.KIND,
          SiteMerged.KIND,
          VisitJoined.KIND,
          IndicatorsDefined.KIND,
          FormDefined.KIND,
          TargetsSet.KIND,
          TargetAdjusted.KIND,
          CodeListRevised.KIND,
          HazardLibraryRevised.KIND,
          DivisionsRevised.KIND,
          UnitsRevised.KIND,
          GridsRevised.KIND,
          InspectionPlanRevised.KIND,
          DrillPlanRevised.KIND,
          TypedRowsEntered.KIND,
          BudgetSet.KIND,
          RecordKindDefined.KIND,
          YearClosed.KIND,
          RankingSet.KIND,
          BulletinPublished.KIND,
          TemplateTied.KIND,
          NarrativeRevised.KIND,
          PapersRevised.KIND,
          NumbersReserved.KIND,
          NumbersReturned.KIND,
          PhoneRulesSet.KIND);

  private static final Map<String, Kind> BY_NAME = byName();

  private Kinds() {}

  /** The kind of this wire name; empty for one that a newer version has added. */
  public static Optional<Kind> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, Kind> byName() {
    Map<String, Kind> byName = new LinkedHashMap<>();
    for (Kind kind : ALL) {
      byName.put(kind.name(), kind);
    }
    return Collections.unmodifiableMap(byName);
  }
}
