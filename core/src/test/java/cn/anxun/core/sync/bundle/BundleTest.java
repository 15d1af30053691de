package cn.anxun.core.sync.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.PushReply;
import cn.anxun.core.sync.Receipt;
import cn.anxun.core.sync.Records;
import cn.anxun.core.sync.bundle.BundleException.Problem;
import cn.anxun.core.sync.wire.v1.PushRequestJson;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.junit.jupiter.api.Test;

/** A bundle as the phone makes it, and the receipts that it believes. */
class BundleTest {
  private static final String TOKEN = "the-token-of-the-device";

  private final X25519PrivateKeyParameters secret =
      new X25519PrivateKeyParameters(new java.security.SecureRandom());
  private final BundlePublicKey key = new BundlePublicKey(secret.generatePublicKey());
  private final Records li = new Records("li", "phone-1");

  private byte[] write(List<WrittenEntry> entries) {
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
    return new BundleWriter(key).write(enrolment, entries, Records.NOW);
  }

  @Test
  void write_isOpenedByTheServersKeyAlone_andSaysNothingOpenlyOfWhatIsInIt() throws Exception {
    List<WrittenEntry> entries = li.hazards(3);
    byte[] bundle = write(entries);
    String text = new String(bundle, UTF_8);
    assertThat(text).startsWith("ANXUNB1\n{").doesNotContain(TOKEN).doesNotContain("张某某");

    int from = BundleFormat.magic().length;
    int end = from;
    while (bundle[end] != '\n') {
      end++;
    }
    byte[] header = Arrays.copyOfRange(bundle, from, end);
    BundleHeader read = BundleHeader.read(header);
    assertThat(read.device()).isEqualTo("test.K3");
    assertThat(read.key()).isEqualTo(key.fingerprint());
    int sealed = end + 1 + BundleFormat.KEY_BYTES;
    byte[] content =
        BundleFormat.hpke()
            .setupBaseR(
                Arrays.copyOfRange(bundle, end + 1, sealed),
                new AsymmetricCipherKeyPair(secret.generatePublicKey(), secret),
                BundleFormat.purpose())
            .open(header, Arrays.copyOfRange(bundle, sealed, bundle.length));
    byte[] inside = new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes();
    assertThat(new String(inside, UTF_8))
        .isEqualTo(TOKEN + "\n" + new String(PushRequestJson.write(entries), UTF_8));
  }

  @Test
  void write_whenTwice_isNeverTheSameFile() {
    List<WrittenEntry> entries = li.hazards(1);
    assertThat(BundleFormat.hash(write(entries)))
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(BundleFormat.hash(write(entries)));
  }

  @Test
  void parse_whenTheKeyIsNoKey_refuses() {
    assertThat(BundlePublicKey.parse(key.toString()).fingerprint()).isEqualTo(key.fingerprint());
    assertThatThrownBy(() -> BundlePublicKey.parse("AAAA"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BundlePublicKey.parse("中"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void receipts_whenTheServersOwn_areRead_andAnythingElseIsRefused() throws Exception {
    BundleReceipts receipts =
        new BundleReceipts(
            "cd".repeat(32),
            new PushReply(
                List.of(new Receipt.Accepted("id", 7, "ab".repeat(32), false)), Records.NOW));
    byte[] file = receipts.write(TOKEN);

    assertThat(BundleReceipts.read(file, TOKEN)).isEqualTo(receipts);
    assertThat(BundleReceipts.read((new String(file, UTF_8) + "\r\n").getBytes(UTF_8), TOKEN))
        .isEqualTo(receipts);
    refused(Problem.CHANGED, file, "another-token");
    for (int at = 1; at < file.length - 1; at++) {
      byte[] changed = file.clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> BundleReceipts.read(changed, TOKEN))
          .isInstanceOf(BundleException.class);
    }
    for (int length : new int[] {0, 1, 40, file.length - 30, file.length - 1}) {
      refused(Problem.NOT_RECEIPTS, Arrays.copyOf(file, length), TOKEN);
    }
    refused(Problem.NOT_RECEIPTS, "{\"receipts\":[]}".getBytes(UTF_8), TOKEN);
  }

  private static void refused(Problem problem, byte[] file, String token) {
    assertThatThrownBy(() -> BundleReceipts.read(file, token))
        .isInstanceOfSatisfying(
            BundleException.class, e -> assertThat(e.problem()).isEqualTo(problem));
  }
}
