package cn.anxun.server.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.command.Language;
import cn.anxun.server.text.ServerTexts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

final class BenchCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Twice as much as its limit; or its counts are wrong. */
  private record Made(String name, boolean isLong, boolean counted) implements Work {
    @Override
    public Unit unit() {
      return Unit.MILLISECONDS;
    }

    @Override
    public Goal goal() {
      return Goal.ratioAtMost(1.2);
    }

    @Override
    public Trial begin(Path own) throws IOException {
      Files.writeString(own.resolve("data"), "some");
      return new Trial() {
        @Override
        public double ours() throws WrongCountException {
          WrongCountException.require("things", 7, counted ? 7 : 6);
          return 200.0 / 3;
        }

        @Override
        public double limit() {
          return 100.0 / 3;
        }

        @Override
        public void close() {}
      };
    }
  }

  private int run(List<Work> works, String... arguments) {
    CommandLine line = new CommandLine(new BenchCommand(works, new Rounds(0, Duration.ZERO, 2)));
    line.setResourceBundle(Language.ENGLISH.usage());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  private String in() {
    return "--in=" + folder;
  }

  @Test
  void json_isOneObjectWithARowForEachWork() {
    List<Work> works = List.of(new Made("one", false, true), new Made("two", false, true));

    assertThat(run(works, "--json", in())).isZero();

    assertThat(JsonText.read(out.toString()))
        .isEqualTo(
            JsonText.read(
                """
                {"rows": [
                  {"name": "one", "ours": 66.67, "limit": 33.33, "ratio": 2, "spread": 0,
                   "goal": "ratio ≤ 1.2", "ok": false},
                  {"name": "two", "ours": 66.67, "limit": 33.33, "ratio": 2, "spread": 0,
                   "goal": "ratio ≤ 1.2", "ok": false}]}
                """));
    assertThat(err.toString())
        .containsSubsequence("one: round 2 of 2", "33.33", "two: round 2 of 2", "33.33");
  }

  @Test
  void count_thatIsWrong_failsItsRowAlone_andTheCommand() {
    List<Work> works = List.of(new Made("wrong", false, false), new Made("right", false, true));

    assertThat(run(works, "--json", in())).isEqualTo(1);

    assertThat(err.toString()).contains("wrong: ", "things: 6 ≠ 7");
    Json.Items rows = (Json.Items) ((Json.Members) JsonText.read(out.toString())).get("rows");
    assertThat(rows.values().get(0))
        .isEqualTo(
            JsonText.read(
                """
                {"name": "wrong", "ours": null, "limit": null, "ratio": null, "spread": null,
                 "goal": "ratio ≤ 1.2", "ok": false}
                """));
    assertThat(((Json.Members) rows.values().get(1)).get("ratio")).isEqualTo(Json.of(2));
  }

  @Test
  void table_saysFiguresWithTheirUnit_andWhetherTheGoalIsMet() {
    run(List.of(new Made("one", false, true), new Made("none", false, false)), in());
    assertThat(out.toString().lines())
        .hasSize(4)
        .anySatisfy(
            line -> assertThat(line).containsSubsequence("66.67", "33.33", "ms", "2.00", "✗"))
        .anySatisfy(line -> assertThat(line).startsWith("none").contains("–"));
  }

  @Test
  void names_chooseWhatIsMeasured_andWhatTakesLongIsMeasuredByItsNameAlone() {
    List<Work> works = List.of(new Made("short", false, true), new Made("long", true, true));
    run(works, in());
    assertThat(out.toString()).contains("short").doesNotContain("long");
    out.getBuffer().setLength(0);
    run(works, "long", in());
    assertThat(out.toString()).contains("long").doesNotContain("short");
  }

  @Test
  void name_thatThereIsNot_isAnErrorThatListsThem_andNothingIsMeasured() {
    List<Work> works = List.of(new Made("short", false, true), new Made("long", true, true));
    assertThat(run(works, "short", "shrot", in())).isEqualTo(2);
    assertThat(err.toString()).contains("\"shrot\"; there are: short long").doesNotContain("round");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void folder_isEmptyAgain() throws IOException {
    run(List.of(new Made("one", false, true), new Made("two", false, false)), in());
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void help_saysWhatEachWorkMeasures_inWhichUnit_andWhichTakeLong(Language language) {
    CommandLine line = new CommandLine(new BenchCommand());
    CommandLine parent = new CommandLine(CommandLine.Model.CommandSpec.create().name("anxun"));
    parent.addSubcommand(line);
    parent.setResourceBundle(language.usage());
    List<String> lines = line.getUsageMessage().lines().toList();
    Texts texts = language == Language.ENGLISH ? ServerTexts.ENGLISH : ServerTexts.CHINESE;
    for (Work work : Works.standard()) {
      String star = work.isLong() ? " * (" : " (";
      String unit = texts.text(work.unit().key());
      assertThat(lines).contains("  " + work.name() + star + unit + ")");
    }
  }
}
