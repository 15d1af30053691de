package cn.anxun.server.enrolment;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code (ISO/IEC 18004), drawn for a terminal or for a page. */
public final class QrCode {
  private static final int QUIET_ZONE = 2;

  private final BitMatrix modules;

  private QrCode(BitMatrix modules) {
    this.modules = modules;
  }

  /** For a terminal, as small as it gets. */
  public static QrCode small(String content) {
    return new QrCode(encode(content, ErrorCorrectionLevel.L));
  }

  /** For paper, of which a part may be soiled or folded. */
  public static QrCode robust(String content) {
    return new QrCode(encode(content, ErrorCorrectionLevel.M));
  }

  /** Modules to a side, with the light rim. */
  public int size() {
    return modules.getWidth();
  }

  /** The dark modules as the path of an SVG whose unit is one module: a run of a row each. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int from = -1;
      for (int x = 0; x <= modules.getWidth(); x++) {
        boolean dark = x < modules.getWidth() && modules.get(x, y);
        if (dark && from < 0) {
          from = x;
        } else if (!dark && from >= 0) {
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(x - from).append("v1h").append(from - x).append('z');
          from = -1;
        }
      }
    }
    return path.toString();
  }

  /** Half blocks, two rows of modules to a line of text, dark on light as a dark terminal shows. */
  public String text() {
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

  private static BitMatrix encode(String content, ErrorCorrectionLevel level) {
    try {
      return new QRCodeWriter()
          .encode(
              content,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, level));
    } catch (WriterException e) {
      throw new IllegalArgumentException("too long for a QR: " + content.length(), e);
    }
  }
}
