package cn.anxun.server.demo;

import cn.anxun.core.form.FormFlag;
import cn.anxun.core.form.FormResult;
import cn.anxun.core.indicator.Figure;
import cn.anxun.core.ledger.Mark;
import cn.anxun.core.text.Texts;
import cn.anxun.server.cases.CaseAnswers;
import cn.anxun.server.cases.CaseFile;
import cn.anxun.server.cases.CaseReplay;
import cn.anxun.server.cases.FormTables;
import cn.anxun.server.cases.ReplayDevice;
import cn.anxun.server.phone.UnreliableNetwork.Fault;
import cn.anxun.server.text.ServerTexts;
import cn.anxun.server.text.TextTable;
import cn.anxun.server.text.TextTable.Align;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The demo as a person at a terminal reads it. */
final class DemoText {
  private static final String INDENT = "   ";

  private final Texts texts;
  private final PrintWriter out;
  private int chapters;

  DemoText(Texts texts, PrintWriter out) {
    this.texts = texts;
    this.out = out;
  }

  void title(CaseFile.Bureau bureau) {
    out.println(texts.text("demo.title", bureau.name(), bureau.year()));
    out.flush();
  }

  /** What the phones did, and what befell them. */
  void year(CaseReplay replay) {
    chapter("demo.year");
    TextTable table =
        new TextTable(
            List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT, Align.RIGHT),
            List.of(
                texts.text("demo.device"),
                texts.text("demo.store"),
                texts.text("demo.logged"),
                texts.text("demo.syncs"),
                texts.text("demo.faults"),
                texts.text("demo.unsent")));
    Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    for (ReplayDevice device : replay.devices()) {
      device.faults().forEach((fault, count) -> faults.merge(fault, count, Integer::sum));
      table.row(
          List.of(
              device.phone().enrolment().name(),
              texts.text(device.onDisk() ? "demo.store.disk" : "demo.store.memory"),
              String.valueOf(device.logged()),
              String.valueOf(device.syncs()),
              String.valueOf(device.faultCount()),
              String.valueOf(device.phone().store().counts().pending())));
    }
    table.lines(INDENT).forEach(out::println);
    List<String> befallen = new ArrayList<>();
    faults.forEach(
        (fault, count) ->
            befallen.add(texts.text("demo.fault." + fault.name().toLowerCase(Locale.ROOT), count)));
    line("demo.befallen", String.join(texts.text("demo.comma"), befallen));
    line("demo.arrived", replay.ledger().lastSeq());
  }

  void mended(DemoStory.Mended mended) {
    chapter("demo.mended");
    line("demo.mended.aside", mended.phone(), mended.others(), mended.reason());
    line("demo.mended.sent", mended.seq());
  }

  void merged(DemoStory.Merged merged) {
    chapter("demo.merged");
    line("demo.merged.sites", merged.merged(), merged.sites(), merged.unmerged());
  }

  void settled(DemoStory.Settled settled) {
    chapter("demo.settled");
    line(
        settled.marked() ? "demo.settled.marked" : "demo.settled.unmarked",
        settled.first(),
        settled.second(),
        settled.before());
    line(
        settled.cleared() ? "demo.settled.cleared" : "demo.settled.kept",
        settled.second(),
        settled.after());
  }

  void tallied(DemoStory.Tallied tallied) {
    chapter("demo.tallied");
    Figure drills = tallied.drills();
    line(
        "demo.tallied.drills",
        tallied.quantity(),
        drills.printed(),
        drills.fromLedger().stripTrailingZeros().toPlainString(),
        drills.fromTally().stripTrailingZeros().toPlainString());
  }

  /** Each indicator with what it is made of. */
  void figures(CaseFile file, CaseAnswers answers) {
    heading("demo.figures");
    TextTable table =
        new TextTable(
            List.of(Align.LEFT, Align.RIGHT, Align.LEFT, Align.LEFT, Align.RIGHT),
            List.of(
                texts.text("case.indicator"),
                texts.text("demo.value"),
                texts.text("case.unit"),
                texts.text("demo.made-of"),
                texts.text("demo.records")));
    List<Figure> figures = answers.figures();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      table.row(
          List.of(
              file.expected().get(i).indicator(),
              figure.printed(),
              figure.unit(),
              madeOf(figure),
              String.valueOf(figure.wholeIds().size())));
    }
    table.lines(INDENT).forEach(out::println);
  }

  private String madeOf(Figure figure) {
    StringBuilder made = new StringBuilder();
    if (figure.unit().equals("%")) {
      made.append(figure.part().toPlainString())
          .append(" / ")
          .append(figure.whole().toPlainString());
    } else if (figure.fromTally().signum() != 0) {
      made.append(
          texts.text(
              "demo.split",
              figure.fromLedger().stripTrailingZeros().toPlainString(),
              figure.fromTally().stripTrailingZeros().toPlainString()));
    }
    if (figure.marks().contains(Mark.CONFLICT)) {
      made.append(' ').append(texts.text("demo.conflict"));
    }
    return made.toString();
  }

  /** The forms, what is to be looked at in them, and their files. */
  void forms(List<FormResult> forms, List<Path> files) {
    heading("demo.forms");
    FormTables tables = new FormTables(texts);
    for (FormResult form : forms) {
      tables.lines(form, INDENT).forEach(out::println);
      for (FormFlag flag : form.flags()) {
        out.println(INDENT + "! " + flag.sentence(ServerTexts.core(texts)));
      }
      out.println();
    }
    files.forEach(file -> out.println(INDENT + file));
  }

  /** Where to look on in a browser. */
  void doors(URI link, URI login, Map<String, String> passwords) {
    heading("demo.doors");
    line("demo.link", link);
    line("demo.login", login);
    passwords.forEach((account, password) -> line("demo.password", account, password));
    out.flush();
  }

  void running() {
    out.println();
    out.println(texts.text("demo.running"));
    out.flush();
  }

  private void chapter(String key) {
    chapters++;
    out.println();
    out.println(chapters + "  " + texts.text(key));
    out.flush();
  }

  private void heading(String key) {
    out.println();
    out.println(texts.text(key));
    out.println();
  }

  private void line(String key, Object... arguments) {
    out.println(INDENT + texts.text(key, arguments));
    out.flush();
  }
}
