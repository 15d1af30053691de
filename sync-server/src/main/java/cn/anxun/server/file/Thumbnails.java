package cn.anxun.server.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of photos, made when first asked for and kept; upright, without what the photo
 * says of itself. Two are made at a time, from every n-th line of the photo, so that many large
 * ones do not fill the memory.
 */
public final class Thumbnails {
  /** The longer side, in pixels. */
  public static final int SIDE = 320;

  private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
  private static final int AT_ONCE = 2;

  /** Beyond this a decoder may need more memory than a small machine has. */
  private static final long MAX_PIXELS = 50_000_000;

  /** Where a photo says how it is turned. */
  private static final int START = 1 << 16;

  private final FileStore files;
  private final Semaphore makers = new Semaphore(AT_ONCE);

  public Thumbnails(FileStore files) {
    this.files = files;
  }

  /** The small picture of a photo; empty for what this server cannot draw. */
  public Optional<Path> find(String bureau, StoredFile file) throws IOException {
    Path kept = files.thumbnail(bureau, file.sha256());
    if (Files.isRegularFile(kept)) {
      return Optional.of(kept);
    }
    if (!file.kind().isPicture()) {
      return Optional.empty();
    }
    makers.acquireUninterruptibly();
    try {
      return Files.isRegularFile(kept) ? Optional.of(kept) : make(file, kept);
    } finally {
      makers.release();
    }
  }

  private static Optional<Path> make(StoredFile file, Path kept) throws IOException {
    Optional<BufferedImage> drawn;
    try {
      drawn = draw(file);
    } catch (IOException | RuntimeException e) {
      LOG.warn("no small picture can be made of {}", file.sha256(), e);
      return Optional.empty();
    }
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    Files.createDirectories(kept.getParent());
    Path made = Files.createTempFile(kept.getParent(), "making", "");
    ImageIO.write(drawn.get(), "jpg", made.toFile());
    return Optional.of(Files.move(made, kept, StandardCopyOption.REPLACE_EXISTING));
  }

  private static Optional<BufferedImage> draw(StoredFile file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.path().toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(file.kind().mediaType());
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MAX_PIXELS) {
          return Optional.empty();
        }
        ImageReadParam each = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * SIDE));
        each.setSourceSubsampling(step, step, 0, 0);
        return Optional.of(scaled(reader.read(0, each), orientation(file)));
      } finally {
        reader.dispose();
      }
    }
  }

  private static int orientation(StoredFile file) throws IOException {
    if (file.kind() != FileKind.JPEG) {
      return Orientation.UPRIGHT;
    }
    try (InputStream in = Files.newInputStream(file.path())) {
      return Orientation.of(in.readNBytes(START));
    }
  }

  private static BufferedImage scaled(BufferedImage photo, int orientation) {
    double scale = Math.min(1, (double) SIDE / Math.max(photo.getWidth(), photo.getHeight()));
    int width = Math.max(1, (int) Math.round(photo.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(photo.getHeight() * scale));
    boolean turned = orientation > 4;
    BufferedImage small =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = small.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform way = upright(orientation, width, height);
    way.scale((double) width / photo.getWidth(), (double) height / photo.getHeight());
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, small.getWidth(), small.getHeight());
    pen.drawImage(photo, way, null);
    pen.dispose();
    return small;
  }

  /** From how the picture lies, of this size, to how it stands. */
  private static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }
}
