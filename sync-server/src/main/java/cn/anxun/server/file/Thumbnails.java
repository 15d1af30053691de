package cn.anxun.server.file;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of photos, made when first asked for and kept; upright, without what the photo
 * says of itself. Two are made at a time, from every n-th line of the photo, so that many large
 * ones do not fill the memory. What could not be drawn once is remembered and not tried again.
 */
public final class Thumbnails {
  /** The longer side, in pixels. */
  public static final int SIDE = 320;

  private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
  private static final int AT_ONCE = 2;

  /** The name of the sign, which is no hash. */
  private static final String SIGN = "no-small-picture";

  /** Beyond this a decoder may need more memory than a small machine has. */
  private static final long MAX_PIXELS = 50_000_000;

  /** A progressive photo of 24 megapixels; its decoder holds all of it. */
  private static final long MAX_EFFORT = 250_000_000;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Where a photo says how it is turned. */
  private static final int START = 1 << 16;

  private final FileStore files;
  private final Semaphore makers;
  private final Duration patience;

  public Thumbnails(FileStore files) {
    this(files, new Semaphore(AT_ONCE), PATIENCE);
  }

  /**
   * @param patience how long a request waits until one of the makers has time
   */
  Thumbnails(FileStore files, Semaphore makers, Duration patience) {
    this.files = files;
    this.makers = makers;
    this.patience = patience;
  }

  /** Others are being drawn: to be asked for again in some seconds. */
  public static final class BusyException extends Exception {
    private static final long serialVersionUID = 1L;

    BusyException() {
      super("small pictures are being made");
    }
  }

  /**
   * The small picture of a photo; a sign for a picture that this server cannot draw, which is WebP
   * and whatever has more pixels than it has memory for; empty for what is no picture.
   *
   * @throws BusyException where so many are being drawn that this one did not get its turn
   */
  public Optional<Path> find(String bureau, StoredFile file) throws IOException, BusyException {
    Path kept = files.thumbnail(bureau, file.sha256());
    if (Files.isRegularFile(kept)) {
      return Optional.of(kept);
    }
    Path none = files.noThumbnail(bureau, file.sha256());
    if (!file.kind().isPicture()) {
      return Optional.empty();
    }
    if (Files.exists(none)) {
      return Optional.of(sign(bureau));
    }
    takeTurn();
    try {
      if (Files.exists(none)) {
        return Optional.of(sign(bureau));
      }
      return Optional.of(Files.isRegularFile(kept) ? kept : make(bureau, file, kept, none));
    } finally {
      makers.release();
    }
  }

  private void takeTurn() throws BusyException {
    try {
      if (makers.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new BusyException();
  }

  private Path sign(String bureau) throws IOException {
    Path kept = files.thumbnail(bureau, SIGN);
    return Files.isRegularFile(kept) ? kept : write(PictureSign.draw(SIDE), kept);
  }

  private Path make(String bureau, StoredFile file, Path kept, Path none) throws IOException {
    Files.createDirectories(kept.getParent());
    Optional<BufferedImage> drawn;
    try {
      drawn = draw(file);
    } catch (IIOException | EOFException | ZipException | RuntimeException e) {
      LOG.warn("no small picture can be made of {}", file.sha256(), e);
      drawn = Optional.empty();
    }
    if (drawn.isEmpty()) {
      Files.write(none, new byte[0]);
      return sign(bureau);
    }
    return write(drawn.get(), kept);
  }

  private static Path write(BufferedImage small, Path kept) throws IOException {
    Files.createDirectories(kept.getParent());
    Path made = Files.createTempFile(kept.getParent(), "making", "");
    ImageIO.write(small, "jpg", made.toFile());
    return Files.move(made, kept, StandardCopyOption.REPLACE_EXISTING);
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
        if ((long) width * height > MAX_PIXELS || effort(file) > MAX_EFFORT) {
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

  private static long effort(StoredFile file) throws IOException {
    if (file.kind() != FileKind.JPEG) {
      return 0;
    }
    try (ContentReader in =
        new ContentReader(
            new BufferedInputStream(Files.newInputStream(file.path()), START), file.bytes())) {
      return JpegCheck.effort(in);
    } catch (FileRefusedException e) {
      return Long.MAX_VALUE;
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
