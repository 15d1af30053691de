package cn.anxun.server.console.people;

import java.util.List;

/**
 * Secrets that are told this once: on the screen, and on paper to be cut apart.
 *
 * @param unreachable whether phones cannot reach the address on the slips
 */
public record IssuedPage(String bureau, List<Slip> slips, boolean unreachable, String back) {

  /**
   * What one person gets.
   *
   * @param code with which a phone is enrolled, or ""
   * @param password for the browser, or ""
   * @param qr the path of an SVG, "" without a code
   * @param size the modules of the QR
   */
  public record Slip(
      String name,
      String account,
      String role,
      String address,
      String code,
      String validUntil,
      String password,
      String qr,
      int size) {

    /** The same, valid until then. */
    Slip until(String then) {
      return new Slip(name, account, role, address, code, then, password, qr, size);
    }
  }

  public IssuedPage {
    slips = List.copyOf(slips);
  }
}
