package cn.anxun.server.yearend;

import static cn.anxun.server.storage.SampleEntries.INSPECTOR;
import static cn.anxun.server.storage.SampleEntries.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.server.Main;
import cn.anxun.server.auth.Audit;
import cn.anxun.server.auth.Bureau;
import cn.anxun.server.serve.Server;
import cn.anxun.server.serve.ServerOptions;
import cn.anxun.server.storage.DataDirectory;
import cn.anxun.server.storage.SampleEntries;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YearCommandsTest {
  private static final LocalDate DAY = LocalDate.of(2021, 6, 1);

  @TempDir Path folder;

  private final SampleEntries samples = new SampleEntries();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Server start() {
    return Server.start(
        DataDirectory.open(folder, "test"), ServerOptions.inProcess(), Clock.systemUTC());
  }

  private int run(String command, String... more) {
    out.getBuffer().setLength(0);
    List<String> all =
        new ArrayList<>(
            List.of(
                "--lang",
                "en",
                command,
                "--data",
                folder.toString(),
                "--bureau",
                "gongjing",
                "--year",
                "2021"));
    all.addAll(List.of(more));
    return Main.run(all, Map.of(), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @Test
  void close_whenTheServerRunsAndWhenItDoesNot_signsOnceAndListsWhatIsLate() {
    try (Server server = start()) {
      server.directory().bureaus().create(new Bureau("gongjing", "贡井区应急管理局", "510303"), "test");
      server.ledger("gongjing").accept(INSPECTOR, List.of(bytes(samples.drill(DAY, 12))));

      assertThat(run("close")).isZero();
      assertThat(out.toString()).contains("is closed (edition 1): up to entry 1 and 2021-12-31");
      assertThat(server.directory().audit().list("gongjing", 0, 100))
          .extracting(Audit.Row::event)
          .anySatisfy(
              event -> {
                assertThat(event.action()).isEqualTo("year-closed");
                assertThat(event.object()).isEqualTo("2021/1");
              });
      server.ledger("gongjing").accept(INSPECTOR, List.of(bytes(samples.drill(DAY, 30))));
    }

    assertThat(run("close")).isZero();
    assertThat(out.toString()).contains("was closed before (edition 1)");
    assertThat(run("late")).isZero();
    assertThat(out.toString()).contains("1 entries changed").contains("12人次").contains("42人次");
    assertThat(run("close", "--new-edition", "One drill came late")).isZero();
    assertThat(out.toString())
        .contains("is closed (edition 2)")
        .contains("One drill came late")
        .contains("12人次")
        .contains("42人次");
    assertThat(run("late")).isZero();
    assertThat(out.toString()).contains("0 entries changed 0 figures");
  }

  @Test
  void close_whenTheGateFindsSomething_saysWhatAndExitsWithOne() {
    try (Server server = start()) {
      server.directory().bureaus().create(new Bureau("gongjing", "贡井区应急管理局", "510303"), "test");
      server
          .ledger("gongjing")
          .accept(INSPECTOR, List.of(bytes(samples.drillWithPhoto(DAY, "ab".repeat(32)))));
    }

    assertThat(run("close")).isEqualTo(1);
    assertThat(err.toString()).contains("1 have attachments that have not arrived");
    assertThat(run("close", "--override", "The phone was lost")).isZero();
    assertThat(out.toString()).contains("The phone was lost").contains("attachments");
  }

  @Test
  void close_whenThereIsNoSuchBureau_saysSo() {
    assertThat(run("close")).isEqualTo(1);
    assertThat(err.toString()).contains("gongjing");
  }
}
