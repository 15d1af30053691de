package cn.anxun.server.cases;

import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one group of records and checks that its fields are those of its kind and agree with each
 * other.
 */
final class GroupReader {
  private static final int MAX_COUNT = 100_000;
  private static final int MAX_LABEL = 64;
  private static final int MAX_LABELS = 200;
  private static final BigDecimal MAX_TOTAL = BigDecimal.TEN.pow(12);
  private static final List<String> STATES = List.of("open", "rectified", "closed");

  private GroupReader() {}

  static CaseFile.Group read(JsonAt at, int index) throws CaseFileException {
    JsonAt kindAt = at.member("kind");
    String wire = kindAt.text(MAX_LABEL);
    GroupKind kind = GroupKind.find(wire).orElse(null);
    if (kind == null) {
      throw new CaseFileException(kindAt.path(), "kind", wire, kinds());
    }
    int count = at.member("count").integer(0, MAX_COUNT);
    Map<String, Json> fields = new LinkedHashMap<>();
    for (String name : at.members().keySet()) {
      if (name.equals("kind") || name.equals("count")) {
        continue;
      }
      JsonAt member = at.member(name);
      GroupKind.Shape shape = kind.fields().get(name);
      if (shape == null) {
        throw new CaseFileException(
            member.path(), "unknown-field", index, kind.wire(), name, fields(kind));
      }
      if (!member.isAbsent()) {
        fields.put(name, value(member, shape, count));
      }
    }
    CaseFile.Group group = new CaseFile.Group(index, kind, count, fields);
    checkSites(at, group);
    checkState(at, group);
    return group;
  }

  private static Json value(JsonAt at, GroupKind.Shape shape, int count) throws CaseFileException {
    return switch (shape) {
      case LABEL -> Json.of(at.text(MAX_LABEL));
      case LABELS -> labels(at);
      case FLAG -> flag(at);
      case STATE -> state(at);
      case TOTAL -> total(at, 0, count);
      case YUAN -> total(at, 2, count);
      case SITES -> Json.of(at.integer(0, MAX_COUNT));
    };
  }

  private static Json labels(JsonAt at) throws CaseFileException {
    if (!(at.value() instanceof Json.Items items)) {
      return Json.of(at.text(MAX_LABEL));
    }
    if (items.values().isEmpty() || items.values().size() > MAX_LABELS) {
      throw new CaseFileException(at.path(), "labels", MAX_LABELS);
    }
    for (JsonAt item : at.items()) {
      item.text(MAX_LABEL);
    }
    return items;
  }

  private static Json flag(JsonAt at) throws CaseFileException {
    if (at.value() instanceof Json.Flag flag) {
      return flag;
    }
    throw new CaseFileException(at.path(), "flag");
  }

  private static Json state(JsonAt at) throws CaseFileException {
    String state = at.text(MAX_LABEL);
    if (!STATES.contains(state)) {
      throw new CaseFileException(at.path(), "state", state);
    }
    return Json.of(state);
  }

  private static Json total(JsonAt at, int decimals, int count) throws CaseFileException {
    if (!(at.value() instanceof Json.Num number)
        || number.value().signum() < 0
        || number.value().compareTo(MAX_TOTAL) > 0
        || number.value().stripTrailingZeros().scale() > decimals) {
      throw new CaseFileException(at.path(), decimals == 0 ? "total" : "yuan");
    }
    if (count == 0 && number.value().signum() != 0) {
      throw new CaseFileException(at.path(), "total-of-nothing");
    }
    return number;
  }

  private static void checkSites(JsonAt at, CaseFile.Group group) throws CaseFileException {
    int distinct = group.distinctSites();
    if (distinct > group.count() || (distinct == 0 && group.count() > 0)) {
      throw new CaseFileException(at.path() + ".distinct_sites", "distinct-sites", group.count());
    }
    if (group.plannedSites() > distinct) {
      throw new CaseFileException(at.path() + ".planned_sites", "planned-sites", distinct);
    }
  }

  private static void checkState(JsonAt at, CaseFile.Group group) throws CaseFileException {
    if (group.is("fixed_on_the_spot") && group.label("state").orElse("closed").equals("open")) {
      throw new CaseFileException(at.path() + ".state", "fixed-but-open");
    }
  }

  private static String kinds() {
    StringBuilder all = new StringBuilder();
    for (GroupKind kind : GroupKind.values()) {
      all.append(all.isEmpty() ? "" : "、").append(kind.wire());
    }
    return all.toString();
  }

  private static String fields(GroupKind kind) {
    return kind.fields().isEmpty() ? "—" : String.join("、", kind.fields().keySet());
  }
}
