package cn.anxun.core.sync.bundle;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.sync.Hex;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.core.sync.wire.v1.MalformedMessageException;
import cn.anxun.core.sync.wire.v1.PushReplyJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The receipts that answer a bundle: the reply to a push, the bundle that it answers, and as its
 * last member {@code mac}. That is the HMAC-SHA256 of the whole without it, keyed with the device's
 * token, so that whoever carries the file cannot make a phone believe that its entries arrived.
 *
 * @param bundle the SHA-256 of the bundle's bytes, so that an old answer is not taken for a new one
 */
public record BundleReceipts(String bundle, PushReply reply) {
  /** The most bytes of a file of receipts: 32 MiB. */
  public static final int MAX_BYTES = 32 << 20;

  private static final String ALGORITHM = "HmacSHA256";
  private static final String BEFORE = ",\"mac\":\"";
  private static final String AFTER = "\"}";
  private static final int DIGITS = 64;

  /** As it is carried to the phone. */
  public byte[] write(String token) {
    String reply = new String(PushReplyJson.write(reply()), StandardCharsets.UTF_8);
    String open = reply.substring(0, reply.length() - 1) + ",\"bundle\":\"" + bundle + '"';
    String mac = mac((open + '}').getBytes(StandardCharsets.UTF_8), token);
    return (open + BEFORE + mac + AFTER).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The receipts in this file.
   *
   * @param token of the device that made the bundle
   * @throws BundleException NOT_RECEIPTS for another file or one that ends too early, CHANGED where
   *     they are not the server's answer to this device
   */
  public static BundleReceipts read(byte[] file, String token) throws BundleException {
    String text = new String(file, StandardCharsets.UTF_8).trim();
    int at = text.length() - AFTER.length() - DIGITS - BEFORE.length();
    if (at < 0 || !text.startsWith(BEFORE, at) || !text.endsWith(AFTER)) {
      throw new BundleException(Problem.NOT_RECEIPTS);
    }
    byte[] body = (text.substring(0, at) + '}').getBytes(StandardCharsets.UTF_8);
    String stated = text.substring(at + BEFORE.length(), text.length() - AFTER.length());
    if (!MessageDigest.isEqual(ascii(stated), ascii(mac(body, token)))) {
      throw new BundleException(Problem.CHANGED);
    }
    try {
      if (JsonText.read(body) instanceof Json.Members members
          && members.get("bundle") instanceof Json.Text bundle) {
        return new BundleReceipts(bundle.value(), PushReplyJson.read(body));
      }
    } catch (JsonSyntaxException | MalformedMessageException e) {
      throw new BundleException(Problem.NOT_RECEIPTS, e);
    }
    throw new BundleException(Problem.NOT_RECEIPTS);
  }

  private static String mac(byte[] body, String token) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(ascii(token), ALGORITHM));
      return Hex.write(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
