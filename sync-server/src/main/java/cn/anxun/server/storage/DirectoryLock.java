package cn.anxun.server.storage;

import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The lock of a data directory: the system frees it when its process ends, however it ends. What
 * another process reads in the file is for people; the lock alone counts.
 */
final class DirectoryLock implements AutoCloseable {
  private static final String NAME = "anxun.lock";

  /** Far behind the text, so that the text stays readable where a locked byte is not. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private final Path file;
  private final FileChannel channel;
  private final String holder;

  private DirectoryLock(Path file, FileChannel channel, String holder) {
    this.file = file;
    this.channel = channel;
    this.holder = holder;
  }

  static DirectoryLock take(Path root, String command) throws IOException {
    Path file = root.resolve(NAME);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      String other = Files.readString(file).strip();
      throw new StorageException(ServerTexts.both("storage.locked", root, other), null);
    }
    Instant since = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
    String holder =
        command
            + ", pid "
            + ProcessHandle.current().pid()
            + ", "
            + since.truncatedTo(ChronoUnit.SECONDS);
    DirectoryLock lock = new DirectoryLock(file, channel, holder);
    lock.write(holder);
    return lock;
  }

  /** Whether another process holds the lock of this data directory. */
  static boolean isHeld(Path root) throws IOException {
    Path file = root.resolve(NAME);
    if (!Files.exists(file)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return lock(channel) == null;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  void announce(String detail) {
    try {
      write(holder + ", " + detail);
    } catch (IOException e) {
      throw StorageException.noAccess(file, e);
    }
  }

  private void write(String text) throws IOException {
    channel.truncate(0);
    channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException e) {
      throw StorageException.noAccess(file, e);
    }
  }
}
