package cn.anxun.core.entry;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.NamedValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The named values of an entry or of a folded record, public and personal together; immutable.
 * Unknown names are kept.
 */
public record Fields(Map<String, Json> values) {
  public static final Fields NONE = new Fields(Map.of());

  public Fields {
    values = NamedValues.copyOf(values);
  }

  public static Builder builder() {
    return new Builder(Map.of());
  }

  /** The raw value of this name, or null. JSON null reads as absent. */
  public @Nullable Json raw(String name) {
    Json value = values.get(name);
    return value instanceof Json.Null ? null : value;
  }

  /** The value of the field, or empty where it is unset or unreadable. */
  public <T> Optional<T> find(Field<T> field) {
    Json value = raw(field.name());
    return value == null ? Optional.empty() : field.read(value);
  }

  /** The text of the field, or "" where it is unset. */
  public String text(Field<String> field) {
    return find(field).orElse("");
  }

  /** The texts of the field; none where it is unset. */
  public List<String> texts(Field<List<String>> field) {
    return find(field).orElse(List.of());
  }

  /** The flag, false where it is unset. */
  public boolean is(Field<Boolean> field) {
    return find(field).orElse(false);
  }

  /** These fields with one changed; null removes it. */
  public Fields with(String name, @Nullable Json value) {
    return toBuilder().raw(name, value).build();
  }

  public Builder toBuilder() {
    return new Builder(values);
  }

  /** Builds {@link Fields}; a null value unsets the field. */
  public static final class Builder {
    private final Map<String, Json> values;

    private Builder(Map<String, Json> values) {
      this.values = new LinkedHashMap<>(values);
    }

    public Builder set(Field<String> field, @Nullable String value) {
      return raw(field.name(), value == null ? null : Json.of(value));
    }

    public Builder set(Field<List<String>> field, List<String> values) {
      return raw(field.name(), Json.texts(values));
    }

    public Builder set(Field<Long> field, long value) {
      return raw(field.name(), Json.of(value));
    }

    public Builder set(Field<BigDecimal> field, BigDecimal value) {
      return raw(field.name(), Json.of(value));
    }

    public Builder set(Field<LocalDate> field, LocalDate value) {
      return raw(field.name(), Json.of(value.toString()));
    }

    public Builder set(Field<Boolean> field, boolean value) {
      return raw(field.name(), Json.of(value));
    }

    public Builder set(Field<Json> field, Json value) {
      return raw(field.name(), value);
    }

    public Builder raw(String name, @Nullable Json value) {
      if (value == null) {
        values.remove(name);
      } else {
        values.put(name, value);
      }
      return this;
    }

    public Fields build() {
      return new Fields(values);
    }
  }
}
