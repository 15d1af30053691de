package cn.anxun.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.storage.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ThumbnailsTest {
  private static final byte[] PHOTO = Pictures.png(640, 480, 1);
  private static final String HASH = Pictures.sha256(PHOTO);

  private final DataDirectory data = DataDirectory.ephemeral("test");
  private final FileStore files = new FileStore(data);

  @AfterEach
  void close() {
    data.close();
  }

  private StoredFile stored(byte[] content) throws Exception {
    Path file = data.attachmentFile("demo", HASH);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return files.find("demo", HASH).orElseThrow();
  }

  @Test
  void find_ofAPictureThatFailsLate_isTriedOnce() throws Exception {
    Thumbnails thumbnails = new Thumbnails(files);
    assertSign(thumbnails.find("demo", stored(Pictures.pngOf(7_000, 7_000))));

    // It could be drawn now, were it tried again.
    assertSign(thumbnails.find("demo", stored(PHOTO)));
    assertSign(new Thumbnails(files).find("demo", stored(PHOTO)));
  }

  private static void assertSign(Optional<Path> found) {
    assertThat(found).get().asString().endsWith("no-small-picture.jpg");
  }

  @Test
  void find_whileOthersAreDrawn_saysSoInsteadOfWaiting() throws Exception {
    StoredFile photo = stored(PHOTO);
    Semaphore makers = new Semaphore(0);
    Thumbnails thumbnails = new Thumbnails(files, makers, Duration.ofMillis(1));
    assertThatThrownBy(() -> thumbnails.find("demo", photo))
        .isInstanceOf(Thumbnails.BusyException.class);

    makers.release();
    assertThat(thumbnails.find("demo", photo)).isPresent();
    assertThat(makers.availablePermits()).isEqualTo(1);
  }
}
