package cn.anxun.server.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;

/** How replies are compressed. */
public final class Compression {
  /** Of zlib: 6, its own choice, takes half as long again for 7% less. */
  private static final int GZIP_LEVEL = 4;

  private Compression() {}

  /**
   * Whoever takes gzip gets it, however short the body: its checksum tells of bytes that were
   * changed on the way.
   */
  public static CompressionStrategy gzip() {
    CompressionStrategy gzip = new CompressionStrategy(null, new Gzip(GZIP_LEVEL));
    gzip.setDefaultMinSizeForCompression(1);
    return gzip;
  }
}
