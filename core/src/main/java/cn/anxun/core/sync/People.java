package cn.anxun.core.sync;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the accounts of a bureau are called, for the author of an entry is an account. For reading
 * alone: nothing is counted or decided by a name.
 *
 * @param names by account
 */
public record People(Map<String, String> names) {
  public static final People NONE = new People(Collections.emptyMap());

  public People {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** The name; empty for an account that one was not told of. */
  public Optional<String> find(String account) {
    return Optional.ofNullable(names.get(account));
  }
}
