package cn.anxun.server.console.handout;

import cn.anxun.server.handout.HandedOutApp;
import java.util.List;
import java.util.Optional;

/**
 * The page from which phones get the app.
 *
 * @param offered empty where there is none yet
 * @param size of the file, in MB
 * @param bytes of the file, as people write them
 * @param android the least version of Android, as people know it
 * @param address of this page, for phones
 * @param qr the address as the path of an SVG
 * @param qrSize its side, in modules
 * @param reachable whether phones can reach the address
 * @param ownCertificate whether browsers will warn of the server's certificate
 * @param inWechat whether the page is open inside WeChat
 * @param guides how to install it, for each kind of phone
 */
public record AppPage(
    Optional<HandedOutApp> offered,
    String size,
    String bytes,
    String android,
    String address,
    String qr,
    int qrSize,
    boolean reachable,
    boolean ownCertificate,
    boolean inWechat,
    List<Guide> guides) {

  /**
   * Steps with a drawing each.
   *
   * @param steps the keys of their texts
   */
  public record Guide(String key, List<String> steps) {}

  public AppPage {
    guides = List.copyOf(guides);
  }
}
