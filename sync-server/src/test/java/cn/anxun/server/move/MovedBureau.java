package cn.anxun.server.move;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.DAY;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.OFFICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.entry.Entry;
import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.core.sync.Enrolment;
import cn.anxun.core.sync.EnrolmentRequest;
import cn.anxun.core.sync.Witness;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.LoginOutcome;
import cn.anxun.server.auth.QuickPassword;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Database;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.storage.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jdbi.v3.core.Handle;

/** A bureau that is moved: what it holds, and what is true of it before and after. */
final class MovedBureau {
  static final String BUREAU = "demo";
  static final String PASSWORD = "Correct-horse-9";
  static final String PHOTO = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  static final Clock LATER = Clock.offset(CLOCK, Duration.ofHours(1));

  private static final List<String> TABLES =
      List.of(
          "entry ORDER BY seq",
          "redaction ORDER BY target",
          "attachment ORDER BY sha256, seq",
          "record ORDER BY subject",
          "import_heading ORDER BY heading",
          "file_sender ORDER BY sha256",
          "meta ORDER BY name");

  private final Path folder;
  private String token = "";

  /** In data directories of this folder. */
  MovedBureau(Path folder) {
    this.folder = folder;
  }

  DataDirectory open(String name) {
    return DataDirectory.open(folder.resolve(name), "test");
  }

  DataDirectory openPostgres(String name) {
    DataDirectory data = open(name);
    data.usePostgres(TestPostgres.newDatabase());
    return data;
  }

  static Directory directory(DataDirectory data) {
    return Directory.open(data, CLOCK, new Random(3));
  }

  /** A bureau with people, a phone, a photo, a redaction and what the ledger keeps besides. */
  void fill(DataDirectory data) throws Exception {
    try (Directory directory = directory(data)) {
      directory.bureaus().create(new Bureau(BUREAU, "示例", "510304"), "test");
      directory.bureaus().create(new Bureau("other", "别处", "510305"), "test");
      directory.accounts().create("zhang", "张三", "test");
      directory.accounts().grant("zhang", Grant.of(BUREAU, Role.INSPECTOR), "test");
      QuickPassword.set(directory.accounts(), "zhang", PASSWORD, "test");
      String code = directory.enrolments().createCode("zhang", BUREAU, "test");
      Enrolment phone =
          directory.enrolments().enrol(new EnrolmentRequest(code, "phone-1", "手机", ""));
      token = phone.token();
      try (Database database = data.openBureau(BUREAU);
          StoredBureauLedger ledger =
              StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold())) {
        say(ledger);
        ledger.files().remember(PHOTO, "device " + phone.device(), 4);
        ledger.rememberImportHeadings("hazards", Map.of("隐患描述", "description"));
        witness(directory, ledger);
      }
    }
    Files.createDirectories(data.attachments(BUREAU));
    Files.writeString(data.attachmentFile(BUREAU, PHOTO), "test");
    Files.createDirectories(data.prepared(BUREAU));
    Files.writeString(data.prepared(BUREAU).resolve("draft"), "old");
  }

  /** The phone tells that it has seen the ledger as it is. */
  void witness(Directory directory, StoredBureauLedger ledger) {
    Head head = ledger.head();
    directory
        .devices()
        .witness(
            ((Authentication.Valid) authenticated(directory)).principal(),
            ledger.epoch(),
            new Witness(head.seq(), head.hash()),
            true);
  }

  /** What the directory makes of the phone's token. */
  Authentication authenticated(Directory directory) {
    return directory.devices().authenticate(token);
  }

  private static void say(StoredBureauLedger ledger) {
    SampleEntries samples = new SampleEntries();
    Entry hazard = samples.hazard();
    Entry kept = samples.hazard();
    Entry rectified = samples.rectified(kept, DAY);
    List<Entry> said = new ArrayList<>(samples.drills(600));
    said.addAll(
        List.of(hazard, kept, rectified, samples.reviewed(rectified, DAY), samples.site("化工厂")));
    said.add(samples.drillWithPhoto(DAY, PHOTO));
    assertThat(ledger.accept(INSPECTOR, SampleEntries.bytes(said))).hasSize(606);
    assertThat(ledger.accept(OFFICE, List.of(SampleEntries.bytes(samples.redacted(hazard)))))
        .hasSize(1);
  }

  /** As a server does that was started too early, and again before the move is tried again. */
  static void goOn(DataDirectory data, long seed) {
    try (Database database = data.openBureau(BUREAU);
        StoredBureauLedger ledger =
            StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold())) {
      byte[] drill = SampleEntries.bytes(new SampleEntries(seed).drills(1).get(0));
      assertThat(ledger.accept(INSPECTOR, List.of(drill))).hasSize(1);
    }
  }

  static List<String> rows(DataDirectory data) {
    List<String> rows = new ArrayList<>();
    try (Database database = data.openBureau(BUREAU)) {
      for (String table : TABLES) {
        rows.addAll(database.read(handle -> rows(handle, table)));
      }
    }
    return rows;
  }

  private static List<String> rows(Handle handle, String table) {
    return handle
        .createQuery("SELECT * FROM " + table)
        .map(
            (row, context) -> {
              StringBuilder text = new StringBuilder(table);
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = row.getObject(i);
                text.append(' ').append(row.getMetaData().getColumnName(i)).append('=');
                text.append(
                    value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
              }
              return text.toString();
            })
        .list();
  }

  static Head move(DataDirectory from, DataDirectory to) {
    return BureauMove.move(BUREAU, from, to, "test", CLOCK, step -> {}).head();
  }

  void assertServed(DataDirectory data) throws Exception {
    try (Directory directory = directory(data)) {
      assertThat(authenticated(directory)).isInstanceOf(Authentication.Valid.class);
      assertThat(directory.logins().login("zhang", PASSWORD))
          .isInstanceOf(LoginOutcome.Accepted.class);
      assertThat(directory.bureaus().find(BUREAU)).isPresent();
      assertThat(directory.walkAudit().breaks()).isEmpty();
    }
    assertThat(Files.readString(data.attachmentFile(BUREAU, PHOTO))).isEqualTo("test");
  }

  static void assertRefused(DataDirectory from, DataDirectory to, String why) {
    assertThatThrownBy(() -> move(from, to))
        .isInstanceOf(MoveException.class)
        .hasMessageContaining(why);
    assertThat(from.hasBureau(BUREAU)).isTrue();
  }

  static void assertGone(DataDirectory data) {
    assertThat(data.isMovedAway(BUREAU)).isTrue();
    assertThat(data.hasBureau(BUREAU)).isFalse();
    try (BureauLedgers ledgers = new BureauLedgers(data, CLOCK, new Random(1))) {
      assertThatThrownBy(() -> ledgers.get(BUREAU))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("moved to another server");
    }
  }
}
