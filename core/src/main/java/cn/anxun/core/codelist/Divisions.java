package cn.anxun.core.codelist;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.entry.DivisionsRevised;
import cn.anxun.core.entry.Documents;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import cn.anxun.core.state.LedgerState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The administrative divisions of a bureau: county 6 digits (GB/T 2260), street or township 9,
 * community or village 12 (GB/T 10114), grids longer as the bureau numbers them. A code may be used
 * again once it has ended.
 */
public record Divisions(List<Division> list) {
  public static final int COUNTY_DIGITS = 6;
  public static final int STREET_DIGITS = 9;
  public static final int COMMUNITY_DIGITS = 12;

  private static final int MAX_DIVISIONS = 5000;
  private static final Pattern CODE =
      Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}[0-9A-Za-z]{0,8}");

  public Divisions {
    list = Collections.unmodifiableList(new ArrayList<>(list));
  }

  /**
   * One division with the days between which its code holds, both included; open where there is
   * none.
   */
  public record Division(
      String code, String name, Optional<LocalDate> from, Optional<LocalDate> until) {

    public boolean holdsOn(LocalDate day) {
      return !from.filter(day::isBefore).isPresent() && !until.filter(day::isAfter).isPresent();
    }

    private boolean overlaps(Division other) {
      return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(Division other) {
      return until.isPresent() && other.from.isPresent() && until.get().isBefore(other.from.get());
    }
  }

  /** The divisions that hold at the ledger's cut-off, all parts of the document together. */
  public static Divisions at(LedgerState state) {
    return of(state.documentParts(Documents.DIVISIONS));
  }

  /** The divisions of a document and the parts that it goes on in. */
  public static Divisions of(List<DocumentRevision> parts) {
    List<Division> list = new ArrayList<>();
    for (DocumentRevision part : parts) {
      part.fields()
          .find(DivisionsRevised.DOCUMENT)
          .ifPresent(document -> list.addAll(read(document, new ArrayList<>())));
    }
    return new Divisions(list);
  }

  /** Everything that is wrong with a revision; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document) {
    List<DocumentProblem> problems = new ArrayList<>();
    read(document, problems);
    return problems;
  }

  private static List<Division> read(Json document, List<DocumentProblem> problems) {
    List<Division> divisions = new ArrayList<>();
    Map<String, List<Division>> byCode = new HashMap<>();
    for (DocumentReader reader :
        DocumentReader.of(document, problems).objects("divisions", MAX_DIVISIONS)) {
      Optional<String> code = reader.required("code", 20);
      Optional<String> name = reader.required("name", 120);
      Optional<LocalDate> from = reader.date("from");
      Optional<LocalDate> until = reader.date("until");
      if (!code.isPresent() || !name.isPresent()) {
        continue;
      }
      Division division = new Division(code.get(), name.get(), from, until);
      if (!CODE.matcher(code.get()).matches()) {
        reader.reject(Code.BAD_NAME, "code", code.get());
      } else if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
        reader.reject(Code.BAD_PERIOD, "until", until.get().toString());
      } else if (byCode.computeIfAbsent(code.get(), key -> new ArrayList<>()).stream()
          .anyMatch(division::overlaps)) {
        reader.reject(Code.DUPLICATE, "code", code.get());
      } else {
        divisions.add(division);
        byCode.get(code.get()).add(division);
      }
    }
    return divisions;
  }

  /** What a code is called on a day. */
  public Optional<Division> find(String code, LocalDate day) {
    return list.stream()
        .filter(division -> division.code().equals(code) && division.holdsOn(day))
        .findFirst();
  }

  /** The divisions right below a code on a day: streets of a county, communities of a street. */
  public List<Division> listBelow(String code, LocalDate day) {
    int digits = code.length() == COUNTY_DIGITS ? STREET_DIGITS : COMMUNITY_DIGITS;
    List<Division> below = new ArrayList<>();
    for (Division division : list) {
      if (division.code().length() == digits
          && digits > code.length()
          && division.code().startsWith(code)
          && division.holdsOn(day)) {
        below.add(division);
      }
    }
    return below;
  }
}
