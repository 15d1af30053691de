package cn.anxun.app.record;

import cn.anxun.core.ledger.Role;

/**
 * Who records on this phone, as the server enrolled it. Each method throws an {@link
 * IllegalStateException} while it is not enrolled; then no screen that records can be reached.
 */
public interface Author {
  /** The account; what every entry names. */
  String account();

  /** The person's name, to be shown. */
  String name();

  /** What the account may do. */
  Role role();

  /** The device's id as the server holds it. */
  String device();

  /** Of the device's spoken numbers, unique in the bureau. */
  String letters();

  /** The code of the account's unit; "" for none. */
  String unit();

  /** The bureau's id. */
  String bureau();

  /** What the bureau is called. */
  String bureauName();

  /** The division code of the bureau's district, 6 digits. */
  String division();
}
