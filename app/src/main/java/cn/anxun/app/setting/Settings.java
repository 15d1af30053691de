package cn.anxun.app.setting;

import java.util.Optional;

/**
 * Small values by name, kept in the encrypted database; durable when a call returns. Waits for the
 * disk, so never to be called on the main thread.
 */
public interface Settings {
  Optional<String> find(String name);

  void put(String name, String value);

  void delete(String name);

  /** Whether a choice was turned on; off until it is. */
  default boolean isOn(String name) {
    return find(name).filter("on"::equals).isPresent();
  }

  /** Turns a choice on or off. */
  default void turn(String name, boolean on) {
    if (on) {
      put(name, "on");
    } else {
      delete(name);
    }
  }
}
