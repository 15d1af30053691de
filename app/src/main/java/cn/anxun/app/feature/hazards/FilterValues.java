package cn.anxun.app.feature.hazards;

import androidx.annotation.WorkerThread;
import cn.anxun.app.record.Records;
import cn.anxun.core.codelist.CodeList;
import cn.anxun.core.codelist.CodeLists;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.entry.HazardFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.inject.Inject;

/** What each part of the filter can be set to. */
final class FilterValues {
  private final Records records;

  @Inject
  FilterValues(Records records) {
    this.records = records;
  }

  /** The values, "" for all first; of divisions, units and industries those that hazards have. */
  @WorkerThread
  List<String> list(HazardFilter.Part part) {
    List<String> values = new ArrayList<>();
    if (part != HazardFilter.Part.SORT) {
      values.add("");
    }
    switch (part) {
      case STANDING -> {
        for (HazardFilter.Standing standing : HazardFilter.Standing.values()) {
          if (standing != HazardFilter.Standing.ALL) {
            values.add(standing.name());
          }
        }
      }
      case SPAN -> {
        for (HazardFilter.Span span : HazardFilter.Span.values()) {
          if (span != HazardFilter.Span.ALL) {
            values.add(span.name());
          }
        }
      }
      case SORT -> {
        for (HazardFilter.Sort sort : HazardFilter.Sort.values()) {
          values.add(sort.name());
        }
      }
      case LEVEL -> addOffered(values);
      case DIVISION -> values.addAll(divisions());
      case UNIT -> values.addAll(records.listHazardUnits());
      case INDUSTRY -> values.addAll(records.listHazardIndustries());
    }
    return values;
  }

  /** The divisions of hazards, each street before its communities. */
  private Set<String> divisions() {
    Set<String> divisions = new TreeSet<>();
    for (String code : records.listHazardDivisions()) {
      if (code.length() > Divisions.STREET_DIGITS) {
        divisions.add(code.substring(0, Divisions.STREET_DIGITS));
      }
      divisions.add(code);
    }
    return divisions;
  }

  /** Local levels count as 一般, and a hazard's row holds the level that counts. */
  private static void addOffered(List<String> values) {
    Optional<CodeList> levels =
        CodeLists.shipped().find(HazardFound.KIND.recordType(), HazardFound.LEVEL.name());
    if (levels.isPresent()) {
      for (CodeList.Item item : levels.get().listOffered()) {
        if (item.parent().isEmpty()) {
          values.add(item.value());
        }
      }
    }
  }
}
