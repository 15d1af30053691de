package cn.anxun.core.indicator;

import cn.anxun.core.indicator.Measure.Basis;
import cn.anxun.core.indicator.Measure.Count;
import cn.anxun.core.indicator.Measure.Stock;
import cn.anxun.core.indicator.Measure.Sum;
import cn.anxun.core.indicator.Measure.Where;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The fields that measures ask records of each type for. */
final class AskedFields {
  private final Map<String, Set<String>> byType = new HashMap<>();

  AskedFields(Collection<Measure> measures) {
    measures.stream().flatMap(Measure::leaves).forEach(this::add);
  }

  private void add(Measure leaf) {
    if (leaf instanceof Count count) {
      add(count.type(), count.distinct().field(), count.where(), count.basis());
    } else if (leaf instanceof Sum sum) {
      add(sum.type(), sum.field(), sum.where(), sum.basis());
    }
  }

  private void add(String type, String field, Where where, Basis basis) {
    Set<String> fields = byType.computeIfAbsent(type, key -> new LinkedHashSet<>());
    fields.add(field);
    fields.addAll(where.anyOf().keySet());
    fields.add(basis.stock() == Stock.NONE ? basis.on() : InPeriod.CLOSED_ON);
    fields.remove("");
    fields.remove(Basis.RECORDED.on());
  }

  /** The types of records that are asked. */
  Set<String> types() {
    return byType.keySet();
  }

  /** By name, in the order in which they are first asked for. */
  Set<String> of(String type) {
    return byType.getOrDefault(type, Set.of());
  }
}
