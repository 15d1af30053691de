package cn.anxun.server.console.people;

import java.util.List;

/**
 * An account as an administrator sees it.
 *
 * @param path of its page, which the addresses of its forms go on from
 * @param whole whether this person may change the account as a whole
 * @param current whether it may act in this bureau
 * @param mayPhone whether it may have a phone
 * @param address where phones reach the server, as far as it is known
 */
public record AccountPage(
    String path,
    String account,
    String name,
    String state,
    String password,
    boolean disabled,
    boolean whole,
    boolean current,
    boolean mayPhone,
    String address,
    List<Held> grants,
    List<Phone> phones,
    GrantForm grant,
    String problem) {

  /** What the account is in a bureau that this person administers. */
  public record Held(String id, String bureau, String role, String unit, String division) {}

  /** One of its phones in this bureau. */
  public record Phone(String link, String name, String letters, String seen, String state) {}

  public AccountPage {
    grants = List.copyOf(grants);
    phones = List.copyOf(phones);
  }
}
