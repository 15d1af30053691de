package cn.anxun.server.storage;

import cn.anxun.server.disk.DurableFile;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which PostgreSQL holds the tables of a data directory, where one does. The directory remembers
 * it, so that no command takes it for an empty one.
 */
final class PostgresPlace implements AutoCloseable {
  private static final String ADDRESS = "postgres.address";
  private static final String PASSWORD = "postgres.password";
  private static final String PASSWORD_VARIABLE = "ANXUN_POSTGRES_PASSWORD";

  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path root;
  private final boolean writable;
  private final TransactionWatch watch;
  private Optional<PostgresAddress> address;
  private @Nullable PostgresDatabases open;

  PostgresPlace(Path root, boolean writable, TransactionWatch watch) {
    this.root = root;
    this.writable = writable;
    this.watch = watch;
    this.address = firstLine(root.resolve(ADDRESS)).map(PostgresAddress::parse);
  }

  /** Empty where the tables are in files. */
  synchronized Optional<PostgresAddress> address() {
    return address;
  }

  /**
   * Remembers the address.
   *
   * @throws StorageException where another one is remembered
   */
  synchronized void use(PostgresAddress wanted) {
    if (address.isPresent() && !address.get().equals(wanted)) {
      throw new StorageException(
          ServerTexts.both("postgres.has-another", root, address.get()), null);
    }
    try {
      DurableFile.write(
          root.resolve(ADDRESS),
          (wanted.text() + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw StorageException.noAccess(root.resolve(ADDRESS), e);
    }
    address = Optional.of(wanted);
  }

  /**
   * The databases at the address, connected when they are first asked for.
   *
   * @throws StorageException where they cannot be used; the message says what to do
   */
  synchronized PostgresDatabases databases() {
    PostgresDatabases connected = open;
    if (connected == null) {
      connected = PostgresDatabases.open(address.orElseThrow(), password(), writable, watch);
      open = connected;
    }
    return connected;
  }

  /** Null where none is kept: then the driver looks where PostgreSQL's own programs do. */
  private @Nullable String password() {
    String given = System.getenv(PASSWORD_VARIABLE);
    if (given != null) {
      return given;
    }
    Path file = root.resolve(PASSWORD);
    try {
      if (Files.exists(file)
          && file.getFileSystem().supportedFileAttributeViews().contains("posix")
          && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
        throw new StorageException(ServerTexts.both("postgres.password-open", file), null);
      }
    } catch (IOException e) {
      throw StorageException.noAccess(file, e);
    }
    return firstLine(file).orElse(null);
  }

  private static Optional<String> firstLine(Path file) {
    try {
      return Files.exists(file)
          ? Files.readString(file).lines().findFirst().map(String::strip)
          : Optional.empty();
    } catch (IOException e) {
      throw StorageException.noAccess(file, e);
    }
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
