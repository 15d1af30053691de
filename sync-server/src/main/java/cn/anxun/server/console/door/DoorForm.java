package cn.anxun.server.console.door;

import java.util.List;

/**
 * A form before the login.
 *
 * @param problem why it was not accepted, or ""
 * @param help what to do, or ""
 */
public record DoorForm(String action, String problem, String help, List<Input> inputs) {

  /**
   * What is typed.
   *
   * @param key of the label under {@code console.}
   * @param value typed before; never a password
   */
  public record Input(
      String key, String name, String type, String value, String autocomplete, boolean required) {}

  public DoorForm {
    inputs = List.copyOf(inputs);
  }
}
