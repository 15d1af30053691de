package cn.anxun.core.codelist;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.entry.UnitsRevised;
import cn.anxun.core.json.Json;
import cn.anxun.core.state.DocumentRevision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The units of a bureau: streets, departments, committees, parks ({@link UnitsRevised}). A unit
 * that the office did not list is its own name, as where units are recorded by their names.
 *
 * @param names by code
 */
public record Units(Map<String, String> names) {
  private static final int MAX_UNITS = 5000;
  private static final int MAX_CODE = 64;
  private static final int MAX_NAME = 120;

  public Units {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** The units of a document and the parts that it goes on in, without what is wrong in them. */
  public static Units of(List<DocumentRevision> parts) {
    Map<String, String> names = new LinkedHashMap<>();
    for (DocumentRevision part : parts) {
      part.fields()
          .find(UnitsRevised.DOCUMENT)
          .ifPresent(document -> names.putAll(read(document, new ArrayList<>())));
    }
    return new Units(names);
  }

  /** Everything that is wrong with a revision; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document) {
    List<DocumentProblem> problems = new ArrayList<>();
    read(document, problems);
    return problems;
  }

  private static Map<String, String> read(Json document, List<DocumentProblem> problems) {
    Map<String, String> names = new LinkedHashMap<>();
    for (DocumentReader reader :
        DocumentReader.of(document, problems).objects("units", MAX_UNITS)) {
      String code = reader.required("code", MAX_CODE).orElse("");
      String name = reader.required("name", MAX_NAME).orElse("");
      if (code.isEmpty() || name.isEmpty()) {
        continue;
      }
      if (names.putIfAbsent(code, name) != null) {
        reader.reject(Code.DUPLICATE, "code", code);
      }
    }
    return names;
  }

  /** What the unit is called; empty where the office did not list it. */
  public Optional<String> find(String code) {
    return Optional.ofNullable(names.get(code));
  }
}
