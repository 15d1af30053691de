package cn.anxun.server.file;

import cn.anxun.server.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whatever bytes a file has, looking into it ends with a verdict; what passes is drawn small or has
 * a sign in its place.
 */
public final class ContentFuzz {
  private static final int MOST_DRAWN = 4_000_000;
  private static final DataDirectory DATA = DataDirectory.ephemeral("fuzz");
  private static final Thumbnails THUMBNAILS = new Thumbnails(new FileStore(DATA));
  private static final String HASH = "ab".repeat(32);

  private ContentFuzz() {}

  /** Loads what drawing needs, which takes its time under a fuzzer. */
  public static void fuzzerInitialize() throws Exception {
    fuzzerTestOneInput(Pictures.jpeg(4, 4, 1));
    fuzzerTestOneInput(Pictures.png(4, 4, 1));
  }

  public static void fuzzerTestOneInput(byte[] data) throws Exception {
    Path file = Files.write(DATA.root().resolve("content"), data);
    Orientation.of(Arrays.copyOf(data, Math.min(data.length, 1 << 16)));
    Optional<FileKind> kind = ContentCheck.kind(file);
    for (FileKind declared : FileKind.values()) {
      try {
        ContentCheck.check(file, declared);
        if (kind.isEmpty() || kind.get() != declared) {
          throw new IllegalStateException("taken for " + declared);
        }
        draw(file, data, declared);
      } catch (FileRefusedException e) {
        if (e.getMessage() == null) {
          throw e;
        }
      }
    }
  }

  private static void draw(Path file, byte[] data, FileKind kind) throws Exception {
    FileStore files = new FileStore(DATA);
    if (data.length > MOST_DRAWN) {
      return;
    }
    forget(files.thumbnail("demo", HASH));
    forget(files.noThumbnail("demo", HASH));
    THUMBNAILS.find("demo", new StoredFile(HASH, file, data.length, kind));
  }

  private static void forget(Path file) throws IOException {
    Files.deleteIfExists(file);
  }
}
