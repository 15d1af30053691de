package cn.anxun.core.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An immutable JSON value with exact numbers. Entries, documents and messages are made of it, so
 * that fields this version does not know survive a round trip. {@link JsonText} reads and writes
 * it.
 */
public sealed interface Json {

  /** A string of any length; limits are the reader's and the field's. */
  record Text(String value) implements Json {}

  /** An exact decimal; equal when the numbers are equal, whatever their scale. */
  record Num(BigDecimal value) implements Json {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Num num && value.compareTo(num.value) == 0;
    }

    @Override
    public int hashCode() {
      return value.stripTrailingZeros().hashCode();
    }
  }

  /** True or false. */
  record Flag(boolean value) implements Json {}

  /** The JSON null. */
  record Null() implements Json {}

  /** An array. */
  record Items(List<Json> values) implements Json {
    public Items {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** An object; its members keep the order in which they were written. */
  record Members(Map<String, Json> values) implements Json {
    public Members {
      values = NamedValues.copyOf(values);
    }

    /** The member of this name, or null where there is none. */
    public @Nullable Json get(String name) {
      return values.get(name);
    }
  }

  Json NULL = new Null();
  Json TRUE = new Flag(true);
  Json FALSE = new Flag(false);

  static Json of(String value) {
    return new Text(value);
  }

  static Json of(long value) {
    return new Num(BigDecimal.valueOf(value));
  }

  static Json of(BigDecimal value) {
    return new Num(value);
  }

  static Json of(boolean value) {
    return value ? TRUE : FALSE;
  }

  static Items items(List<? extends Json> values) {
    return new Items(new ArrayList<>(values));
  }

  static Items texts(List<String> values) {
    List<Json> items = new ArrayList<>(values.size());
    for (String value : values) {
      items.add(of(value));
    }
    return new Items(items);
  }

  static MembersBuilder members() {
    return new MembersBuilder();
  }

  /** Builds {@link Members} in the order of its calls; a null value is left out. */
  final class MembersBuilder {
    private final Map<String, Json> values = new LinkedHashMap<>();

    private MembersBuilder() {}

    public MembersBuilder put(String name, @Nullable Json value) {
      if (value != null) {
        values.put(name, value);
      }
      return this;
    }

    public MembersBuilder put(String name, @Nullable String value) {
      return put(name, value == null ? null : of(value));
    }

    public MembersBuilder put(String name, long value) {
      return put(name, of(value));
    }

    public MembersBuilder put(String name, boolean value) {
      return put(name, of(value));
    }

    public Members build() {
      return new Members(values);
    }
  }
}
