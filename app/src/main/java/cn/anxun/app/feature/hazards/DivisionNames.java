package cn.anxun.app.feature.hazards;

import androidx.annotation.WorkerThread;
import cn.anxun.app.record.OfficeDocuments;
import cn.anxun.core.codelist.Divisions;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.inject.Inject;

/** What division codes are called, as the office's document says. */
final class DivisionNames {
  private final OfficeDocuments documents;

  @Inject
  DivisionNames(OfficeDocuments documents) {
    this.documents = documents;
  }

  /** The name of this code with that of its street before it; the code where it has none. */
  @WorkerThread
  String name(String code, LocalDate day) {
    return code.isEmpty() ? "" : name(read(day), code, day);
  }

  /** The names of these codes. */
  @WorkerThread
  Map<String, String> names(List<String> codes, LocalDate day) {
    Divisions divisions = read(day);
    Map<String, String> names = new LinkedHashMap<>();
    for (String code : codes) {
      names.put(code, name(divisions, code, day));
    }
    return names;
  }

  private static String name(Divisions divisions, String code, LocalDate day) {
    String own = divisions.find(code, day).map(Divisions.Division::name).orElse(code);
    if (code.length() <= Divisions.STREET_DIGITS) {
      return own;
    }
    return divisions
        .find(code.substring(0, Divisions.STREET_DIGITS), day)
        .map(street -> street.name() + " " + own)
        .orElse(own);
  }

  private Divisions read(LocalDate day) {
    Map<String, DocumentRevision> parts = new LinkedHashMap<>();
    for (DocumentRevision part : documents.listParts(Documents.DIVISIONS)) {
      parts.put(Documents.DIVISIONS + '/' + parts.size(), part);
    }
    return Divisions.at(
        new LedgerState(Cutoff.latest(day), Map.of(), parts, Map.of(), List.of(), Set.of()));
  }
}
