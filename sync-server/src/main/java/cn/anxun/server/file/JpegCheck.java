package cn.anxun.server.file;

import java.io.IOException;

/**
 * A JPEG (ISO/IEC 10918-1) from its SOI to its EOI. Behind it there may be zeros, or further whole
 * JPEGs, as phones append previews and gain maps (CIPA DC-007); nothing else.
 */
final class JpegCheck {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int COM = 0xfe;
  private static final int FIRST_APP = 0xe0;
  private static final int LAST_APP = 0xef;

  /** A photo has one scan, a progressive one about ten; more are there to keep a decoder busy. */
  private static final int MAX_SCANS = 16;

  private final ContentReader in;
  private PictureSize size = new PictureSize(0, 0);
  private int scans;

  private JpegCheck(ContentReader in) {
    this.in = in;
  }

  /** The size of the picture; that of the largest where several stand one after another. */
  static PictureSize check(ContentReader in) throws IOException, FileRefusedException {
    PictureSize largest = new PictureSize(0, 0);
    if (in.readShort() != (0xff00 | SOI)) {
      throw ContentCheck.damaged();
    }
    do {
      JpegCheck one = new JpegCheck(in);
      one.picture();
      if (one.size.pixels() < 1) {
        throw ContentCheck.damaged();
      }
      largest = one.size.pixels() > largest.pixels() ? one.size : largest;
    } while (another(in));
    return largest;
  }

  /** How many pixels a decoder goes over to draw the first picture: those of each of its scans. */
  static long effort(ContentReader in) throws IOException, FileRefusedException {
    in.readShort();
    JpegCheck first = new JpegCheck(in);
    first.picture();
    return first.size.pixels() * first.scans;
  }

  /** Passes over zeros; whether another picture begins there. */
  private static boolean another(ContentReader in) throws IOException, FileRefusedException {
    while (in.left() > 0) {
      int next = in.read();
      if (next == 0xff && in.left() > 0 && in.read() == SOI) {
        return true;
      } else if (next != 0) {
        throw ContentCheck.damaged();
      }
    }
    return false;
  }

  private void picture() throws IOException, FileRefusedException {
    int marker = marker();
    while (marker != EOI) {
      if (marker == SOI || marker < 0xc0) {
        throw ContentCheck.damaged();
      }
      segment(marker);
      marker = marker == SOS ? markerAfterScan() : marker();
    }
  }

  private void segment(int marker) throws IOException, FileRefusedException {
    int length = in.readShort() - 2;
    if (length < 0) {
      throw ContentCheck.damaged();
    }
    byte[] content = in.read(length);
    boolean notes = marker == COM || (marker >= FIRST_APP && marker <= LAST_APP);
    if (notes && ContentReader.isForeign(content)) {
      throw ContentCheck.damaged();
    }
    if (marker == SOS && ++scans > MAX_SCANS) {
      throw ContentCheck.damaged();
    }
    if (isFrame(marker)) {
      frame(content);
    }
  }

  private void frame(byte[] content) throws FileRefusedException {
    if (content.length < 6 || size.pixels() > 0) {
      throw ContentCheck.damaged();
    }
    size = new PictureSize(number(content, 3), number(content, 1));
  }

  private static int number(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }

  /** SOF0 to SOF15, among which DHT, JPG and DAC stand. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private int marker() throws IOException, FileRefusedException {
    if (in.read() != 0xff) {
      throw ContentCheck.damaged();
    }
    int marker = in.read();
    while (marker == 0xff) {
      marker = in.read();
    }
    return marker;
  }

  /** Passes over what a scan holds: bytes, stuffed ones, and restart markers. */
  private int markerAfterScan() throws IOException {
    while (true) {
      if (in.read() == 0xff) {
        int next = in.read();
        while (next == 0xff) {
          next = in.read();
        }
        boolean restart = next >= 0xd0 && next <= 0xd7;
        if (next != 0 && !restart) {
          return next;
        }
      }
    }
  }
}
