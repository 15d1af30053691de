package cn.anxun.core.sync.file;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.sync.BackOff;
import cn.anxun.core.sync.Problem;
import cn.anxun.core.sync.RemoteAnswer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class FileUploadTest {
  private InMemoryFileQueue queue = new InMemoryFileQueue();
  private CuttingServer server = new CuttingServer();
  private final Watch watch = new Watch();
  private Instant now = Instant.parse("2026-03-02T01:00:00Z");

  @Test
  void run_whenTheLineBreaks_goesOnFromTheByteWhereItStopped() throws Exception {
    String photo = add(1, 300_000);
    server.cutAfter(100_000, 50_000);

    UploadOutcome outcome = run();

    assertThat(outcome).isInstanceOf(UploadOutcome.Done.class);
    assertThat(Arrays.equals(server.get(photo), bytes(1, 300_000))).isTrue();
    assertThat(server.received()).isEqualTo(300_000);
    assertThat(outcome.counts()).isEqualTo(new UploadCounts(1, 0, 0, 0, 2, 300_000));
    assertThat(queue.totals()).isEqualTo(FileTotals.NONE);
  }

  @Test
  void run_whenTheBureauHasIt_sendsNothing() throws Exception {
    String photo = add(1, 1000);
    server.has(photo, bytes(1, 1000));

    assertThat(run().counts()).isEqualTo(new UploadCounts(0, 1, 0, 0, 0, 0));
    assertThat(queue.stored()).containsExactly(photo);
  }

  @Test
  void run_whenTheReceiptIsLost_isNotSentAgain() throws Exception {
    add(1, 1000);
    server.loseReceipt();

    assertThat(run().counts().stored()).isEqualTo(1);
    assertThat(server.received()).isEqualTo(1000);
    assertThat(server.arrivals()).hasSize(1);
  }

  @Test
  void run_whenOnesFileIsDamagedMissingOrRefused_itAloneIsPutAside() throws Exception {
    String damaged = add(1, 1000);
    String missing = add(2, 1000);
    String refused = add(3, 1000);
    String good = add(4, 1000);
    queue.damage(damaged, Optional.of(bytes(9, 1000)));
    queue.damage(missing, Optional.empty());
    server.refuse(refused, Problem.of(400, "file-type-differs", "", "照片内容不是 JPEG。"));

    UploadOutcome outcome = run();

    assertThat(outcome).isInstanceOf(UploadOutcome.Done.class);
    assertThat(queue.stored()).containsExactly(good);
    assertThat(queue.problems())
        .containsEntry(damaged, new FileProblem(FileProblem.DAMAGED, ""))
        .containsEntry(missing, new FileProblem(FileProblem.MISSING, ""))
        .containsEntry(refused, new FileProblem("file-type-differs", "照片内容不是 JPEG。"));
    assertThat(outcome.counts().quarantined()).isEqualTo(3);
  }

  @Test
  void run_whenItArrivesAsAnotherOneEveryTime_isPutAsideInTheEnd() throws Exception {
    String photo = add(1, 1000);
    for (int i = 0; i < OneFile.MAX_FAILURES; i++) {
      assertThat(queue.problems()).isEmpty();
      server.refuse(photo, Problem.of(460, "file-hash-differs", "", ""));
      run();
      now = now.plus(BackOff.LONGEST);
    }

    assertThat(queue.problems().get(photo).code()).isEqualTo(FileProblem.DAMAGED_UNDERWAY);
  }

  @Test
  void run_whenTheServerStumblesOverOneFile_sendsTheOthersAndBlamesNobody() throws Exception {
    String odd = add(1, 1000);
    String good = add(2, 1000);
    Problem internal = Problem.of(500, "internal", "", "");
    for (int i = 0; i < 2 * OneFile.MAX_FAILURES; i++) {
      server.refuse(odd, internal);
    }

    assertThat(run()).isInstanceOf(UploadOutcome.Done.class);
    assertThat(queue.stored()).containsExactly(good);
    for (int i = 0; i < 2 * OneFile.MAX_FAILURES; i++) {
      now = now.plus(BackOff.LONGEST);
      run();
    }
    assertThat(queue.problems()).isEmpty();
    assertThat(queue.stored()).containsExactly(good, odd);
  }

  @Test
  void run_whenTheServerStumblesOverAll_ends() throws Exception {
    for (int i = 0; i < 5; i++) {
      server.refuse(add(i, 1000), Problem.of(500, "internal", "", ""));
    }

    assertThat(run()).isInstanceOf(UploadOutcome.Refused.class);
    assertThat(queue.totals().files()).isEqualTo(5);
  }

  @Test
  void run_whenTheAccountMayNot_endsAndBlamesNoFile() throws Exception {
    String photo = add(1, 1000);
    server.refuse(photo, Problem.of(403, "forbidden", "", "不能上传。"));

    UploadOutcome outcome = run();

    assertThat(outcome).isInstanceOf(UploadOutcome.Refused.class);
    assertThat(((UploadOutcome.Refused) outcome).problem().detail()).isEqualTo("不能上传。");
    assertThat(queue.problems()).isEmpty();
  }

  @Test
  void run_whenItAsksTooFast_waitsTheMomentThatTheServerSaysAndGoesOn() throws Exception {
    String photo = add(1, 1000);
    Problem limited = Problem.of(429, "rate-limited", "", "");
    for (int seconds : new int[] {0, 1, 3}) {
      server.refuse(photo, limited, Optional.of(Duration.ofSeconds(seconds)));
    }

    assertThat(run()).isInstanceOf(UploadOutcome.Done.class);
    assertThat(queue.stored()).containsExactly(photo);
    assertThat(watch.paused).isEqualTo(Duration.ofSeconds(1 + 1 + 3));
  }

  @Test
  void run_whenTheServerSaysALongerTime_endsAndAsksForThatTime() throws Exception {
    String photo = add(1, 1000);
    Problem quota = Problem.of(429, "upload-quota", "", "");
    server.refuse(photo, quota, Optional.of(Duration.ofHours(1)));

    assertThat(run())
        .isInstanceOfSatisfying(
            UploadOutcome.Refused.class,
            end ->
                assertThat(end.retryAfter())
                    .isBetween(Duration.ofHours(1), Duration.ofMinutes(66)));
    assertThat(watch.paused).isZero();
    assertThat(queue.problems()).isEmpty();
  }

  @Test
  void run_whenItIsAlwaysTooFast_ends() throws Exception {
    String photo = add(1, 1000);
    for (int i = 0; i < 100; i++) {
      server.refuse(
          photo, Problem.of(429, "rate-limited", "", ""), Optional.of(PatientFiles.LONGEST));
    }

    assertThat(run()).isInstanceOf(UploadOutcome.Refused.class);
    assertThat(watch.paused).isEqualTo(PatientFiles.LONGEST.multipliedBy(PatientFiles.MOST));
  }

  @Test
  void run_whenNothingGetsThrough_endsWithAGrowingWaitOfItsOwnAndTriesTheOthersFirst()
      throws Exception {
    String first = add(1, 1000);
    String second = add(2, 1000);
    server.cutAfter(0, 0, 0, 0, 0, 0, 0, 0);

    UploadOutcome offline = run();
    assertThat(offline)
        .isInstanceOfSatisfying(
            UploadOutcome.Offline.class,
            end -> assertThat(end.reason()).isEqualTo(RemoteAnswer.Reason.LOST));
    assertThat(queue.failures()).isEqualTo(1);
    run();
    assertThat(queue.failures()).isEqualTo(2);
    now = now.plus(BackOff.LONGEST);

    assertThat(run()).isInstanceOf(UploadOutcome.Done.class);
    assertThat(queue.failures()).isZero();
    assertThat(server.arrivals()).containsExactly(first, second);
  }

  @Test
  void run_whenAProxyLetsThroughLittleAtATime_sendsPieces() throws Exception {
    String photo = add(1, 1_000_000);
    server.letThrough(200_000);

    assertThat(run()).isInstanceOf(UploadOutcome.Done.class);
    assertThat(Arrays.equals(server.get(photo), bytes(1, 1_000_000))).isTrue();

    String other = add(2, 1_000_000);
    server.letThrough(10);
    run();
    assertThat(queue.problems().get(other).code()).isEqualTo(FileProblem.NOT_LET_THROUGH);
  }

  @Test
  void run_whenCancelled_endsAndTheNextGoesOn() throws Exception {
    add(1, 1000);
    add(2, 1000);
    watch.cancelAfter = 1;

    assertThat(run()).isInstanceOf(UploadOutcome.Cancelled.class);
    assertThat(queue.stored()).hasSizeLessThan(2);

    watch.cancelAfter = Integer.MAX_VALUE;
    assertThat(run()).isInstanceOf(UploadOutcome.Done.class);
    assertThat(queue.stored()).hasSize(2);
    assertThat(server.received()).isEqualTo(2000);
  }

  @Test
  void run_tellsHowFarItHasCome() throws Exception {
    add(1, 1000);
    add(2, 3000);

    run();

    assertThat(watch.seen.get(watch.seen.size() - 1).sent()).isEqualTo(4000);
    assertThat(watch.seen).allSatisfy(each -> assertThat(each.bytes()).isEqualTo(4000));
    assertThat(watch.seen).extracting(UploadProgress::sent).isSortedAccordingTo(Long::compareTo);
  }

  @Property(tries = 60)
  void run_whereverTheLineBreaks_eachArrivesOnceAndNoByteTwice(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int files) throws Exception {
    queue = new InMemoryFileQueue();
    server = new CuttingServer();
    Random random = new Random(seed);
    List<String> photos = new ArrayList<>();
    long total = 0;
    for (int i = 0; i < files; i++) {
      int length = 1 + random.nextInt(20_000);
      photos.add(add(i, length));
      total += length;
    }
    for (int i = 0; i < 40; i++) {
      server.cutAfter(random.nextInt(6_000));
    }

    while (queue.totals().files() > 0) {
      run();
      now = now.plus(BackOff.LONGEST);
    }

    assertThat(server.arrivals()).containsExactlyInAnyOrderElementsOf(photos);
    assertThat(queue.stored()).containsExactlyInAnyOrderElementsOf(photos);
    assertThat(server.received()).isEqualTo(total);
    assertThat(queue.problems()).isEmpty();
  }

  private UploadOutcome run() {
    return new FileUpload(
            queue, queue, server, Clock.fixed(now, ZoneOffset.UTC), new BackOff(new Random(1)))
        .run(watch);
  }

  private String add(int number, int length) throws NoSuchAlgorithmException {
    byte[] content = bytes(number, length);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    queue.add(sha256, content);
    return sha256;
  }

  private static byte[] bytes(int seed, int length) {
    byte[] content = new byte[length];
    new Random(seed).nextBytes(content);
    return content;
  }

  private static final class Watch implements UploadWatch {
    private final List<UploadProgress> seen = new ArrayList<>();
    private int cancelAfter = Integer.MAX_VALUE;
    private Duration paused = Duration.ZERO;

    @Override
    public boolean isCancelled() {
      return seen.size() >= cancelAfter;
    }

    @Override
    public void progress(UploadProgress progress) {
      seen.add(progress);
    }

    @Override
    public void pause(Duration time) {
      paused = paused.plus(time);
    }
  }
}
