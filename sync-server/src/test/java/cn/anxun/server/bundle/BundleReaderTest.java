package cn.anxun.server.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundleHeader;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.core.sync.bundle.BundleReceipts;
import cn.anxun.core.sync.bundle.BundleWriter;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SampleEntries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BundleReaderTest {
  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final String TOKEN = "a-token-of-the-device";

  private final DataDirectory data = DataDirectory.ephemeral("bundle");
  private final BundleKey key = BundleKey.open(data, new SecureRandom());
  private final List<WrittenEntry> entries =
      new SampleEntries().drills(700).stream().map(EntryJson::write).toList();

  @AfterEach
  void close() {
    data.close();
  }

  @Test
  void read_whenNothingHappened_givesBackWhatWasSealed() throws Exception {
    Bundle bundle = read(bundle());

    assertThat(bundle.header())
        .isEqualTo(new BundleHeader("test", "test.K3", key.publicKey().fingerprint(), NOW));
    assertThat(bundle.token()).isEqualTo(TOKEN);
    assertThat(bundle.entries())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(entries.stream().map(WrittenEntry::bytes).toList());
    assertThat(bundle.toString()).doesNotContain(TOKEN);
  }

  @Test
  void write_always_showsNeitherTokenNorEntries() {
    assertThat(new String(bundle(), StandardCharsets.ISO_8859_1))
        .startsWith("ANXUNB1\n{\"format\":\"anxun-bundle-1\"")
        .doesNotContain(TOKEN)
        .doesNotContain(entries.get(0).entry().id());
  }

  @Test
  void read_whenAnyByteOfTheFileIsFlipped_refuses() {
    byte[] bundle = write(entries.subList(0, 1));
    for (int at = 0; at < bundle.length; at++) {
      byte[] changed = bundle.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> read(changed)).isInstanceOf(BundleException.class);
    }
  }

  @Test
  void read_whenTheDeviceInTheHeaderIsChanged_refuses() {
    byte[] bundle = bundle();
    String text = new String(bundle, StandardCharsets.ISO_8859_1).replace("test.K3", "test.K4");

    assertProblem(Problem.CHANGED, () -> read(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void read_whenTheEndIsMissing_refuses() {
    byte[] bundle = bundle();
    int header = new String(bundle, StandardCharsets.ISO_8859_1).indexOf('\n', 8) + 1;

    for (int length : new int[] {header, header + 31, header + 32, header + 40}) {
      assertProblem(Problem.CHANGED, () -> read(Arrays.copyOf(bundle, length)));
    }
    assertProblem(Problem.CHANGED, () -> read(Arrays.copyOf(bundle, bundle.length - 1)));
    assertProblem(Problem.NOT_A_BUNDLE, () -> read(Arrays.copyOf(bundle, header - 1)));
    assertProblem(Problem.NOT_A_BUNDLE, () -> read(new byte[0]));
  }

  @Test
  void read_whenItIsSealedToAnotherServer_saysSo() {
    try (DataDirectory other = DataDirectory.ephemeral("bundle")) {
      BundleReader reader = new BundleReader(BundleKey.open(other, new SecureRandom()));

      assertProblem(Problem.OTHER_KEY, () -> reader.read(new ByteArrayInputStream(bundle())));
    }
  }

  @Test
  void read_whenItInflatesWithoutEnd_refusesWithoutDoingSo() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] blank = new byte[1 << 20];
      for (int i = 0; i <= BundleFormat.MAX_BYTES >> 20; i++) {
        gzip.write(blank);
      }
    }

    assertProblem(Problem.TOO_LARGE, () -> read(sealed(bomb.toByteArray())));
  }

  @Test
  void read_whenWhatIsSealedIsNoPush_refuses() throws Exception {
    assertProblem(Problem.NOT_A_BUNDLE, () -> read(sealed(new byte[] {1, 2, 3})));
    ByteArrayOutputStream noList = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(noList)) {
      gzip.write("token\n{\"entries\":3}".getBytes(StandardCharsets.UTF_8));
    }
    assertProblem(Problem.NOT_A_BUNDLE, () -> read(sealed(noList.toByteArray())));
  }

  @Test
  void open_whenTheKeyIsThere_isTheSameAndItsOwnersAlone() throws Exception {
    assertThat(BundleKey.open(data, new SecureRandom()).publicKey())
        .hasToString(key.publicKey().toString());
    assertThat(BundlePublicKey.parse(key.publicKey().toString()).fingerprint())
        .isEqualTo(key.publicKey().fingerprint());
    assertThat(Files.getPosixFilePermissions(data.root().resolve(BundleKey.FILE)))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void receipts_whenChangedOrOfAnotherDevice_areRefused() throws Exception {
    PushReply reply =
        new PushReply(List.of(new Receipt.Accepted("id", 7, "ab".repeat(32), false)), NOW);
    BundleReceipts receipts = new BundleReceipts("cd".repeat(32), reply);
    byte[] file = receipts.write(TOKEN);

    assertThat(BundleReceipts.read(file, TOKEN)).isEqualTo(receipts);
    assertProblem(Problem.CHANGED, () -> BundleReceipts.read(file, "another"));
    byte[] forged =
        new String(file, StandardCharsets.UTF_8)
            .replace("\"seq\":7", "\"seq\":8")
            .getBytes(StandardCharsets.UTF_8);
    assertProblem(Problem.CHANGED, () -> BundleReceipts.read(forged, TOKEN));
    assertProblem(Problem.NOT_RECEIPTS, () -> BundleReceipts.read(new byte[3], TOKEN));
    byte[] cut = Arrays.copyOf(file, file.length - 40);
    assertProblem(Problem.NOT_RECEIPTS, () -> BundleReceipts.read(cut, TOKEN));
    byte[] other =
        new String(file, StandardCharsets.UTF_8)
            .replace("cdcd", "efef")
            .getBytes(StandardCharsets.UTF_8);
    assertProblem(Problem.CHANGED, () -> BundleReceipts.read(other, TOKEN));
  }

  private static void assertProblem(Problem problem, ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }

  private byte[] bundle() {
    return write(entries);
  }

  private byte[] write(List<WrittenEntry> some) {
    Enrolment enrolment =
        new Enrolment(
            TOKEN,
            "li",
            "李",
            Role.INSPECTOR,
            "",
            "test.K3",
            "K3",
            new Enrolment.Bureau("test", "某区应急管理局", "430602"),
            Json.members().build());
    return new BundleWriter(key.publicKey()).write(enrolment, some, NOW);
  }

  private byte[] sealed(byte[] content) throws Exception {
    return BundleFuzz.sealed(key, content);
  }

  private Bundle read(byte[] bytes) throws BundleException, IOException {
    return new BundleReader(key).read(new ByteArrayInputStream(bytes));
  }
}
