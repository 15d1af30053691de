package cn.anxun.server.file;

import cn.anxun.server.file.FileRefusedException.Reason;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.LedgerFiles;
import cn.anxun.server.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files on their way. What comes is on the disk as it comes, so that a cut or a kill costs nothing
 * that arrived; a file counts as arrived when its hash and its content were checked and it is
 * durable at its place, and not before. Safe for several threads; one writes an upload at a time.
 */
public final class Uploads {
  /** The most bytes of a file. */
  public static final long MAX_BYTES = 64L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  /** How many files one sender may have begun. */
  static final int MAX_BEGUN = 200;

  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration SWEPT_EACH = Duration.ofHours(1);
  private static final int CHUNK = 1 << 16;

  /** After so many bytes it is asked again whether there is room: others write too. */
  private static final long STEP = 1 << 20;

  private final FileStore files;
  private final Arriving arriving;
  private final BureauLedgers ledgers;
  private final DiskRoom room;
  private final Limits limits;
  private final InstantSource clock;
  private final UploadLocks locks = new UploadLocks();
  private final DailyBytes daily;
  private Instant swept = Instant.MIN;

  /**
   * Whose upload: nobody else finds it.
   *
   * @param name {@code device} or {@code account}, a space and its id
   * @param mustProve whether it is told of a file that others sent only when it has sent it too
   */
  public record Sender(String bureau, String name, boolean mustProve) {
    public Sender(String bureau, String name) {
      this(bureau, name, false);
    }
  }

  /**
   * How much one sender may send.
   *
   * @param daily bytes in a day
   * @param unnamed bytes of files that no entry names
   */
  public record Limits(long daily, long unnamed) {
    /** A week's photos of a busy inspector are a tenth of the first; records go before photos. */
    public static final Limits OF_SENDERS = new Limits(4L << 30, 1L << 30);

    /** For what an administrator brings. */
    public static final Limits NONE = new Limits(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * @param ledgers know what each file belongs to
   * @param room how much room there is on the disk
   */
  public Uploads(
      DataDirectory data,
      FileStore files,
      BureauLedgers ledgers,
      DiskRoom room,
      Limits limits,
      InstantSource clock) {
    this.files = files;
    this.arriving = new Arriving(data);
    this.ledgers = ledgers;
    this.room = room;
    this.limits = limits;
    this.clock = clock;
    this.daily = new DailyBytes(clock, limits.daily());
  }

  /**
   * Begins an upload, or finds how far it is; a file that the bureau holds is whole at once, and so
   * is one that a redaction erased: nobody need send it.
   *
   * @throws FileRefusedException TOO_LARGE, TOO_MANY, UNNAMED, QUOTA, DISK_FULL, BUSY
   */
  public Upload begin(Sender sender, String sha256, long length, FileKind kind)
      throws FileRefusedException {
    if (length > MAX_BYTES) {
      throw new FileRefusedException(Reason.TOO_LARGE, MAX_BYTES >> 20);
    }
    daily.check(sender);
    sweep();
    if (records(sender).isErased(sha256)) {
      return new Upload(sha256, length, length);
    }
    return locks.hold(
        sender,
        sha256,
        reading -> {
          Optional<Upload> held = stored(sender, sha256);
          if (held.isPresent()) {
            drop(sender, sha256);
            return held.get();
          }
          List<Arriving.Part> begun = arriving.list(sender.bureau(), sender.name());
          for (Arriving.Part part : begun) {
            if (part.sha256().equals(sha256)) {
              if (part.length() == length && part.kind() == kind) {
                return reached(sender, part);
              }
              Files.delete(part.file());
            }
          }
          if (begun.size() >= MAX_BEGUN) {
            throw new FileRefusedException(Reason.TOO_MANY, MAX_BEGUN);
          }
          if (records(sender).unnamedBytes(sender.name()) >= limits.unnamed()) {
            throw new FileRefusedException(Reason.UNNAMED, limits.unnamed() >> 20);
          }
          room.need(length);
          return arriving.begin(sender.bureau(), sender.name(), sha256, length, kind).upload();
        });
  }

  /**
   * How far the sender's upload is; whole for a file that the bureau holds.
   *
   * @throws FileRefusedException BUSY while its last bytes are being checked
   */
  public Optional<Upload> find(Sender sender, String sha256) throws FileRefusedException {
    Optional<Upload> held = stored(sender, sha256);
    if (held.isPresent()) {
      return held;
    }
    Optional<Upload> part = part(sender, sha256);
    if (part.isEmpty()) {
      // It was finished meanwhile, or given up.
      return stored(sender, sha256);
    }
    return part.get().offset() < part.get().length()
        ? part
        : locks.hold(sender, sha256, reading -> lookAgain(sender, sha256));
  }

  /**
   * As far as the bytes go that have come, checked or not; empty too where it goes this moment.
   *
   * @throws StorageException where that cannot be read: a phone told of nothing would begin anew
   */
  private Optional<Upload> part(Sender sender, String sha256) {
    try {
      Optional<Arriving.Part> part = arriving.find(sender.bureau(), sender.name(), sha256);
      return part.isPresent() ? Optional.of(part.get().upload()) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw StorageException.noAccess(arriving.folder(sender.bureau(), sender.name()), e);
    }
  }

  private Optional<Upload> lookAgain(Sender sender, String sha256) throws IOException {
    Optional<Upload> held = stored(sender, sha256);
    Optional<Arriving.Part> part = arriving.find(sender.bureau(), sender.name(), sha256);
    return held.isEmpty() && part.isPresent() ? Optional.of(reached(sender, part.get())) : held;
  }

  /**
   * How far a part is. One whose bytes are all there was not checked yet: a kill, or a cut of the
   * connection, came between the last byte and the check. To say that it is whole is a receipt, so
   * it is checked before; what fails begins anew.
   */
  private Upload reached(Sender sender, Arriving.Part part) throws IOException {
    if (part.offset() < part.length()) {
      return part.upload();
    }
    try {
      return finish(sender, part);
    } catch (FileRefusedException e) {
      LOG.info("what came of a file of {} is not it: {}", sender.name(), e.reason());
      return arriving
          .begin(sender.bureau(), sender.name(), part.sha256(), part.length(), part.kind())
          .upload();
    }
  }

  private LedgerFiles records(Sender sender) {
    return ledgers.get(sender.bureau()).files();
  }

  private Optional<Upload> stored(Sender sender, String sha256) {
    return files
        .find(sender.bureau(), sha256)
        .filter(file -> !sender.mustProve() || records(sender).isSentBy(sender.name(), sha256))
        .map(file -> new Upload(sha256, file.bytes(), file.bytes()));
  }

  /**
   * Takes what comes, and keeps what came before a cut.
   *
   * @param offset where the body begins in the file
   * @return how far the upload is; whole only when it is checked and durable
   * @throws FileRefusedException as its reasons say
   * @throws IOException where the connection was cut; what came before is kept
   */
  public Upload append(
      Sender sender, String sha256, long offset, Optional<PartChecksum> checksum, InputStream body)
      throws FileRefusedException, IOException {
    try {
      return locks.hold(
          sender,
          sha256,
          reading -> {
            Optional<Upload> held = stored(sender, sha256);
            if (held.isPresent()) {
              return ended(held.get(), offset);
            }
            Arriving.Part part =
                arriving
                    .find(sender.bureau(), sender.name(), sha256)
                    .orElseThrow(() -> new FileRefusedException(Reason.NO_SUCH));
            return append(sender, part, offset, checksum, new Body(body, reading));
          });
    } catch (CutException e) {
      throw e.cut();
    }
  }

  private static Upload ended(Upload held, long offset) throws FileRefusedException {
    if (offset != held.length()) {
      throw new FileRefusedException(Reason.WRONG_OFFSET, held.length());
    }
    return held;
  }

  private Upload append(
      Sender sender, Arriving.Part part, long offset, Optional<PartChecksum> checksum, Body body)
      throws IOException, FileRefusedException {
    if (offset != part.offset()) {
      throw new FileRefusedException(Reason.WRONG_OFFSET, part.offset());
    }
    room.need(part.length() - offset);
    daily.check(sender);
    try (FileChannel out = FileChannel.open(part.file(), StandardOpenOption.WRITE)) {
      out.position(offset);
      try {
        copy(sender, body, out, part, checksum);
      } finally {
        out.force(false);
      }
      if (checksum.isPresent() && !checksum.get().isMet()) {
        out.truncate(offset);
        throw new FileRefusedException(Reason.CHECKSUM_DIFFERS);
      }
    }
    if (part.offset() == part.length()) {
      return finish(sender, part);
    }
    return part.upload();
  }

  private void copy(
      Sender sender,
      Body body,
      FileChannel out,
      Arriving.Part part,
      Optional<PartChecksum> checksum)
      throws IOException, FileRefusedException {
    byte[] chunk = new byte[CHUNK];
    Pace pace = new Pace(clock);
    long counted = out.position();
    try {
      for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
        if (out.position() + count > part.length()) {
          Files.deleteIfExists(part.file());
          throw new FileRefusedException(Reason.LONGER, part.length());
        }
        write(out, ByteBuffer.wrap(chunk, 0, count));
        if (checksum.isPresent()) {
          checksum.get().update(chunk, count);
        }
        pace.took(count);
        if (out.position() - counted >= STEP) {
          daily.add(sender, out.position() - counted);
          counted = out.position();
          daily.check(sender);
          room.need(Math.min(STEP, part.length() - counted));
        }
      }
    } finally {
      daily.add(sender, out.position() - counted);
    }
  }

  private void write(FileChannel out, ByteBuffer bytes) throws IOException, FileRefusedException {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      room.need(1);
      throw e;
    }
  }

  /** Checks the part and makes it a file of the bureau. */
  private Upload finish(Sender sender, Arriving.Part part)
      throws IOException, FileRefusedException {
    try {
      if (!hash(part.file()).equals(part.sha256())) {
        throw new FileRefusedException(Reason.HASH_DIFFERS);
      }
      ContentCheck.check(part.file(), part.kind());
    } catch (FileRefusedException e) {
      Files.delete(part.file());
      throw e;
    }
    records(sender).remember(part.sha256(), sender.name(), part.length());
    files.publish(sender.bureau(), part.sha256(), part.file());
    return new Upload(part.sha256(), part.length(), part.length());
  }

  private static String hash(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Gives up what the sender has begun.
   *
   * @throws FileRefusedException NO_SUCH, BUSY
   */
  public void giveUp(Sender sender, String sha256) throws FileRefusedException {
    boolean dropped = locks.hold(sender, sha256, reading -> drop(sender, sha256));
    if (!dropped) {
      throw new FileRefusedException(Reason.NO_SUCH);
    }
  }

  private boolean drop(Sender sender, String sha256) throws IOException {
    Optional<Arriving.Part> part = arriving.find(sender.bureau(), sender.name(), sha256);
    return part.isPresent() && Files.deleteIfExists(part.get().file());
  }

  private synchronized void sweep() {
    Instant now = clock.instant();
    if (swept.isBefore(now.minus(SWEPT_EACH))) {
      swept = now;
      try {
        arriving.sweep(now.minus(KEPT));
      } catch (IOException e) {
        LOG.warn("uploads that were given up cannot be cleaned away", e);
      }
    }
  }

  /** What a request brings; waiting for it is told, so that a dead connection can give way. */
  private record Body(InputStream in, UploadLocks.Reading reading) {
    int read(byte[] chunk) {
      reading.begin();
      try {
        return in.read(chunk);
      } catch (IOException e) {
        throw new CutException(e);
      } finally {
        reading.end();
      }
    }
  }

  /** The connection was cut; not the disk. */
  private static final class CutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IOException cut;

    CutException(IOException cut) {
      super(cut);
      this.cut = cut;
    }

    IOException cut() {
      return cut;
    }
  }
}
