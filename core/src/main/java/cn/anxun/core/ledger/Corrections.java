package cn.anxun.core.ledger;

import cn.anxun.core.entry.Field;
import cn.anxun.core.entry.Kind;
import cn.anxun.core.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The corrections in force of one subject, by the field that they correct. One that knew of another
 * supersedes it; of those that did not know of each other and differ the earlier counts, until a
 * resolution comes after both.
 */
final class Corrections {

  /** The name under which a correction gives an entry another business date. */
  static final String BUSINESS_DATE = "businessDate";

  private static final Field<LocalDate> DATE = Field.date(BUSINESS_DATE);

  /** A field of the entry at a position in causal order. */
  record Place(int target, String field) {}

  /**
   * What a correction or a resolution says.
   *
   * @param value null clears the field
   */
  record Correction(int position, String id, @Nullable Json value, boolean resolves) {}

  /** The corrections of a field that count; more than one where they stand against each other. */
  record Standing(List<Correction> rivals) {
    /** What the field is; the earliest rival's. */
    @Nullable Json value() {
      return rivals.get(0).value();
    }

    boolean isConflict() {
      return rivals.size() > 1;
    }

    List<String> ids() {
      List<String> ids = new ArrayList<>();
      for (Correction rival : rivals) {
        ids.add(rival.id());
      }
      return ids;
    }
  }

  private final CausalOrder order;
  private final Map<Place, List<Correction>> byPlace = new LinkedHashMap<>();

  Corrections(CausalOrder order) {
    this.order = order;
  }

  /** Adds the next in causal order. */
  void add(Place place, Correction correction) {
    List<Correction> corrections = byPlace.computeIfAbsent(place, p -> new ArrayList<>());
    if (correction.resolves()) {
      corrections.clear();
    }
    corrections.add(correction);
  }

  /** Whether the field is corrected by an entry after this position. */
  boolean isCorrectedAfter(Place place, int position) {
    List<Correction> corrections = byPlace.getOrDefault(place, List.of());
    return !corrections.isEmpty() && corrections.get(corrections.size() - 1).position() > position;
  }

  /** What stands for each corrected field. */
  Map<Place, Standing> standing() {
    Map<Place, Standing> standing = new LinkedHashMap<>();
    byPlace.forEach((place, corrections) -> standing.put(place, rivals(corrections)));
    return standing;
  }

  /**
   * Drops those that a later one had seen, then those that say the same as an earlier one. The last
   * resolution, first in the list, gives way only to one that had seen it.
   */
  private Standing rivals(List<Correction> corrections) {
    List<Correction> nested = new ArrayList<>(corrections);
    nested.sort(Comparator.comparingInt(correction -> order.nesting(correction.position())));
    List<Correction> heads = new ArrayList<>();
    for (int i = 0; i < nested.size(); i++) {
      boolean seen =
          i + 1 < nested.size()
              && order.isAncestor(nested.get(i).position(), nested.get(i + 1).position());
      if (!seen) {
        heads.add(nested.get(i));
      }
    }
    heads.sort(Comparator.comparingInt(Correction::position));
    Json counts = heads.get(0).value();
    boolean agreed = heads.stream().allMatch(head -> same(head.value(), counts));
    return new Standing(agreed ? Collections.singletonList(heads.get(0)) : heads);
  }

  private static boolean same(@Nullable Json one, @Nullable Json other) {
    return one == null ? other == null : one.equals(other);
  }

  /** The business date among the corrected values. */
  static Optional<LocalDate> date(Map<String, Json> changes) {
    Json date = changes.get(BUSINESS_DATE);
    return date == null ? Optional.empty() : DATE.read(date);
  }

  /** Whether an entry of this kind may have the value in the field. Unknown fields take any. */
  static boolean fits(Kind kind, String fieldName, @Nullable Json value) {
    if (fieldName.equals(BUSINESS_DATE)) {
      LocalDate date = value == null ? null : DATE.read(value).orElse(null);
      return date != null && date.getYear() >= 2000 && date.getYear() <= 2099;
    }
    Field<?> field = kind.field(fieldName);
    if (field == null) {
      return true;
    }
    if (value == null) {
      return !field.required();
    }
    return field.read(value).isPresent() && fitsLength(field, value);
  }

  private static boolean fitsLength(Field<?> field, Json value) {
    if (field.maxLength() == 0) {
      return true;
    }
    if (value instanceof Json.Items items) {
      return items.values().stream().allMatch(item -> fitsLength(field, item));
    }
    return value instanceof Json.Text text && text.value().length() <= field.maxLength();
  }
}
