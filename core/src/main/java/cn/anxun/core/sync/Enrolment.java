package cn.anxun.core.sync;

import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;

/**
 * What an enrolled device knows of itself. Its account's name and rights may change later; what
 * counts is the server's stamp.
 *
 * @param token the secret of this device, sent as {@code Authorization: Bearer}; printed nowhere
 * @param account the account's id, the author of what the device records
 * @param name the account's display name
 * @param unit the account's unit code; "" for none
 * @param device the device's id as the server holds it
 * @param letters of the device's spoken numbers, unique in the bureau
 * @param policy settings of the bureau for its devices, kept as they came
 */
public record Enrolment(
    String token,
    String account,
    String name,
    Role role,
    String unit,
    String device,
    String letters,
    Bureau bureau,
    Json.Members policy) {

  /**
   * The bureau whose ledger the device serves.
   *
   * @param division the division code of its district, 6 digits
   */
  public record Bureau(String id, String name, String division) {}

  @Override
  public String toString() {
    return "Enrolment[account=" + account + ", device=" + device + ", bureau=" + bureau.id() + ']';
  }
}
