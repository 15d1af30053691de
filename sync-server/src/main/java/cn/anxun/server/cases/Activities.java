package cn.anxun.server.cases;

import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns every other group into one record each: drills, training, publicity, enforcement,
 * accidents, responses, plans, services.
 */
final class Activities {
  private final FieldWork work;

  Activities(FieldWork work) {
    this.work = work;
  }

  void add(CaseFile.Group group) {
    Map<String, List<BigDecimal>> shares = new LinkedHashMap<>();
    group
        .kind()
        .fields()
        .forEach(
            (name, shape) -> {
              int scale = shape == GroupKind.Shape.YUAN ? 2 : 0;
              group
                  .number(name)
                  .ifPresent(
                      total ->
                          shares.put(
                              name, Spread.over(total, group.count(), scale, work.random())));
            });
    for (int i = 0; i < group.count(); i++) {
      Fields.Builder fields = labels(group);
      for (Map.Entry<String, List<BigDecimal>> share : shares.entrySet()) {
        fields.raw(share.getKey(), Json.of(share.getValue().get(i)));
      }
      name(group.kind(), fields);
      fields.set(RecordFields.DIVISION, work.places().street());
      LocalDate date = work.year().any();
      Subject subject =
          group.kind() == GroupKind.SERVICE
              ? work.openAt(work.site(date), group.kind().opening(), date, fields.build())
              : work.open(group.kind().opening(), date, fields.build());
      work.attribute(subject, date, group);
    }
  }

  /** The labels the group states, but the project, which is the office's to say. */
  private static Fields.Builder labels(CaseFile.Group group) {
    return FieldWork.stated(
        group,
        group.kind().fields().entrySet().stream()
            .filter(field -> field.getValue() == GroupKind.Shape.LABEL)
            .map(Map.Entry::getKey)
            .filter(name -> !name.equals(RecordFields.PROJECT.name()))
            .toArray(String[]::new));
  }

  private void name(GroupKind kind, Fields.Builder fields) {
    switch (kind) {
      case DRILL, TRAINING, PUBLICITY ->
          fields.raw("name", Json.of(work.madeUp().any(kind.wire() + "_names")));
      case PLAN -> fields.raw("title", Json.of(work.madeUp().any("drill_names") + "预案"));
      default -> {
        // Nothing else has a name.
      }
    }
  }
}
