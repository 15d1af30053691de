package cn.anxun.app.setting;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link Settings} in memory. */
public final class MapSettings implements Settings {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public void put(String name, String value) {
    values.put(name, value);
  }

  @Override
  public void delete(String name) {
    values.remove(name);
  }
}
