package cn.anxun.core.entry;

/**
 * One immutable thing that a person, or the office, said: a hazard found, a drill held, a
 * correction, a document's revision. Each kind is a record of its own; what it may say stands in
 * its {@code KIND}. Corrections and voids are entries too: nothing is overwritten.
 */
public sealed interface Entry
    permits SiteRegistered,
        Inspected,
        HazardFound,
        DrillHeld,
        TrainingHeld,
        PublicityHeld,
        EnforcementTaken,
        AccidentOccurred,
        ResponseMade,
        PlanFiled,
        ServiceRendered,
        TallyReported,
        CustomRecorded,
        PaperIssued,
        Rectified,
        Reviewed,
        Extended,
        Listed,
        Delisted,
        Transferred,
        MajorConfirmed,
        Assigned,
        CloseOutApproved,
        Circulated,
        PaperNumbered,
        Attached,
        Attributed,
        Corrected,
        Voided,
        ConflictResolved,
        Redacted,
        SiteMerged,
        VisitJoined,
        IndicatorsDefined,
        FormDefined,
        TargetsSet,
        TargetAdjusted,
        CodeListRevised,
        HazardLibraryRevised,
        DivisionsRevised,
        UnitsRevised,
        GridsRevised,
        InspectionPlanRevised,
        DrillPlanRevised,
        TypedRowsEntered,
        BudgetSet,
        RecordKindDefined,
        YearClosed,
        RankingSet,
        BulletinPublished,
        TemplateTied,
        NarrativeRevised,
        PapersRevised,
        NumbersReserved,
        NumbersReturned,
        PhoneRulesSet,
        UnknownEntry {

  Header header();

  /** Public and personal values together. */
  Fields fields();

  Kind kind();

  default String id() {
    return header().id();
  }

  default String subject() {
    return header().subject();
  }
}
