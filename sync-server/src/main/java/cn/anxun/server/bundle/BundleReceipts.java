package cn.anxun.server.bundle;

import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import cn.anxun.server.bundle.BundleException.Problem;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The receipts that answer a bundle: the reply to a push, with a last member {@code mac}. It is the
 * HMAC-SHA256 of the reply without it, keyed with the device's token, so that whoever carries the
 * file cannot make a phone believe that its entries arrived.
 */
public final class BundleReceipts {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String BEFORE = ",\"mac\":\"";
  private static final String AFTER = "\"}";
  private static final int DIGITS = 64;

  private BundleReceipts() {}

  static byte[] write(PushReply reply, String token) {
    byte[] body = PushReplyJson.write(reply);
    String mac = HexFormat.of().formatHex(mac(body, token));
    return (new String(body, 0, body.length - 1, StandardCharsets.UTF_8) + BEFORE + mac + AFTER)
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The receipts in this file.
   *
   * @param token of the device that made the bundle
   * @throws BundleException CHANGED where they are not the server's answer to this device
   */
  public static PushReply read(byte[] file, String token) throws BundleException {
    String text = new String(file, StandardCharsets.UTF_8).stripTrailing();
    int at = text.length() - AFTER.length() - DIGITS - BEFORE.length();
    if (at < 0 || !text.startsWith(BEFORE, at) || !text.endsWith(AFTER)) {
      throw new BundleException(Problem.CHANGED);
    }
    byte[] body = (text.substring(0, at) + '}').getBytes(StandardCharsets.UTF_8);
    String stated = text.substring(at + BEFORE.length(), text.length() - AFTER.length());
    try {
      if (!MessageDigest.isEqual(HexFormat.of().parseHex(stated), mac(body, token))) {
        throw new BundleException(Problem.CHANGED);
      }
      return PushReplyJson.read(body);
    } catch (IllegalArgumentException | MalformedMessageException e) {
      throw new BundleException(Problem.CHANGED, e);
    }
  }

  private static byte[] mac(byte[] body, String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
