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
import cn.anxun.server.Main;
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
import cn.anxun.server.storage.PostgresAddress;
import cn.anxun.server.storage.PostgresDatabases;
import cn.anxun.server.storage.SampleEntries;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.storage.TestPostgres;
import cn.anxun.server.storage.TransactionWatch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it is there and proved, or the source is as it was. */
final class BureauMoveTest {
  private static final String BUREAU = "demo";
  private static final String PASSWORD = "Correct-horse-9";
  private static final String PHOTO =
      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  private static final List<String> TABLES =
      List.of(
          "entry ORDER BY seq",
          "redaction ORDER BY target",
          "attachment ORDER BY sha256, seq",
          "record ORDER BY subject",
          "import_heading ORDER BY heading",
          "file_sender ORDER BY sha256",
          "meta ORDER BY name");

  private static final Clock LATER = Clock.offset(CLOCK, Duration.ofHours(1));

  @TempDir Path folder;
  private String token = "";

  private DataDirectory open(String name) {
    return DataDirectory.open(folder.resolve(name), "test");
  }

  private DataDirectory openPostgres(String name) {
    DataDirectory data = open(name);
    data.usePostgres(TestPostgres.newDatabase());
    return data;
  }

  private static Directory directory(DataDirectory data) {
    return Directory.open(data, CLOCK, new Random(3));
  }

  /** A bureau with people, a phone, a photo, a redaction and what the ledger keeps besides. */
  private void fill(DataDirectory data) throws Exception {
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
  private void witness(Directory directory, StoredBureauLedger ledger) {
    Head head = ledger.head();
    directory
        .devices()
        .witness(
            ((Authentication.Valid) directory.devices().authenticate(token)).principal(),
            ledger.epoch(),
            new Witness(head.seq(), head.hash()),
            true);
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

  private static List<String> rows(DataDirectory data) {
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

  private static Head move(DataDirectory from, DataDirectory to) {
    return BureauMove.move(BUREAU, from, to, "test", CLOCK, step -> {}).head();
  }

  private void assertServed(DataDirectory data) throws Exception {
    try (Directory directory = directory(data)) {
      assertThat(directory.devices().authenticate(token)).isInstanceOf(Authentication.Valid.class);
      assertThat(directory.logins().login("zhang", PASSWORD))
          .isInstanceOf(LoginOutcome.Accepted.class);
      assertThat(directory.bureaus().find(BUREAU)).isPresent();
      assertThat(directory.walkAudit().breaks()).isEmpty();
    }
    assertThat(Files.readString(data.attachmentFile(BUREAU, PHOTO))).isEqualTo("test");
  }

  private static void assertRefused(DataDirectory from, DataDirectory to, String why) {
    assertThatThrownBy(() -> move(from, to))
        .isInstanceOf(MoveException.class)
        .hasMessageContaining(why);
    assertThat(from.hasBureau(BUREAU)).isTrue();
  }

  private static void assertGone(DataDirectory data) {
    assertThat(data.isMovedAway(BUREAU)).isTrue();
    assertThat(data.hasBureau(BUREAU)).isFalse();
    try (BureauLedgers ledgers = new BureauLedgers(data, CLOCK, new Random(1))) {
      assertThatThrownBy(() -> ledgers.get(BUREAU))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("moved to another server");
    }
  }

  @Test
  void move_toPostgresAndBack_keepsEveryByte() throws Exception {
    TestPostgres.require();
    List<String> before;
    try (DataDirectory files = open("files");
        DataDirectory postgres = openPostgres("postgres")) {
      fill(files);
      before = rows(files);
      Head head = move(files, postgres);
      assertThat(head.seq()).isEqualTo(607);
      assertThat(rows(postgres)).isEqualTo(before);
      assertServed(postgres);
      assertGone(files);
      try (Directory directory = directory(postgres)) {
        assertThat(directory.bureaus().list()).extracting(Bureau::id).containsExactly(BUREAU);
      }
    }
    // Its connections are closed: nobody else is there.
    try (DataDirectory postgres = open("postgres");
        DataDirectory back = open("files")) {
      move(postgres, back);
      assertThat(rows(back)).isEqualTo(before);
      assertServed(back);
      assertGone(postgres);
      assertThat(back.isMovedAway(BUREAU)).isFalse();
    }
    assertThat(verify("files")).as("%s", out).isZero();
  }

  @Test
  void move_fromFilesThatAnotherProcessHasOpen_leavesNoEntryInTheirLog() throws Exception {
    try (DataDirectory files = open("files");
        DataDirectory target = open("target")) {
      fill(files);
      try (Connection reader =
              DriverManager.getConnection("jdbc:sqlite:" + files.bureauFile(BUREAU));
          Statement statement = reader.createStatement()) {
        assertThat(entries(statement)).isEqualTo(607);
        move(files, target);
      }
      try (Stream<Path> left = Files.list(files.root().resolve("bureaus"))) {
        assertThat(left).isEmpty();
      }
      try (Stream<Path> moved = Files.list(files.root().resolve("moved"))) {
        List<Path> kept = moved.toList();
        assertThat(kept).hasSize(1);
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + kept.get(0));
            Statement statement = file.createStatement()) {
          assertThat(entries(statement)).isEqualTo(607);
        }
      }
    }
  }

  private static int entries(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("SELECT count(*) FROM entry")) {
      return row.getInt(1);
    }
  }

  @Test
  void moveAway_whereTheFileWentOn_isRefused() throws Exception {
    try (DataDirectory files = open("files")) {
      fill(files);
      assertThatThrownBy(() -> files.moveAway(BUREAU, Head.EMPTY, CLOCK.instant()))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("has gone on");
      assertThat(files.hasBureau(BUREAU)).isTrue();
    }
  }

  @Test
  void move_keepsThePhotosAndDraftsOfTheSourceAside() throws Exception {
    try (DataDirectory files = open("files");
        DataDirectory target = open("target")) {
      fill(files);
      BureauMove.Moved moved = BureauMove.move(BUREAU, files, target, "test", CLOCK, step -> {});
      assertThat(moved.aside()).hasSize(2).allMatch(Files::isDirectory);
      assertThat(moved.aside().get(0).resolve(PHOTO)).hasContent("test");
      assertThat(files.attachments(BUREAU)).doesNotExist();
      assertThat(files.prepared(BUREAU)).doesNotExist();
      assertServed(target);
    }
  }

  @Test
  void move_whereBothHaveOneFolderOfPhotos_leavesItThere() throws Exception {
    try (DataDirectory files = open("files");
        DataDirectory target = open("target")) {
      fill(files);
      Files.createSymbolicLink(target.attachments(), files.attachments());
      BureauMove.Moved moved = BureauMove.move(BUREAU, files, target, "test", CLOCK, step -> {});
      assertThat(moved.aside()).hasSize(1);
      assertServed(target);
    }
  }

  private final StringWriter out = new StringWriter();

  private int verify(String name) {
    PrintWriter writer = new PrintWriter(out);
    return run(writer, "verify", "--data", folder.resolve(name).toString());
  }

  private static int run(PrintWriter writer, String... arguments) {
    return Main.run(List.of(arguments), Map.of(), writer, writer);
  }

  @Test
  void command_movesToANewPostgres_andVerifyProvesItThere() throws Exception {
    TestPostgres.require();
    try (DataDirectory files = open("files")) {
      fill(files);
    }
    PrintWriter writer = new PrintWriter(out);
    int exit =
        run(
            writer,
            "move-bureau",
            BUREAU,
            "--data",
            folder.resolve("files").toString(),
            "--to",
            folder.resolve("postgres").toString(),
            "--postgres",
            TestPostgres.newDatabase().text());
    assertThat(exit).as("%s", out).isZero();
    assertThat(verify("postgres")).as("%s", out).isZero();
    assertThat(out.toString()).contains("607", "attachments/demo@", "prepared/demo@");
    assertThat(
            run(
                writer,
                "move-bureau",
                BUREAU,
                "--data",
                folder.resolve("files").toString(),
                "--to",
                folder.resolve("third").toString()))
        .isEqualTo(1);
  }

  /** Ends whoever commits for the so-manieth time from now on, right before or right after. */
  private static TransactionWatch killed(int[] left) {
    return new TransactionWatch() {
      @Override
      public void committing(Database database, Handle handle) {
        end();
      }

      @Override
      public void committed(Database database, Handle handle) {
        end();
      }

      private void end() {
        if (--left[0] == 0) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  @Test
  void move_whenKilledAtAnyCommit_isDoneByTheSameAgain() throws Exception {
    TestPostgres.require();
    int[] left = {0};
    int kills = 0;
    int before = -1;
    for (int at = 1; kills > before; at++) {
      before = kills;
      String files = "files" + at;
      String postgres = "postgres" + at;
      try (DataDirectory data = open(files)) {
        fill(data);
      }
      left[0] = at;
      kills += moveKilled(files, postgres, left, true);
      left[0] = 0;
      List<String> moved;
      try (DataDirectory there = open(postgres)) {
        moved = rows(there);
        assertServed(there);
      }
      left[0] = at;
      kills += moveKilled(postgres, files, left, false);
      try (DataDirectory back = open(files)) {
        assertThat(rows(back)).isEqualTo(moved);
        assertServed(back);
      }
    }
    assertThat(kills).as("commits at which it was killed").isGreaterThan(16);
  }

  /**
   * Moves it, and again where it was killed.
   *
   * @return how often it was
   */
  private int moveKilled(String from, String to, int[] left, boolean usePostgres) {
    try (DataDirectory source = DataDirectory.open(folder.resolve(from), "test", killed(left));
        DataDirectory target = DataDirectory.open(folder.resolve(to), "test", killed(left))) {
      if (usePostgres) {
        target.usePostgres(TestPostgres.newDatabase());
      }
      move(source, target);
      return 0;
    } catch (IllegalStateException e) {
      assertThat(e).hasMessage("killed");
    }
    left[0] = 0;
    try (DataDirectory source = open(from);
        DataDirectory target = open(to)) {
      move(source, target);
      assertGone(source);
      assertThat(source.attachments(BUREAU)).doesNotExist();
      assertThat(source.prepared(BUREAU)).doesNotExist();
    }
    return 1;
  }

  /** As a server does that was started too early, and again before the move is tried again. */
  private static void goOn(DataDirectory data, long seed) {
    try (Database database = data.openBureau(BUREAU);
        StoredBureauLedger ledger =
            StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold())) {
      byte[] drill = SampleEntries.bytes(new SampleEntries(seed).drills(1).get(0));
      assertThat(ledger.accept(INSPECTOR, List.of(drill))).hasSize(1);
    }
  }

  private static List<String> audited(DataDirectory data) {
    try (Directory directory = directory(data)) {
      return directory.audit().list(BUREAU, 0, 100).stream()
          .map(row -> row.event().action())
          .toList();
    }
  }

  private static void moveWhileItGoesOn(DataDirectory from, DataDirectory to) {
    assertThatThrownBy(
            () ->
                BureauMove.move(
                    BUREAU,
                    from,
                    to,
                    "test",
                    CLOCK,
                    step -> {
                      if (step.equals("move.copying")) {
                        goOn(from, 5);
                      }
                    }))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("gone on");
    assertThat(to.hasBureau(BUREAU)).as("copied by then").isTrue();
    assertThat(audited(from)).doesNotContain("bureau-moved");
    assertThat(audited(to)).doesNotContain("bureau-moved");
  }

  @Test
  void move_whereTheSourceWentOnAfterItWasCopied_isRefused_andCopiesAfreshWhenTriedAgain()
      throws Exception {
    try (DataDirectory files = open("files");
        DataDirectory target = open("target")) {
      fill(files);
      moveWhileItGoesOn(files, target);
      goOn(files, 6);
      List<String> before = rows(files);

      assertThat(move(files, target).seq()).isEqualTo(609);

      assertThat(rows(target)).isEqualTo(before);
      assertServed(target);
      assertGone(files);
      assertThat(audited(target)).containsOnlyOnce("bureau-moved");
    }
  }

  @Test
  void move_onPostgresWhereTheSourceWentOn_copiesAfreshWhenTriedAgain() throws Exception {
    TestPostgres.require();
    try (DataDirectory files = open("files");
        DataDirectory postgres = openPostgres("postgres")) {
      fill(files);
      moveWhileItGoesOn(files, postgres);
      goOn(files, 6);
      List<String> before = rows(files);

      move(files, postgres);

      assertThat(rows(postgres)).isEqualTo(before);
      assertServed(postgres);
    }
  }

  @Test
  void move_whereTheSourceWasTamperedWith_isRefused() throws Exception {
    TestPostgres.require();
    try (DataDirectory files = open("files");
        DataDirectory postgres = openPostgres("postgres")) {
      fill(files);
      try (Database database = files.openBureau(BUREAU)) {
        database.change(
            handle -> {
              handle.execute("DROP TRIGGER entry_is_never_changed");
              handle.execute("UPDATE entry SET kind = 'TrainingHeld' WHERE seq = 3");
            });
      }
      List<String> before = rows(files);
      assertRefused(files, postgres, "not as it was written");
      assertThat(rows(files)).isEqualTo(before);
      assertThat(postgres.hasBureau(BUREAU)).isFalse();
    }
  }

  /** All else is sound: but for the phone the shorter ledger would be moved. */
  @Test
  void move_whereTheTailIsCutOffThatAPhoneHasSeen_isRefused() throws Exception {
    try (DataDirectory files = open("files");
        DataDirectory target = open("target")) {
      fill(files);
      Entry last = new SampleEntries(5).drills(1).get(0);
      try (Database database = files.openBureau(BUREAU);
          StoredBureauLedger ledger =
              StoredBureauLedger.open(database, CLOCK, new Random(7), new LedgerFold());
          Directory directory = directory(files)) {
        assertThat(ledger.accept(INSPECTOR, List.of(SampleEntries.bytes(last)))).hasSize(1);
        witness(directory, ledger);
        database.change(
            handle -> {
              handle.execute("DROP TRIGGER entry_is_never_deleted");
              handle.execute("DELETE FROM record WHERE subject = ?", last.subject());
              handle.execute("DELETE FROM entry WHERE seq = 608");
            });
      }
      assertRefused(files, target, "TAIL_CUT");
      try (Database directory = files.openDirectory()) {
        directory.change(handle -> handle.execute("DELETE FROM head_witness"));
      }
      assertThat(move(files, target).seq()).isEqualTo(607);
    }
  }

  @Test
  void move_whereTheTargetHasAnotherLedgerOrOtherPeople_isRefused() throws Exception {
    try (DataDirectory files = open("files");
        DataDirectory other = open("other");
        DataDirectory third = open("third")) {
      fill(files);
      try (Database database = other.openBureau(BUREAU);
          StoredBureauLedger ledger =
              StoredBureauLedger.open(database, CLOCK, new Random(9), new LedgerFold())) {
        SampleEntries samples = new SampleEntries();
        assertThat(ledger.accept(INSPECTOR, List.of(SampleEntries.bytes(samples.hazard()))))
            .hasSize(1);
      }
      assertRefused(files, other, "with other entries");
      try (Directory directory = Directory.open(third, Clock.systemUTC(), new Random(3))) {
        directory.accounts().create("ZHANG", "张四", "test");
      }
      assertRefused(files, third, "zhang");
    }
  }

  @Test
  void move_whereTheTargetHasAnotherBureauOfThisName_isRefused() throws Exception {
    try (DataDirectory files = open("files");
        DataDirectory other = open("other")) {
      fill(files);
      try (Directory directory = Directory.open(other, LATER, new Random(3))) {
        directory.bureaus().create(new Bureau(BUREAU, "同名", "510306"), "test");
      }
      assertRefused(files, other, "another one");
    }
  }

  @Test
  void move_whereTheTargetWasOnlyLookedAt_goesOn() throws Exception {
    try (DataDirectory files = open("files");
        DataDirectory target = open("target")) {
      fill(files);
      List<String> before = rows(files);
      try (Database database = target.openBureau(BUREAU)) {
        // As the sweep of a server does, after a move that was broken off.
        StoredBureauLedger.open(database, CLOCK, new Random(9), new LedgerFold()).close();
      }

      move(files, target);

      assertThat(rows(target)).isEqualTo(before);
      assertServed(target);
    }
  }

  @Test
  void move_back_bringsNothingBackThatChangedMeanwhile() throws Exception {
    try (DataDirectory first = open("first");
        DataDirectory second = open("second")) {
      fill(first);
      move(first, second);
      Files.writeString(second.prepared(BUREAU).resolve("draft"), "new");
      try (Directory directory = Directory.open(second, LATER, new Random(3))) {
        QuickPassword.set(directory.accounts(), "zhang", "another-password-1", "test");
        String phone =
            ((Authentication.Valid) directory.devices().authenticate(token)).principal().device();
        directory.devices().revoke(phone, "test");
        directory.accounts().grant("zhang", Grant.of(BUREAU, Role.SUPERVISOR), "test");
      }

      move(second, first);

      try (Directory directory = directory(first)) {
        assertThat(directory.devices().authenticate(token))
            .isInstanceOf(Authentication.Withdrawn.class);
        assertThat(directory.logins().login("zhang", PASSWORD))
            .isNotInstanceOf(LoginOutcome.Accepted.class);
        assertThat(directory.logins().login("zhang", "another-password-1"))
            .isInstanceOf(LoginOutcome.Accepted.class);
        assertThat(directory.accounts().listGrants("zhang"))
            .extracting(Grant::role)
            .containsExactly(Role.SUPERVISOR);
      }
      assertThat(Files.readString(first.prepared(BUREAU).resolve("draft"))).isEqualTo("new");
    }
  }

  @Test
  void move_withinOneDatabaseByTwoNames_isRefused() throws Exception {
    TestPostgres.require();
    PostgresAddress address = TestPostgres.newDatabase();
    String otherwise = address.text().replace("localhost", "127.0.0.1");
    otherwise = otherwise.equals(address.text()) ? otherwise + "?ApplicationName=x" : otherwise;
    try (DataDirectory one = open("one")) {
      one.usePostgres(address);
      fill(one);
    }
    try (DataDirectory one = open("one");
        DataDirectory same = open("same")) {
      same.usePostgres(PostgresAddress.parse(otherwise));
      assertRefused(one, same, "nothing to move");
    }
  }

  @Test
  void move_whileAServerRunsOnTheTarget_orIsStartedMeanwhile_isRefused() throws Exception {
    TestPostgres.require();
    try (DataDirectory files = open("files");
        DataDirectory postgres = openPostgres("postgres")) {
      fill(files);
      PostgresAddress address = postgres.postgres().orElseThrow();
      try (PostgresDatabases server = PostgresDatabases.open(address, null)) {
        assertThat(server.bureaus()).isEmpty();
        assertRefused(files, postgres, "running server");
      }
      List<PostgresDatabases> started = new ArrayList<>();
      assertThatThrownBy(
              () ->
                  BureauMove.move(
                      BUREAU,
                      files,
                      postgres,
                      "test",
                      CLOCK,
                      step -> {
                        if (step.equals("move.copying")) {
                          started.add(PostgresDatabases.open(address, null));
                        }
                      }))
          .isInstanceOf(MoveException.class)
          .hasMessageContaining("running server");
      assertThat(files.hasBureau(BUREAU)).isTrue();
      started.forEach(PostgresDatabases::close);

      move(files, postgres);
      assertServed(postgres);
    }
  }

  @Test
  void move_whileAServerRunsOnTheSource_isRefused() throws Exception {
    TestPostgres.require();
    try (DataDirectory postgres = openPostgres("postgres")) {
      fill(postgres);
    }
    try (DataDirectory postgres = open("postgres");
        PostgresDatabases server =
            PostgresDatabases.open(postgres.postgres().orElseThrow(), null)) {
      assertThat(server.hasBureau(BUREAU)).isTrue();
      try (DataDirectory files = open("files")) {
        assertRefused(postgres, files, "running server");
      }
    }
    try (DataDirectory running = open("files")) {
      assertThat(
              run(
                  new PrintWriter(out),
                  "move-bureau",
                  BUREAU,
                  "--data",
                  running.root().toString(),
                  "--to",
                  folder.resolve("third").toString()))
          .isEqualTo(1);
    }
  }
}
