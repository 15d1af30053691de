package cn.anxun.server.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Files that tests send. */
public final class Pictures {
  private Pictures() {}

  /** A photo: another one for each seed. */
  public static byte[] jpeg(int width, int height, long seed) {
    return written(drawn(width, height, seed), "jpg");
  }

  public static byte[] png(int width, int height, long seed) {
    return written(drawn(width, height, seed), "png");
  }

  private static BufferedImage drawn(int width, int height, long seed) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      pen.setColor(new Color(random.nextInt(1 << 24)));
      pen.fillRect(random.nextInt(width), random.nextInt(height), width / 9, height / 9);
    }
    pen.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A PNG of few bytes whose header says that it is of this size. */
  public static byte[] pngOf(int width, int height) {
    byte[] png = png(8, 8, 1);
    ByteBuffer header = ByteBuffer.wrap(png, 12, 17);
    header.putInt(16, width).putInt(20, height);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
    return png;
  }

  /** A lossless WebP of this size: its header, and bytes that nobody decodes. */
  public static byte[] webp(int width, int height) {
    ByteBuffer file = ByteBuffer.allocate(12 + 8 + 10).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(22).put(ascii("WEBPVP8L")).putInt(10);
    file.put((byte) 0x2f).putInt((width - 1) | ((height - 1) << 14));
    return file.array();
  }

  public static byte[] pdf() {
    return ascii(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count"
            + " 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  }

  /** What Samsung's cameras put behind a JPEG, with these blocks. */
  static byte[] samsung(byte[]... blocks) {
    int bytes = Arrays.stream(blocks).mapToInt(block -> block.length + 12).sum();
    int directory = 12 + 12 * blocks.length;
    ByteBuffer trailer = ByteBuffer.allocate(bytes + directory + 8).order(ByteOrder.LITTLE_ENDIAN);
    for (byte[] block : blocks) {
      trailer.putInt(0x0a01_0000).putInt(4).put(ascii("Name")).put(block);
    }
    trailer.put(ascii("SEFH")).putInt(107).putInt(blocks.length);
    int before = bytes;
    for (byte[] block : blocks) {
      trailer.putInt(0x0a01_0000).putInt(before).putInt(block.length + 12);
      before -= block.length + 12;
    }
    return trailer.putInt(directory).put(ascii("SEFT")).array();
  }

  public static byte[] zip() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("Evil.class"));
      zip.write(new byte[] {1, 2, 3});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A JPEG with this comment in its head. */
  static byte[] withComment(byte[] jpeg, byte[] comment) {
    int length = comment.length + 2;
    byte[] segment = {(byte) 0xff, (byte) 0xfe, (byte) (length >> 8), (byte) length};
    return joined(
        joined(Arrays.copyOf(jpeg, 2), joined(segment, comment)),
        Arrays.copyOfRange(jpeg, 2, jpeg.length));
  }

  /** A JPEG whose one scan stands there so often. */
  static byte[] withScans(byte[] jpeg, int scans) {
    int start = 2;
    while (jpeg[start] != (byte) 0xff || jpeg[start + 1] != (byte) 0xda) {
      start += 2 + ((jpeg[start + 2] & 0xff) << 8 | (jpeg[start + 3] & 0xff));
    }
    byte[] scan = Arrays.copyOfRange(jpeg, start, jpeg.length - 2);
    byte[] all = Arrays.copyOf(jpeg, start);
    for (int i = 0; i < scans; i++) {
      all = joined(all, scan);
    }
    return joined(all, Arrays.copyOfRange(jpeg, jpeg.length - 2, jpeg.length));
  }

  public static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
