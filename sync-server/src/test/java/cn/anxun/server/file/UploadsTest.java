package cn.anxun.server.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.file.FileRefusedException.Reason;
import cn.anxun.server.file.Uploads.Sender;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.StorageException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class UploadsTest {
  private static final byte[] PHOTO = Pictures.jpeg(640, 480, 1);
  private static final String HASH = Pictures.sha256(PHOTO);
  private static final Sender ZHANG = new Sender("demo", "device K3");

  private final SettableClock clock = new SettableClock("2026-03-01T00:00:00Z");
  private final DataDirectory data = DataDirectory.ephemeral("test");
  private final FileStore files = new FileStore(data);
  private long free = 1L << 40;
  private final BureauLedgers ledgers = new BureauLedgers(data, clock, new Random(1));
  private Uploads uploads = uploads(Uploads.Limits.OF_SENDERS);

  @AfterEach
  void close() {
    ledgers.close();
    data.close();
  }

  private Uploads uploads(Uploads.Limits limits) {
    return new Uploads(data, files, ledgers, () -> free, limits, clock);
  }

  private Upload begin(Sender sender) throws Exception {
    return uploads.begin(sender, HASH, PHOTO.length, FileKind.JPEG);
  }

  private Upload append(Sender sender, int from, int until) throws Exception {
    return append(sender, from, new ByteArrayInputStream(PHOTO, from, until - from));
  }

  private Upload append(Sender sender, int from, InputStream body) throws Exception {
    return uploads.append(sender, HASH, from, Optional.empty(), body);
  }

  private static void assertRefused(ThrowingCallable call, Reason reason) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            FileRefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** A connection that is cut after so many bytes. */
  private static InputStream cutAfter(int from, int until) {
    return new InputStream() {
      private int at = from;

      @Override
      public int read() {
        throw new UnsupportedOperationException();
      }

      @Override
      public int read(byte[] chunk, int offset, int length) throws IOException {
        if (at == until) {
          throw new IOException("cut");
        }
        int count = Math.min(length, Math.min(1000, until - at));
        System.arraycopy(PHOTO, at, chunk, offset, count);
        at += count;
        return count;
      }
    };
  }

  @Test
  void append_whenTheConnectionIsCut_keepsWhatCame_alsoOverARestart() throws Exception {
    assertThat(begin(ZHANG).offset()).isZero();
    assertThatThrownBy(() -> append(ZHANG, 0, cutAfter(0, 5_500))).isInstanceOf(IOException.class);
    assertThat(begin(ZHANG)).isEqualTo(new Upload(HASH, PHOTO.length, 5_500));

    uploads = uploads(Uploads.Limits.OF_SENDERS);
    assertThat(uploads.find(ZHANG, HASH)).contains(new Upload(HASH, PHOTO.length, 5_500));
    assertThat(files.has("demo", HASH)).isFalse();
    assertThat(append(ZHANG, 5_500, PHOTO.length).offset()).isEqualTo(PHOTO.length);
    assertThat(Files.readAllBytes(data.attachmentFile("demo", HASH))).isEqualTo(PHOTO);
    try (Stream<Path> left = Files.walk(data.arriving()).filter(Files::isRegularFile)) {
      assertThat(left).isEmpty();
    }
  }

  /** As a kill leaves it between the last byte and the check. */
  private void allCameUnchecked(byte[] came) throws Exception {
    begin(ZHANG);
    Path part;
    try (Stream<Path> begun = Files.walk(data.arriving()).filter(Files::isRegularFile)) {
      part = begun.findFirst().orElseThrow();
    }
    Files.write(part, came);
    uploads = uploads(Uploads.Limits.OF_SENDERS);
  }

  @Test
  void upload_whoseBytesAllCameBeforeAKill_isToldAsWholeOnlyOnceItIs() throws Exception {
    allCameUnchecked(PHOTO);
    assertThat(begin(ZHANG)).isEqualTo(new Upload(HASH, PHOTO.length, PHOTO.length));
    assertThat(data.attachmentFile("demo", HASH)).hasBinaryContent(PHOTO);

    files.delete("demo", HASH);
    allCameUnchecked(PHOTO);
    assertThat(uploads.find(ZHANG, HASH)).contains(new Upload(HASH, PHOTO.length, PHOTO.length));
    assertThat(data.attachmentFile("demo", HASH)).hasBinaryContent(PHOTO);
  }

  @Test
  void upload_whoseBytesAllCameSpoiltBeforeAKill_beginsAnew() throws Exception {
    byte[] spoilt = PHOTO.clone();
    spoilt[PHOTO.length / 2] ^= 1;

    allCameUnchecked(spoilt);
    assertThat(begin(ZHANG)).isEqualTo(new Upload(HASH, PHOTO.length, 0));
    allCameUnchecked(spoilt);
    assertThat(uploads.find(ZHANG, HASH)).contains(new Upload(HASH, PHOTO.length, 0));

    assertThat(files.has("demo", HASH)).isFalse();
    assertThat(append(ZHANG, 0, PHOTO.length).offset()).isEqualTo(PHOTO.length);
  }

  @Test
  void begin_ofAFileThatTheBureauHolds_asksForNothing_butAnotherBureauForAll() throws Exception {
    begin(ZHANG);
    append(ZHANG, 0, PHOTO.length);
    assertThat(begin(new Sender("demo", "device K4")).offset()).isEqualTo(PHOTO.length);
    assertThat(begin(new Sender("other", "device K3")).offset()).isZero();
    assertThat(uploads.find(new Sender("other", "device K5"), HASH)).isEmpty();
    assertThat(append(ZHANG, PHOTO.length, PHOTO.length).offset()).isEqualTo(PHOTO.length);
    assertRefused(() -> append(ZHANG, 3, PHOTO.length), Reason.WRONG_OFFSET);
  }

  @Test
  void append_byTwoDevices_neitherSpoilsTheOthers() throws Exception {
    Sender li = new Sender("demo", "device K4");
    begin(ZHANG);
    begin(li);
    append(ZHANG, 0, 4_000);
    uploads.append(li, HASH, 0, Optional.empty(), new ByteArrayInputStream(new byte[100]));
    append(ZHANG, 4_000, PHOTO.length);
    assertThat(Files.readAllBytes(data.attachmentFile("demo", HASH))).isEqualTo(PHOTO);
    assertThat(uploads.find(li, HASH).orElseThrow().offset()).isEqualTo(PHOTO.length);
  }

  @Test
  void append_ofOtherBytes_dropsThemAndBeginsAnew() throws Exception {
    byte[] other = PHOTO.clone();
    other[other.length / 2] ^= 1;
    begin(ZHANG);
    assertRefused(() -> append(ZHANG, 0, new ByteArrayInputStream(other)), Reason.HASH_DIFFERS);
    assertThat(files.has("demo", HASH)).isFalse();
    assertThat(begin(ZHANG).offset()).isZero();
  }

  @Test
  void append_ofMoreThanWasSaid_isCutOffAndRefused() throws Exception {
    begin(ZHANG);
    InputStream more = new ByteArrayInputStream(Arrays.copyOf(PHOTO, PHOTO.length + 1));
    assertRefused(() -> append(ZHANG, 0, more), Reason.LONGER);
    assertThat(uploads.find(ZHANG, HASH)).isEmpty();
  }

  @Test
  void append_whenThePartsChecksumDiffers_dropsThePartAlone() throws Exception {
    begin(ZHANG);
    append(ZHANG, 0, 1_000);
    PartChecksum wrong = PartChecksum.parse("sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=").orElseThrow();
    assertRefused(
        () ->
            uploads.append(
                ZHANG,
                HASH,
                1_000,
                Optional.of(wrong),
                new ByteArrayInputStream(PHOTO, 1_000, 9_000)),
        Reason.CHECKSUM_DIFFERS);
    assertThat(uploads.find(ZHANG, HASH).orElseThrow().offset()).isEqualTo(1_000);
  }

  /** A connection on which nothing comes, or a byte now and then. */
  private static final class SlowBody extends InputStream {
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch ends = new CountDownLatch(1);
    private final boolean alive;
    private int at;

    SlowBody(boolean alive) {
      this.alive = alive;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(byte[] chunk, int offset, int length) throws IOException {
      began.countDown();
      try {
        if (!alive) {
          ends.await();
        } else if (ends.await(50, TimeUnit.MILLISECONDS)) {
          return -1;
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      chunk[offset] = PHOTO[at++];
      return 1;
    }
  }

  private CompletableFuture<Upload> appended(InputStream body) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return append(ZHANG, 0, body);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void append_whileAnotherRequestDoes_isBusy() throws Exception {
    begin(ZHANG);
    SlowBody slow = new SlowBody(true);
    CompletableFuture<Upload> first = appended(slow);
    slow.began.await();
    assertRefused(() -> append(ZHANG, 0, PHOTO.length), Reason.BUSY);
    slow.ends.countDown();
    int reached = (int) first.get().offset();
    assertThat(append(ZHANG, reached, PHOTO.length).offset()).isEqualTo(PHOTO.length);
  }

  @Test
  void find_ofAFileThatIsWhole_waitsForNobody() throws Exception {
    begin(ZHANG);
    SlowBody slow = new SlowBody(true);
    CompletableFuture<Upload> first = appended(slow);
    slow.began.await();
    Path place = data.attachmentFile("demo", HASH);
    Files.createDirectories(place.getParent());
    Files.write(place, PHOTO);
    assertThat(uploads.find(ZHANG, HASH).orElseThrow().offset()).isEqualTo(PHOTO.length);
    slow.ends.countDown();
    first.get();
  }

  @Test
  void append_whileAConnectionIsDead_takesItsPlace() throws Exception {
    begin(ZHANG);
    SlowBody dead = new SlowBody(false);
    CompletableFuture<Upload> first = appended(dead);
    dead.began.await();
    assertThat(append(ZHANG, 0, PHOTO.length).offset()).isEqualTo(PHOTO.length);
    assertThatThrownBy(first::get).hasRootCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void find_whenWhatCameCannotBeRead_saysSo_andNotThatNothingCame() throws Exception {
    begin(ZHANG);
    append(ZHANG, 0, 3_000);
    Path part;
    try (Stream<Path> all = Files.walk(data.arriving()).filter(Files::isRegularFile)) {
      part = all.findFirst().orElseThrow();
    }
    Path folder = part.getParent();
    for (Path spoilt : List.of(part, folder)) {
      Path aside = Files.move(spoilt, folder.resolveSibling("aside"));
      Files.createSymbolicLink(spoilt, spoilt);
      assertThatThrownBy(() -> uploads.find(ZHANG, HASH))
          .as("%s leads to itself", spoilt)
          .isInstanceOf(StorageException.class);
      Files.delete(spoilt);
      Files.move(aside, spoilt);
    }
    assertThat(uploads.find(ZHANG, HASH).orElseThrow().offset()).isEqualTo(3_000);
  }

  @Test
  void append_whenTheDiskIsFull_keepsWhatCame_andGoesOnWhenThereIsRoom() throws Exception {
    begin(ZHANG);
    append(ZHANG, 0, 3_000);
    free = DiskRoom.RESERVE;
    assertRefused(() -> append(ZHANG, 3_000, PHOTO.length), Reason.DISK_FULL);
    assertThat(uploads.find(ZHANG, HASH).orElseThrow().offset()).isEqualTo(3_000);
    free = 1L << 40;
    assertThat(append(ZHANG, 3_000, PHOTO.length).offset()).isEqualTo(PHOTO.length);
  }

  @Test
  void begin_ofFilesThatNoRecordNames_isBounded_butOneThatIsHeldIsNot() throws Exception {
    uploads = uploads(new Uploads.Limits(1L << 30, PHOTO.length));
    begin(ZHANG);
    append(ZHANG, 0, PHOTO.length);
    byte[] other = Pictures.jpeg(64, 48, 9);

    assertRefused(
        () -> uploads.begin(ZHANG, Pictures.sha256(other), other.length, FileKind.JPEG),
        Reason.UNNAMED);
    assertThat(begin(ZHANG).offset()).isEqualTo(PHOTO.length);
    Sender li = new Sender("demo", "device K4");
    assertThat(uploads.begin(li, Pictures.sha256(other), other.length, FileKind.JPEG).offset())
        .isZero();
  }

  @Test
  void begin_byOneWhoMustProve_asksForAllThatOthersSent_andThenKnowsIt() throws Exception {
    begin(ZHANG);
    append(ZHANG, 0, PHOTO.length);
    Sender grid = new Sender("demo", "device K5", true);

    assertThat(uploads.find(grid, HASH)).isEmpty();
    assertThat(begin(grid).offset()).isZero();
    append(grid, 0, PHOTO.length);

    assertThat(begin(grid).offset()).isEqualTo(PHOTO.length);
    assertThat(Files.readAllBytes(data.attachmentFile("demo", HASH))).isEqualTo(PHOTO);
  }

  /** A file of several megabytes: no picture, for it is never taken whole. */
  private static final byte[] LARGE = new byte[5 << 20];

  @Test
  void append_whileOthersFillTheDisk_stopsBeforeTheLedgersRoom() throws Exception {
    String hash = Pictures.sha256(LARGE);
    uploads.begin(ZHANG, hash, LARGE.length, FileKind.JPEG);
    free = DiskRoom.RESERVE + LARGE.length;
    InputStream body =
        new FilterInputStream(new ByteArrayInputStream(LARGE)) {
          @Override
          public int read(byte[] chunk, int offset, int length) throws IOException {
            free -= 2L * length;
            return super.read(chunk, offset, length);
          }
        };

    assertRefused(() -> uploads.append(ZHANG, hash, 0, Optional.empty(), body), Reason.DISK_FULL);
    assertThat(uploads.find(ZHANG, hash).orElseThrow().offset()).isBetween(1L << 20, 3L << 20);
  }

  @Test
  void append_ofMoreThanADaysShareAtOnce_stopsWhereTheShareEnds() throws Exception {
    String hash = Pictures.sha256(LARGE);
    uploads = uploads(new Uploads.Limits(2 << 20, 1L << 30));
    uploads.begin(ZHANG, hash, LARGE.length, FileKind.JPEG);

    assertRefused(
        () -> uploads.append(ZHANG, hash, 0, Optional.empty(), new ByteArrayInputStream(LARGE)),
        Reason.QUOTA);
    assertThat(uploads.find(ZHANG, hash).orElseThrow().offset()).isEqualTo(2 << 20);
  }

  @Test
  void append_whenHardlyAnythingComes_isEnded_andKeepsIt() throws Exception {
    begin(ZHANG);
    InputStream trickle =
        new FilterInputStream(new ByteArrayInputStream(PHOTO)) {
          @Override
          public int read(byte[] chunk, int offset, int length) throws IOException {
            clock.forward(Duration.ofSeconds(10));
            return super.read(chunk, offset, 500);
          }
        };

    assertRefused(() -> append(ZHANG, 0, trickle), Reason.SLOW);
    assertThat(begin(ZHANG).offset()).isEqualTo(3_000);
  }

  @Test
  void begin_afterAWeekWithoutMore_beginsAnew() throws Exception {
    begin(ZHANG);
    append(ZHANG, 0, 3_000);
    try (Stream<Path> all = Files.walk(data.arriving()).filter(Files::isRegularFile)) {
      Files.setLastModifiedTime(all.findFirst().orElseThrow(), FileTime.from(clock.instant()));
    }
    clock.forward(Duration.ofDays(6));
    assertThat(begin(ZHANG).offset()).isEqualTo(3_000);
    clock.forward(Duration.ofDays(2));
    assertThat(begin(ZHANG).offset()).isZero();
  }

  @Test
  void begin_ofManyFiles_isBounded() throws Exception {
    for (int i = 0; i < Uploads.MAX_BEGUN; i++) {
      uploads.begin(ZHANG, Pictures.sha256(new byte[] {(byte) i}), 10, FileKind.PDF);
    }
    assertRefused(() -> begin(ZHANG), Reason.TOO_MANY);
    uploads.giveUp(ZHANG, Pictures.sha256(new byte[] {0}));
    assertThat(begin(ZHANG).offset()).isZero();
  }
}
