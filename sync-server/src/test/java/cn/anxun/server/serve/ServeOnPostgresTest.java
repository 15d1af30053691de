package cn.anxun.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anxun.core.ledger.Role;
import cn.anxun.core.state.LedgerFold;
import cn.anxun.server.Main;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.auth.Grant;
import cn.anxun.server.storage.BureauLedger;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.PostgresAddress;
import cn.anxun.server.storage.Pusher;
import cn.anxun.server.storage.StorageException;
import cn.anxun.server.storage.StoredBureauLedger;
import cn.anxun.server.storage.TestPostgres;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data directory whose accounts and ledgers are in PostgreSQL. */
class ServeOnPostgresTest {
  private static final String BUREAU = "demo";
  private static final String ENTRY =
      """
      {"id":"01990000-0000-7000-8000-000000000001","kind":"DrillHeld","subject":"01990000-0000-7000-8000-000000000001",
       "at":"2026-03-20T02:00:00Z","businessDate":"2026-03-20","author":"zhang","device":"demo.A","public":{}}
      """;

  @TempDir Path folder;
  private PostgresAddress address;
  private String said = "";

  @BeforeEach
  void begin() {
    address = TestPostgres.newDatabase(null);
  }

  @AfterEach
  void end() {
    TestPostgres.drop(address);
  }

  private Path root() {
    return folder.resolve("data");
  }

  private int run(String... arguments) {
    StringWriter all = new StringWriter();
    PrintWriter printed = new PrintWriter(all, true);
    int exit = Main.run(List.of(arguments), Map.of("LANG", "zh_CN.UTF-8"), printed, printed);
    said = all.toString();
    return exit;
  }

  private String data() {
    return "--data=" + root();
  }

  @Test
  void start_whenToldOnce_remembersWhereItsTablesAre() {
    try (DataDirectory data = DataDirectory.open(root(), "test")) {
      data.usePostgres(address);
    }
    try (Server server =
        Server.start(
            DataDirectory.open(root(), "test"), ServerOptions.inProcess(), Clock.systemUTC())) {
      server.directory().bureaus().create(new Bureau(BUREAU, "示例区应急管理局", "510304"), "test");
      server.directory().accounts().create("zhang", "张三", "test");
      server.directory().accounts().grant("zhang", Grant.of(BUREAU, Role.INSPECTOR), "test");
      BureauLedger ledger = server.ledger(BUREAU);
      var unused =
          ledger.accept(
              new Pusher("zhang", Role.INSPECTOR, "demo.A"),
              List.of(ENTRY.getBytes(StandardCharsets.UTF_8)));
      assertThat(ledger.lastSeq()).as(unused.toString()).isEqualTo(1);
    }

    assertThat(root().resolve("directory.db")).doesNotExist();
    try (DataDirectory view = DataDirectory.view(root())) {
      assertThat(view.bureaus()).containsExactly(BUREAU);
      assertThat(view.hasBureau(BUREAU)).isTrue();
    }
    assertThat(run("user", "list", data())).as(said).isZero();
    assertThat(said).contains("zhang");
    assertThat(run("verify", data())).as(said).isZero();
    assertThat(said).contains(BUREAU);
    String before = epoch();
    assertThat(run("new-epoch", data())).as(said).isZero();
    assertThat(epoch()).isNotEqualTo(before);
    assertThat(run("new-epoch", "--data=" + folder.resolve("files"))).isNotZero();
  }

  private String epoch() {
    try (DataDirectory view = DataDirectory.view(root());
        StoredBureauLedger ledger =
            StoredBureauLedger.view(view.openBureau(BUREAU), new LedgerFold())) {
      return ledger.epoch();
    }
  }

  @Test
  void backup_whenTheTablesAreInPostgres_saysHowItIsDone() {
    try (DataDirectory data = DataDirectory.open(root(), "test")) {
      data.usePostgres(address);
    }

    assertThat(run("backup", folder.resolve("copy").toString(), data())).isNotZero();
    assertThat(said).contains("pg_dump").doesNotContain("password");
    run("doctor", data());
    assertThat(said).contains("! 每夜备份：账号与台账在 PostgreSQL 中");
  }

  @Test
  void usePostgres_whenTheTablesAreElsewhere_isRefused() {
    try (DataDirectory data = DataDirectory.open(root(), "test")) {
      data.usePostgres(address);
      data.usePostgres(address);
      PostgresAddress other = PostgresAddress.parse("postgresql://other@127.0.0.1/anxun");
      assertThatThrownBy(() -> data.usePostgres(other))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("postgres.address");
    }
    try (DataDirectory files = DataDirectory.open(folder.resolve("files"), "test")) {
      files.openBureau(BUREAU).close();
      assertThatThrownBy(() -> files.usePostgres(address))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("in files of its own");
    }
  }

  @Test
  void open_whenOthersMayReadThePassword_isRefused() throws Exception {
    try (DataDirectory data = DataDirectory.open(root(), "test")) {
      data.usePostgres(address);
      Path password = root().resolve("postgres.password");
      Files.writeString(password, "secret");
      Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));

      assertThatThrownBy(data::openDirectory)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("chmod 600");
    }
  }

  @Test
  void serve_whenTheAddressHasAPassword_isRefusedWithoutSayingIt() {
    assertThat(run("serve", data(), "--postgres", "postgresql://me:secret@127.0.0.1/anxun"))
        .isNotZero();

    assertThat(said).contains("ANXUN_POSTGRES_PASSWORD").doesNotContain("secret");
    assertThat(root().resolve("postgres.address")).doesNotExist();
  }
}
