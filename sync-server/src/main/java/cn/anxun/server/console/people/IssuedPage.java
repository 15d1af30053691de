package cn.anxun.server.console.people;

import java.util.List;
import java.util.Optional;

/**
 * Secrets that are told this once: on the screen, and on paper to be cut apart.
 *
 * @param unreachable whether phones cannot reach the address on the slips
 */
public record IssuedPage(String bureau, List<Slip> slips, boolean unreachable, String back) {

  /**
   * A piece of paper for one person.
   *
   * @param phone with which a phone is enrolled, where it is for one
   * @param password for the browser, or ""
   */
  public record Slip(
      String name,
      String account,
      String role,
      String address,
      Optional<Phone> phone,
      String password) {}

  /**
   * What enrols a phone.
   *
   * @param fingerprint of the server's own certificate, or ""
   * @param qr the path of an SVG
   * @param size the modules of the QR
   */
  public record Phone(String code, String validUntil, String fingerprint, String qr, int size) {}

  public IssuedPage {
    slips = List.copyOf(slips);
  }
}
