package cn.anxun.server.acceptance;

import cn.anxun.core.json.Json;
import cn.anxun.server.cases.GroupKind;
import cn.anxun.server.cases.GroupKind.Shape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Cases of bureaus that nobody has seen: any group with any of its fields, any measure over them.
 */
final class RandomCase {
  private static final List<GroupKind> KINDS = List.of(GroupKind.values());
  private static final List<String> STATES = List.of("open", "rectified", "closed");
  private static final Map<String, List<String>> LABELS =
      Map.of(
          "level", List.of("一般", "重大", "区级", "企业", "村镇"),
          "industry", List.of("危化", "工贸", "渔业捕捞"),
          "campaign", List.of("百日攻坚", "铸安", "回头看"));
  private static final List<String> OTHER_LABELS = List.of("火灾", "专项", "本地甲", "本地乙");

  private final Random random;

  RandomCase(long seed) {
    this.random = new Random(seed);
  }

  /** Up to this many groups, as a case file has them. */
  List<Json.Members> groups(int most) {
    List<Json.Members> groups = new ArrayList<>();
    for (int i = 1 + random.nextInt(most); i > 0; i--) {
      GroupKind kind = KINDS.get(random.nextInt(KINDS.size()));
      groups.add(group(kind, random.nextInt(12)));
    }
    return groups;
  }

  private Json.Members group(GroupKind kind, int count) {
    Map<String, Json> group = new LinkedHashMap<>();
    group.put("kind", Json.of(kind.wire()));
    group.put("count", Json.of(count));
    int distinct = count == 0 ? 0 : 1 + random.nextInt(count);
    kind.fields()
        .forEach(
            (name, shape) -> {
              if (random.nextBoolean()) {
                group.put(name, value(name, shape, count, distinct));
              }
            });
    if (group.containsKey("planned_sites")) {
      group.put("distinct_sites", Json.of(distinct));
    }
    if (Json.TRUE.equals(group.get("fixed_on_the_spot")) && group.containsKey("state")) {
      group.put("state", Json.of("closed"));
    }
    return new Json.Members(group);
  }

  private Json value(String name, Shape shape, int count, int distinct) {
    return switch (shape) {
      case LABEL -> label(name);
      case LABELS ->
          random.nextBoolean() ? label(name) : Json.texts(LABELS.get(name).subList(0, 2));
      case FLAG -> Json.of(random.nextBoolean());
      case STATE -> Json.of(STATES.get(random.nextInt(STATES.size())));
      case TOTAL -> Json.of(count == 0 ? 0 : random.nextInt(500));
      case YUAN -> Json.of(BigDecimal.valueOf(count == 0 ? 0 : random.nextInt(9_999_999), 2));
      case SITES -> Json.of(name.equals("planned_sites") ? random.nextInt(distinct + 1) : distinct);
    };
  }

  private Json label(String name) {
    List<String> labels = LABELS.getOrDefault(name, OTHER_LABELS);
    return Json.of(labels.get(random.nextInt(labels.size())));
  }

  /** Measures over records of every kind, as a case file has them. */
  List<Json> measures(int count) {
    List<Json> measures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      GroupKind kind = KINDS.get(random.nextInt(KINDS.size()));
      Json one = measure(kind);
      measures.add(
          random.nextInt(3) > 0
              ? one
              : Json.members().put("rate", Json.items(List.of(one, measure(kind)))).build());
    }
    return measures;
  }

  private Json measure(GroupKind kind) {
    List<String> numbers =
        kind.fields().entrySet().stream()
            .filter(field -> field.getValue() == Shape.TOTAL || field.getValue() == Shape.YUAN)
            .map(Map.Entry::getKey)
            .toList();
    Json.MembersBuilder measure = Json.members();
    boolean distinct = kind == GroupKind.INSPECTION && random.nextBoolean();
    if (!numbers.isEmpty() && !distinct && random.nextBoolean()) {
      String field = numbers.get(random.nextInt(numbers.size()));
      measure.put("sum", kind.wire() + '.' + field);
    } else {
      measure.put("count", kind.wire());
      measure.put("distinct", distinct ? "site" : null);
    }
    Json.Members where = where(kind, distinct);
    return measure.put("where", where.values().isEmpty() ? null : where).build();
  }

  private Json.Members where(GroupKind kind, boolean distinct) {
    Json.MembersBuilder where = Json.members();
    kind.fields()
        .forEach(
            (name, shape) -> {
              // How many visits went to planned sites a group does not say; how many sites, it
              // does.
              boolean asked = random.nextInt(4) == 0 && (distinct || !name.equals("planned"));
              if (asked) {
                where.put(name, condition(name, shape));
              }
            });
    return where.build();
  }

  private @Nullable Json condition(String name, Shape shape) {
    return switch (shape) {
      case LABEL, LABELS ->
          random.nextBoolean() ? label(name) : Json.items(List.of(label(name), label(name)));
      case FLAG -> name.equals("planned") ? Json.TRUE : Json.of(random.nextBoolean());
      case STATE ->
          random.nextBoolean()
              ? Json.of(STATES.get(random.nextInt(STATES.size())))
              : Json.texts(List.of("closed", "rectified"));
      default -> null;
    };
  }
}
