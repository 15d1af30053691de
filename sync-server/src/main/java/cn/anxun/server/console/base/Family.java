package cn.anxun.server.console.base;

import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.codelist.Units;
import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.drill.DrillPlan;
import cn.anxun.core.entry.CodeListRevised;
import cn.anxun.core.entry.DivisionsRevised;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.entry.DrillPlanRevised;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.GridsRevised;
import cn.anxun.core.entry.HazardLibraryRevised;
import cn.anxun.core.entry.InspectionPlanRevised;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.entry.RecordKindDefined;
import cn.anxun.core.entry.RecordTypes;
import cn.anxun.core.entry.UnitsRevised;
import cn.anxun.core.hazardlibrary.HazardLibrary;
import cn.anxun.core.inspection.Grids;
import cn.anxun.core.json.Json;
import cn.anxun.core.recordkind.RecordKindDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The documents that are tables. Those with names are one document for each name. */
enum Family {
  UNITS("units", "", 5000),
  DIVISIONS("divisions", "until", 5000),
  GRIDS("grids", "", 5000),
  HAZARD_LIBRARY("hazards", "withdrawn", HazardLibrary.MAX_HAZARDS),
  INSPECTION_PLAN("sites", "", 20_000),
  DRILL_PLAN("drills", "", 2000),
  CODE_LIST("items", "withdrawn", CodeList.MAX_ITEMS),
  RECORD_KIND("fields", "", RecordKindDefinition.MAX_FIELDS);

  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");
  private static final Pattern LIST = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern RECORD = Pattern.compile("[a-z][a-z0-9_]{0,47}");

  private static final List<String> LIBRARY_LISTED =
      List.of("key", "text", "category", "level", "basis", "deadline_days", "withdrawn");

  private final String member;
  private final String withdrawal;
  private final int mostChecked;

  Family(String member, String withdrawal, int mostChecked) {
    this.member = member;
    this.withdrawal = withdrawal;
    this.mostChecked = mostChecked;
  }

  /** As it stands in addresses: {@code hazard-library}. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Family> find(String key) {
    return List.of(values()).stream().filter(family -> family.key().equals(key)).findFirst();
  }

  Kind kind() {
    return switch (this) {
      case UNITS -> UnitsRevised.KIND;
      case DIVISIONS -> DivisionsRevised.KIND;
      case GRIDS -> GridsRevised.KIND;
      case HAZARD_LIBRARY -> HazardLibraryRevised.KIND;
      case INSPECTION_PLAN -> InspectionPlanRevised.KIND;
      case DRILL_PLAN -> DrillPlanRevised.KIND;
      case CODE_LIST -> CodeListRevised.KIND;
      case RECORD_KIND -> RecordKindDefined.KIND;
    };
  }

  /** The member of the document that holds the rows. */
  String member() {
    return member;
  }

  /** The members that tell one row from another. */
  List<String> identity() {
    return switch (this) {
      case UNITS, GRIDS -> List.of("code");
      case DIVISIONS -> List.of("code", "from");
      case HAZARD_LIBRARY -> List.of("key");
      case INSPECTION_PLAN -> List.of("site");
      case DRILL_PLAN -> List.of("date", "unit", "name");
      case CODE_LIST -> List.of("value");
      case RECORD_KIND -> List.of("name");
    };
  }

  /** The member by which a row goes out of use and stays known; "" where there is none. */
  String withdrawal() {
    return withdrawal;
  }

  /** The most rows that core checks at once. */
  int mostChecked() {
    return mostChecked;
  }

  /** What core finds wrong with a document. */
  List<DocumentProblem> check(Json document) {
    return switch (this) {
      case UNITS -> Units.check(document);
      case DIVISIONS -> Divisions.check(document);
      case GRIDS -> Grids.check(document);
      case HAZARD_LIBRARY -> HazardLibrary.check(document);
      case INSPECTION_PLAN -> List.of();
      case DRILL_PLAN -> DrillPlan.check(document);
      case CODE_LIST -> CodeList.check(document);
      case RECORD_KIND -> RecordKindDefinition.check(document);
    };
  }

  /** Whether records say what the rows are, so that they can be counted. */
  boolean isCounted() {
    return this != HAZARD_LIBRARY && !isYearly();
  }

  /** Whether this column stands in the list of rows; all stand in a row's own form. */
  boolean lists(String column) {
    return this != HAZARD_LIBRARY || LIBRARY_LISTED.contains(column);
  }

  /** Whether there is one document for each year. */
  boolean isYearly() {
    return this == INSPECTION_PLAN || this == DRILL_PLAN;
  }

  /** Whether there is one document for each name. */
  boolean isNamed() {
    return isYearly() || this == CODE_LIST || this == RECORD_KIND;
  }

  /** Whether a document too long for one entry goes on in parts. */
  boolean hasParts() {
    return this != CODE_LIST && this != RECORD_KIND;
  }

  /** Whether a document may have this name. */
  boolean allows(String name) {
    Predicate<String> form =
        switch (this) {
          case INSPECTION_PLAN, DRILL_PLAN -> YEAR.asMatchPredicate();
          case CODE_LIST -> LIST.asMatchPredicate();
          case RECORD_KIND ->
              RECORD.asMatchPredicate().and(given -> !RecordTypes.RESERVED.contains(given));
          default -> String::isEmpty;
        };
    return form.test(name);
  }

  /** The document's subject in the ledger. */
  String subject(String name) {
    return switch (this) {
      case UNITS -> Documents.UNITS;
      case DIVISIONS -> Documents.DIVISIONS;
      case GRIDS -> Documents.GRIDS;
      case HAZARD_LIBRARY -> Documents.HAZARD_LIBRARY;
      case INSPECTION_PLAN -> Documents.inspectionPlan(Integer.parseInt(name));
      case DRILL_PLAN -> Documents.drillPlan(Integer.parseInt(name));
      case CODE_LIST -> Documents.codeList(name);
      case RECORD_KIND -> Documents.recordKind(name);
    };
  }

  /** The fields of an entry that revises it. */
  Fields fields(String name, Json document) {
    Fields.Builder fields = Fields.builder().raw("document", document);
    switch (this) {
      case INSPECTION_PLAN -> fields.set(InspectionPlanRevised.YEAR, Long.parseLong(name));
      case DRILL_PLAN -> fields.set(DrillPlanRevised.YEAR, Long.parseLong(name));
      case CODE_LIST -> fields.set(CodeListRevised.LIST, name);
      case RECORD_KIND -> fields.set(RecordKindDefined.NAME, name);
      default -> {}
    }
    return fields.build();
  }
}
