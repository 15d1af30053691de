package cn.anxun.server.file;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.entry.Attachment;
import cn.anxun.core.entry.DrillHeld;
import cn.anxun.core.entry.EntryIds;
import cn.anxun.core.entry.EntryJson;
import cn.anxun.core.entry.Fields;
import cn.anxun.core.entry.Header;
import cn.anxun.core.entry.Redacted;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.sync.Receipt;
import cn.anxun.server.clock.SettableClock;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.storage.SqliteDatabase;
import cn.anxun.server.storage.StoredBureauLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FileSweepTest {
  private static final String BUREAU = "demo";
  private static final Pusher OFFICE = new Pusher("office", Role.OFFICE, "phone-1");

  private final SettableClock clock = new SettableClock("2026-03-01T00:00:00Z");
  private final Random random = new Random(1);
  private final EntryIds ids = new EntryIds(clock, random);
  private final Set<String> waiting = new HashSet<>();
  private final DataDirectory data = DataDirectory.ephemeral("test");
  private BureauLedgers ledgers = new BureauLedgers(data, clock, random);

  @AfterEach
  void close() {
    ledgers.close();
    data.close();
  }

  @Test
  void sweep_ofFilesThatNothingNames_takesTheOldOnesAlone() throws Exception {
    String unnamed = stored(1);
    String named = stored(2);
    say("before", named);
    String held = stored(3);
    waiting.add(held);
    clock.forward(Duration.ofDays(20));
    String young = stored(4);
    sweep();
    assertThat(files()).containsExactlyInAnyOrder(unnamed, named, held, young);

    clock.forward(Duration.ofDays(11));
    sweep();

    assertThat(files()).containsExactlyInAnyOrder(named, held, young);
    assertThat(ledgers.get(BUREAU).files().listSenders(unnamed)).isEmpty();
    assertThat(ledgers.get(BUREAU).files().listSenders(named)).containsExactly("device K3");
  }

  @Test
  void sweep_afterARestore_waitsForPhonesThatComeLate() throws Exception {
    String lost = stored(1);
    ledgers.close();
    try (SqliteDatabase database = data.openBureauFile(BUREAU)) {
      StoredBureauLedger.beginEpoch(database, random, new LedgerFold());
    }
    ledgers = new BureauLedgers(data, clock, random);
    clock.forward(Duration.ofDays(360));
    sweep();
    assertThat(files()).containsExactly(lost);

    clock.forward(Duration.ofDays(10));
    sweep();
    assertThat(files()).isEmpty();
  }

  @Test
  void sweep_ofASignedCopyThatARedactionErased_takesItAtOnce_unlessAnotherRecordNamesIt()
      throws Exception {
    String copy = stored(1);
    String photo = stored(2);
    String shared = stored(3);
    String paper = say("signed-copy", copy, shared);
    String other = say("before", photo, shared);
    redact(paper);
    redact(other);
    sweep();

    assertThat(files()).containsExactlyInAnyOrder(photo, shared);
    assertThat(ledgers.get(BUREAU).files().isErased(copy)).isTrue();
    assertThat(ledgers.needsNoAttachment(BUREAU, copy)).isTrue();
  }

  private void sweep() {
    new FileSweep(data, new FileStore(data), ledgers, bureau -> waiting, clock).sweep();
  }

  private Set<String> files() throws Exception {
    Set<String> names = new HashSet<>();
    try (var held = Files.list(data.attachments(BUREAU))) {
      held.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }

  private String stored(int seed) throws Exception {
    byte[] photo = Pictures.jpeg(64, 48, seed);
    String sha256 = Pictures.sha256(photo);
    ledgers.get(BUREAU).files().remember(sha256, "device K3", photo.length);
    Files.createDirectories(data.attachments(BUREAU));
    Path file = Files.write(data.attachmentFile(BUREAU, sha256), photo);
    Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
    return sha256;
  }

  private String say(String role, String... hashes) {
    String id = ids.next();
    List<Attachment> files =
        List.of(hashes).stream()
            .map(sha256 -> new Attachment(sha256, 100, "image/jpeg", role))
            .toList();
    accept(EntryJson.write(new DrillHeld(header(id, id, null, files), Fields.NONE)).bytes());
    return id;
  }

  private void redact(String subject) {
    Fields fields =
        Fields.builder().set(Redacted.TARGET, subject).set(Redacted.REASON, "本人申请").build();
    Header header = header(ids.next(), subject, subject, List.of());
    accept(EntryJson.write(new Redacted(header, fields)).bytes());
  }

  private Header header(String id, String subject, @Nullable String after, List<Attachment> files) {
    LocalDate day = LocalDate.of(2026, 3, 1);
    return new Header(id, subject, after, clock.instant(), day, "office", "phone-1", files);
  }

  private void accept(byte[] entry) {
    assertThat(ledgers.get(BUREAU).accept(OFFICE, List.of(entry)).get(0))
        .isInstanceOf(Receipt.Accepted.class);
  }
}
