package cn.anxun.server.verify;

import static cn.anxun.server.storage.SampleEntries.CLOCK;
import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.Main;
import cn.anxun.server.file.Pictures;
import cn.anxun.server.storage.BureauLedgers;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.Head;
import cn.anxun.server.storage.SampleEntries;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Head head = Head.EMPTY;

  @BeforeEach
  void fill() {
    try (DataDirectory data = DataDirectory.open(data(), "test");
        BureauLedgers ledgers = new BureauLedgers(data, CLOCK, new Random(3))) {
      ledgers.get("gongjing").accept(INSPECTOR, bytes(new SampleEntries().drills(3)));
      head = ledgers.get("gongjing").head();
      data.openDirectory().close();
    }
  }

  private Path data() {
    return folder.resolve("data");
  }

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--lang", "en"));
    all.addAll(List.of(arguments));
    return Main.run(all, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void verify_whenNothingHappened_passes() {
    int exit = run("verify", "--data", data().toString(), "--head", head.seq() + ":" + head.hash());

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("gongjing: verified. 3 entries").contains("1 heads");
  }

  @Test
  void verify_whenAByteIsFlipped_fails() {
    new Tampering(data().resolve("bureaus/gongjing.db")).flipByte(2);

    assertThat(run("verify", "--data", data().toString())).isEqualTo(1);
    assertThat(out.toString()).contains("Entry 2 (").contains("was changed");
  }

  @Test
  void verify_whenAPhotoIsNotAsItCame_namesIt() throws Exception {
    byte[] photo = Pictures.jpeg(64, 48, 1);
    Path folder = Files.createDirectories(data().resolve("attachments/gongjing"));
    Path file = Files.write(folder.resolve(Pictures.sha256(photo)), photo);
    assertThat(run("verify", "--data", data().toString())).isZero();

    photo[photo.length / 2] ^= 1;
    Files.write(file, photo);
    assertThat(run("verify", "--data", data().toString())).isEqualTo(1);
    assertThat(out.toString()).contains("The photo or document " + file.getFileName());
  }

  @Test
  void verify_whenAPrintedHeadIsOfAnotherLedger_fails() {
    assertThat(run("verify", "--data", data().toString(), "--head", "2:" + "ab".repeat(32)))
        .isEqualTo(1);
    assertThat(out.toString()).contains("The ledger was rewritten: --head");
  }

  @Test
  void verify_whenTheHeadIsMistyped_saysHowItMustBe() {
    assertThat(run("verify", "--data", data().toString(), "--head", "2")).isEqualTo(2);
    assertThat(err.toString()).contains("\"2\" is not SEQ:HASH");
  }

  @Test
  void backupAndRestore_whenVerified_pass() {
    String backup = folder.resolve("backup").toString();
    String restored = folder.resolve("restored").toString();

    assertThat(run("backup", "--data", data().toString(), backup)).isZero();
    assertThat(run("restore", "--data", restored, backup)).isZero();
    assertThat(run("verify", "--data", restored)).isZero();
    assertThat(run("verify", "--data", backup)).isZero();
    assertThat(run("restore", "--data", restored, backup)).isEqualTo(1);
    assertThat(err.toString())
        .contains("Copying bureaus/gongjing.db")
        .contains("overwrites nothing");
  }
}
