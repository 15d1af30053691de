package cn.anxun.server.admin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A QR drawn with half blocks, two rows of modules to a line of text, dark on light as a dark
 * terminal shows it.
 */
final class QrText {
  private static final int QUIET_ZONE = 2;

  private QrText() {}

  static String of(String content) {
    BitMatrix modules = encode(content);
    StringBuilder text = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y += 2) {
      for (int x = 0; x < modules.getWidth(); x++) {
        boolean upper = !modules.get(x, y);
        boolean lower = y + 1 < modules.getHeight() && !modules.get(x, y + 1);
        text.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static BitMatrix encode(String content) {
    try {
      return new QRCodeWriter()
          .encode(
              content,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  QUIET_ZONE,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.L));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR: " + content.length(), e);
    }
  }
}
