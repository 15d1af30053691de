package cn.anxun.server.move;

import static cn.anxun.server.move.MovedBureau.BUREAU;
import static cn.anxun.server.move.MovedBureau.LATER;
import static cn.anxun.server.move.MovedBureau.PASSWORD;
import static cn.anxun.server.move.MovedBureau.PHOTO;
import static cn.anxun.server.move.MovedBureau.assertGone;
import static cn.anxun.server.move.MovedBureau.directory;
import static cn.anxun.server.move.MovedBureau.move;
import static cn.anxun.server.move.MovedBureau.rows;
import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.ledger.Role;
import cn.anxun.server.Main;
import cn.anxun.server.auth.Authentication;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Directory;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.auth.LoginOutcome;
import cn.anxun.server.auth.QuickPassword;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All of it is there and proved. */
final class BureauMoveTest {
  @TempDir Path folder;
  private MovedBureau bureau;

  @BeforeEach
  void setUp() {
    bureau = new MovedBureau(folder);
  }

  private final StringWriter out = new StringWriter();

  @Test
  void move_toPostgresAndBack_keepsEveryByte() throws Exception {
    TestPostgres.require();
    List<String> before;
    try (DataDirectory files = bureau.open("files");
        DataDirectory postgres = bureau.openPostgres("postgres")) {
      bureau.fill(files);
      before = rows(files);
      Head head = move(files, postgres);
      assertThat(head.seq()).isEqualTo(607);
      assertThat(rows(postgres)).isEqualTo(before);
      bureau.assertServed(postgres);
      assertGone(files);
      try (Directory directory = directory(postgres)) {
        assertThat(directory.bureaus().list()).extracting(Bureau::id).containsExactly(BUREAU);
      }
    }
    // Its connections are closed: nobody else is there.
    try (DataDirectory postgres = bureau.open("postgres");
        DataDirectory back = bureau.open("files")) {
      move(postgres, back);
      assertThat(rows(back)).isEqualTo(before);
      bureau.assertServed(back);
      assertGone(postgres);
      assertThat(back.isMovedAway(BUREAU)).isFalse();
    }
    assertThat(verify("files")).as("%s", out).isZero();
  }

  @Test
  void move_fromFilesThatAnotherProcessHasOpen_leavesNoEntryInTheirLog() throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory target = bureau.open("target")) {
      bureau.fill(files);
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
  void move_keepsThePhotosAndDraftsOfTheSourceAside() throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory target = bureau.open("target")) {
      bureau.fill(files);
      BureauMove.Moved moved = BureauMove.move(BUREAU, files, target, "test", CLOCK, step -> {});
      assertThat(moved.aside()).hasSize(2).allMatch(Files::isDirectory);
      assertThat(moved.aside().get(0).resolve(PHOTO)).hasContent("test");
      assertThat(files.attachments(BUREAU)).doesNotExist();
      assertThat(files.prepared(BUREAU)).doesNotExist();
      bureau.assertServed(target);
    }
  }

  @Test
  void move_whereBothHaveOneFolderOfPhotos_leavesItThere() throws Exception {
    try (DataDirectory files = bureau.open("files");
        DataDirectory target = bureau.open("target")) {
      bureau.fill(files);
      Files.createSymbolicLink(target.attachments(), files.attachments());
      BureauMove.Moved moved = BureauMove.move(BUREAU, files, target, "test", CLOCK, step -> {});
      assertThat(moved.aside()).hasSize(1);
      bureau.assertServed(target);
    }
  }

  @Test
  void move_back_bringsNothingBackThatChangedMeanwhile() throws Exception {
    try (DataDirectory first = bureau.open("first");
        DataDirectory second = bureau.open("second")) {
      bureau.fill(first);
      move(first, second);
      Files.writeString(second.prepared(BUREAU).resolve("draft"), "new");
      try (Directory directory = Directory.open(second, LATER, new Random(3))) {
        QuickPassword.set(directory.accounts(), "zhang", "another-password-1", "test");
        String phone =
            ((Authentication.Valid) bureau.authenticated(directory)).principal().device();
        directory.devices().revoke(phone, "test");
        directory.accounts().grant("zhang", Grant.of(BUREAU, Role.SUPERVISOR), "test");
      }

      move(second, first);

      try (Directory directory = directory(first)) {
        assertThat(bureau.authenticated(directory)).isInstanceOf(Authentication.Withdrawn.class);
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
  void command_movesToANewPostgres_andVerifyProvesItThere() throws Exception {
    TestPostgres.require();
    try (DataDirectory files = bureau.open("files")) {
      bureau.fill(files);
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

  private int verify(String name) {
    PrintWriter writer = new PrintWriter(out);
    return run(writer, "verify", "--data", folder.resolve(name).toString());
  }

  private static int run(PrintWriter writer, String... arguments) {
    return Main.run(List.of(arguments), Map.of(), writer, writer);
  }
}
