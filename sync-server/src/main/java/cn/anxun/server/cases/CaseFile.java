package cn.anxun.server.cases;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bureau's published year: groups of like records, the figures that must come out of them, and
 * the forms as the bureau printed them. {@link CaseFileReader} reads and checks it.
 */
public record CaseFile(
    Bureau bureau, List<Group> groups, List<Expected> expected, List<CaseForm> forms) {

  public CaseFile {
    groups = List.copyOf(groups);
    expected = List.copyOf(expected);
    forms = List.copyOf(forms);
  }

  /**
   * Whose year it is.
   *
   * @param division the county's code, 6 digits (GB/T 2260)
   * @param streets how many 街道/乡镇 it has; 0 where the file does not say
   * @param communities how many 社区/村 they have together; 0 where the file does not say
   */
  public record Bureau(String name, String division, int year, int streets, int communities) {}

  /**
   * Records that are alike.
   *
   * @param index its place in the file, from 0
   * @param fields what was stated, by name; a field with no value is left out
   */
  public record Group(int index, GroupKind kind, int count, Map<String, Json> fields) {
    public Group {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public boolean states(String field) {
      return fields.containsKey(field);
    }

    /** The labels of a coded field; none where it is not stated. */
    public List<String> labels(String field) {
      Json value = fields.get(field);
      if (value instanceof Json.Text text) {
        return List.of(text.value());
      }
      return value instanceof Json.Items items
          ? items.values().stream().map(item -> ((Json.Text) item).value()).toList()
          : List.of();
    }

    /** The label of a coded field. */
    public Optional<String> label(String field) {
      return labels(field).stream().findFirst();
    }

    /** A flag; false where it is not stated. */
    public boolean is(String field) {
      return fields.get(field) instanceof Json.Flag flag && flag.value();
    }

    /** A number of the group. */
    public Optional<BigDecimal> number(String field) {
      return fields.get(field) instanceof Json.Num number
          ? Optional.of(number.value())
          : Optional.empty();
    }

    /** How many different sites its records touch: each its own where the file does not say. */
    public int distinctSites() {
      return number("distinct_sites").map(BigDecimal::intValueExact).orElse(count);
    }

    /** How many of its sites stand on the yearly inspection plan. */
    public int plannedSites() {
      return number("planned_sites").map(BigDecimal::intValueExact).orElse(0);
    }
  }
}
