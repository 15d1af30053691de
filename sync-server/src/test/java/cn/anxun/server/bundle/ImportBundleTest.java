package cn.anxun.server.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.entry.RecordFields;
import cn.anxun.core.entry.WrittenEntry;
import cn.anxun.core.json.Json;
import cn.anxun.core.ledger.Cutoff;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.InMemoryPhoneStore;
import cn.anxun.core.sync.OutboxState;
import cn.anxun.core.sync.SyncOutcome;
import cn.anxun.core.sync.bundle.BundleException;
import cn.anxun.core.sync.bundle.BundleFormat;
import cn.anxun.core.sync.bundle.BundlePublicKey;
import cn.anxun.core.sync.bundle.BundleReceipts;
import cn.anxun.core.sync.bundle.BundleWriter;
import cn.anxun.core.sync.bundle.PackPart;
import cn.anxun.core.sync.bundle.PackWriter;
import cn.anxun.server.Main;
import cn.anxun.server.auth.Audit;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.phone.EnrolmentDesk;
import cn.anxun.server.phone.HttpNetwork;
import cn.anxun.server.phone.Phone;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phone that cannot reach the server, a file that is carried there, and one that comes back. */
class ImportBundleTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final String BUREAU = "test";

  @TempDir Path folder;

  private final InMemoryPhoneStore store = new InMemoryPhoneStore();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Phone phone;
  private BundlePublicKey key;

  @BeforeEach
  void enrol() throws Exception {
    try (Server server = server()) {
      server.directory().bureaus().create(new Bureau(BUREAU, "某区应急管理局", "430602"), "test");
      server.directory().accounts().create("li", "李", "test");
      server.directory().accounts().grant("li", Grant.of(BUREAU, Role.INSPECTOR), "test");
      String code = server.directory().enrolments().createCode("li", BUREAU, "test");
      Enrolment enrolment =
          new EnrolmentDesk(HttpNetwork.to(server.address()), CLOCK)
              .enrol(new EnrolmentRequest(code, "phone-1", "李的手机", ""));
      phone = phone(enrolment, URI.create("http://127.0.0.1:1"));
      key =
          enrolment.policy().get("bundleKey") instanceof Json.Text told
              ? BundlePublicKey.parse(told.value())
              : fail("the enrolment tells no key");
    }
  }

  @Test
  void importBundle_whenThePhoneNeverReachesTheServer_bringsAllThereAndReceiptsBack()
      throws Exception {
    record(600);
    assertThat(phone.sync()).isInstanceOf(SyncOutcome.Offline.class);
    Files.write(bundle(), phone.exportBundle(key));
    assertThat(store.counts().pending()).isEqualTo(600);

    assertThat(run()).isZero();

    assertThat(out.toString()).contains("600 accepted, 0 already there, 0 rejected");
    phone.settle(Files.readAllBytes(receipts()));
    assertThat(store.counts().pending()).isZero();
    assertThat(store.counts().accepted()).isEqualTo(600);
    try (Server server = server()) {
      Phone online = phone(phone.enrolment(), server.address());
      SyncOutcome outcome = online.sync();
      assertThat(outcome).isInstanceOf(SyncOutcome.Done.class);
      assertThat(outcome.counts().sent()).isZero();
      assertThat(server.ledger(BUREAU).lastSeq()).isEqualTo(600);
      assertThat(store.lastSeq()).isEqualTo(600);
      assertThat(online.state(Cutoff.latest(DAY)).list("hazard")).hasSize(600);
      assertThat(server.directory().audit().list(BUREAU, 0, 1_000))
          .extracting(Audit.Row::event)
          .anySatisfy(
              event -> {
                assertThat(event.action()).isEqualTo("bundle-imported");
                assertThat(event.object()).isEqualTo(phone.enrolment().device());
                assertThat(event.detail()).contains("accepted 600");
              });
    }
  }

  @Test
  void importBundle_whenTwice_countsOnceWithTheSameReceipts() throws Exception {
    record(3);
    Files.write(bundle(), phone.exportBundle(key));
    assertThat(run()).isZero();
    byte[] first = Files.readAllBytes(receipts());

    assertThat(run()).isZero();

    assertThat(out.toString()).contains("0 accepted, 3 already there");
    BundleReceipts again = BundleReceipts.read(Files.readAllBytes(receipts()), token());
    assertThat(again.bundle()).isEqualTo(BundleFormat.hash(Files.readAllBytes(bundle())));
    assertThat(again.reply().receipts())
        .isEqualTo(BundleReceipts.read(first, token()).reply().receipts());
    assertThat(lastSeq()).isEqualTo(3);
  }

  @Test
  void importBundle_ofAPack_laysItsPartsIntoAFolder_andTakesNoneThatWasCutOrChanged()
      throws Exception {
    byte[] photo = {(byte) 0xff, (byte) 0xd8, 1, 2, 3};
    byte[] pack = pack(phone.enrolment(), photo);
    Files.write(bundle(), pack);
    try (Server server = server()) {
      server.directory().devices().revoke(phone.enrolment().device(), "test");
    }

    assertThat(run()).isZero();

    Path parts = Path.of(bundle() + ".parts");
    assertThat(parts.resolve("photos/1.jpg")).hasBinaryContent(photo);
    assertThat(parts.resolve("drafts.json")).hasContent("[]");
    assertThat(new String(pack, StandardCharsets.ISO_8859_1))
        .doesNotContain("drafts.json", phone.enrolment().token());
    Files.write(bundle(), Arrays.copyOf(pack, pack.length - 20));
    assertThat(run()).as("cut before the last frame").isEqualTo(2);
    byte[] changed = pack.clone();
    changed[pack.length / 2] ^= 1;
    Files.write(bundle(), changed);
    assertThat(run()).as("changed").isEqualTo(2);
    Files.write(bundle(), pack(stranger(), photo));
    assertThat(run()).as("of nobody's device").isEqualTo(2);
    assertThatThrownBy(() -> new PackPart("../etc/passwd", "text/plain", photo))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private byte[] pack(Enrolment enrolment, byte[] photo) throws IOException {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    PackWriter writer = new PackWriter(key, enrolment, CLOCK.instant(), pack);
    writer.add(new PackPart("photos/1.jpg", "image/jpeg", photo));
    writer.add(
        new PackPart("drafts.json", "application/json", "[]".getBytes(StandardCharsets.UTF_8)));
    writer.finish();
    return pack.toByteArray();
  }

  private Enrolment stranger() {
    Enrolment known = phone.enrolment();
    return new Enrolment(
        "x".repeat(43),
        known.account(),
        known.name(),
        known.role(),
        known.unit(),
        known.device(),
        known.letters(),
        known.bureau(),
        known.policy());
  }

  @Test
  void importBundle_whenTheDeviceIsRevoked_holdsItInTheInbox() throws Exception {
    record(2);
    Files.write(bundle(), phone.exportBundle(key));
    try (Server server = server()) {
      server.directory().devices().revoke(phone.enrolment().device(), "test");
    }

    assertThat(run()).isZero();

    assertThat(out.toString()).contains("2 held in the inbox");
    phone.settle(Files.readAllBytes(receipts()));
    assertThat(store.list(OutboxState.HELD)).hasSize(2);
    assertThat(lastSeq()).isZero();
    try (Server server = server()) {
      assertThat(server.directory().inbox().listUndecided(BUREAU)).hasSize(2);
    }
  }

  @Test
  void importBundle_whenAnEntryIsRejected_takesTheOthersAndEndsWithOne() throws Exception {
    WrittenEntry good = record(1);
    String text = new String(good.bytes(), StandardCharsets.UTF_8);
    WrittenEntry bad =
        new WrittenEntry(
            good.entry(),
            text.replace("2026-03-02\"", "1999-03-02\"").getBytes(StandardCharsets.UTF_8));
    Files.write(
        bundle(),
        new BundleWriter(key).write(phone.enrolment(), List.of(bad, good), CLOCK.instant()));

    assertThat(run()).isEqualTo(1);

    assertThat(out.toString()).contains("1 accepted, 0 already there, 1 rejected");
    assertThat(lastSeq()).isEqualTo(1);
  }

  @Test
  void importBundle_whenTheFileCannotBeTrusted_takesNothingAndEndsWithTwo() throws Exception {
    record(1);
    byte[] bundle = phone.exportBundle(key);
    bundle[bundle.length - 1] ^= 1;
    Files.write(bundle(), bundle);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("was changed or is not complete");

    Files.writeString(bundle(), "a letter");
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("is not a bundle");

    Files.write(bundle(), bundleOf(phone.enrolment(), "another-token", "test"));
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("does not come from a device of this server");

    Files.write(bundle(), bundleOf(phone.enrolment(), token(), "another"));
    assertThat(run()).isEqualTo(2);
    assertThat(lastSeq()).isZero();
    assertThat(receipts()).doesNotExist();
  }

  @Test
  void importBundle_whenTheServerRuns_refusesAndNamesIt() throws Exception {
    record(1);
    Files.write(bundle(), phone.exportBundle(key));

    try (Server running = server()) {
      assertThat(run()).isEqualTo(1);
      assertThat(err.toString()).contains(running.address().toString());
    }
  }

  @Test
  void settle_whenTheReceiptsAreForged_settlesNothing() throws Exception {
    record(1);
    Files.write(bundle(), phone.exportBundle(key));
    run();
    byte[] forged = Files.readAllBytes(receipts());
    forged[20] ^= 1;

    assertThatThrownBy(() -> phone.settle(forged)).isInstanceOf(BundleException.class);
    assertThat(store.counts().pending()).isEqualTo(1);
  }

  private byte[] bundleOf(Enrolment device, String token, String bureau) {
    Enrolment other =
        new Enrolment(
            token,
            device.account(),
            device.name(),
            device.role(),
            device.unit(),
            device.device(),
            device.letters(),
            new Enrolment.Bureau(bureau, device.bureau().name(), device.bureau().division()),
            device.policy());
    return new BundleWriter(key).write(other, List.of(), CLOCK.instant());
  }

  private WrittenEntry record(int count) throws Exception {
    byte[] last = {};
    for (int i = 0; i < count; i++) {
      Fields fields =
          Fields.builder()
              .set(HazardFound.LEVEL, "一般")
              .set(RecordFields.NOTE, "第" + i + "条")
              .build();
      last = phone.record(HazardFound.KIND, DAY, fields).bytes();
    }
    return EntryJson.read(last);
  }

  private Phone phone(Enrolment enrolment, URI server) {
    return new Phone(enrolment, store, HttpNetwork.to(server), CLOCK, new Random(1));
  }

  private Server server() {
    return Server.start(DataDirectory.open(data(), "test"), ServerOptions.inProcess(), CLOCK);
  }

  private long lastSeq() {
    try (Server server = server()) {
      return server.ledger(BUREAU).lastSeq();
    }
  }

  private String token() {
    return phone.enrolment().token();
  }

  private int run() {
    return Main.run(
        List.of("--lang", "en", "import-bundle", bundle().toString(), "--data", data().toString()),
        Map.of(),
        new PrintWriter(out, true),
        new PrintWriter(err, true));
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path bundle() {
    return folder.resolve("phone.bundle");
  }

  private Path receipts() {
    return folder.resolve("phone.bundle.receipts.json");
  }
}
