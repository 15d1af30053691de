package cn.anxun.server.console.paper;

import cn.anxun.core.entry.PaperIssued;
import cn.anxun.core.json.Json;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperContents;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.Register;
import cn.anxun.core.paper.RegisterLine;
import cn.anxun.core.paper.Signature;
import cn.anxun.core.text.Texts;
import cn.anxun.server.auth.Device;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.http.Requests;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Reads what a request asks of the register. */
final class RegisterReading {
  private static final String WAITING = "WAITING";
  private static final String SEPARATOR = " · ";

  /** More sentences than these nobody reads at once. */
  private static final int MOST_WRONG = 30;

  private final Register register;
  private final Texts texts;
  private final String paper;
  private final String year;
  private final String state;
  private final String words;
  private final Map<String, String> devices = new HashMap<>();

  /**
   * @param names the name of an account
   */
  RegisterReading(
      Context context,
      Register register,
      List<Device> devices,
      UnaryOperator<String> names,
      Texts texts) {
    this.register = register;
    this.texts = texts;
    this.paper = Requests.find(context, "paper").orElse("");
    this.year = Requests.find(context, "year").orElse("");
    this.state = Requests.find(context, "state").orElse("");
    this.words = Requests.find(context, "q").orElse("").strip();
    devices.forEach(
        device ->
            this.devices.put(
                device.id(), names.apply(device.account()) + SEPARATOR + device.name()));
  }

  /** The filter as it stands in an address. */
  String query() {
    StringBuilder query = new StringBuilder();
    Map.of("paper", paper, "year", year, "state", state, "q", words)
        .forEach(
            (name, value) ->
                query
                    .append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&'));
    return query.toString();
  }

  /** Those that the filter leaves, papers without a number first. */
  List<RegisterPage.Row> rows() {
    List<RegisterPage.Row> rows = new ArrayList<>();
    for (PaperRecord waiting : register.waiting()) {
      Paper of = waiting.paper().orElse(Paper.NOTICE);
      String in = Integer.toString(waiting.date().getYear());
      if (fits(of, in, WAITING)) {
        rows.add(row(of, "", WAITING, false, waiting, waiting.device(), ""));
      }
    }
    List<RegisterLine> lines = new ArrayList<>(register.lines());
    for (int i = lines.size() - 1; i >= 0; i--) {
      RegisterLine line = lines.get(i);
      if (fits(line.paper(), Integer.toString(line.year()), line.state().name())) {
        PaperRecord on = line.papers().isEmpty() ? null : line.papers().get(0);
        rows.add(
            on == null
                ? new RegisterPage.Row(
                    line.number(),
                    line.paper().label(),
                    line.year(),
                    name(line.state().name()),
                    line.state().isWrong(),
                    "",
                    "",
                    device(line.device()),
                    line.reason(),
                    "",
                    "")
                : row(
                    line.paper(),
                    line.number(),
                    on.state() == PaperState.UNAUTHORIZED ? "UNAUTHORIZED" : line.state().name(),
                    line.state().isWrong(),
                    on,
                    line.device(),
                    line.reason()));
      }
    }
    String wanted = words.toLowerCase(Locale.ROOT);
    rows.removeIf(
        row ->
            !(row.number() + row.site() + row.reason() + row.device())
                .toLowerCase(Locale.ROOT)
                .contains(wanted));
    return rows;
  }

  /** The same, with consecutive numbers that no paper bears and one reason explains in one row. */
  List<RegisterPage.Row> runs() {
    List<RegisterPage.Row> rows = rows();
    if (!words.isEmpty()) {
      return rows;
    }
    List<RegisterPage.Row> runs = new ArrayList<>();
    int first = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (i + 1 == rows.size() || !rows.get(i).isLike(rows.get(i + 1))) {
        runs.add(run(rows.get(first), rows.get(i), i - first + 1));
        first = i + 1;
      }
    }
    return runs;
  }

  /** The later numbers stand first. */
  private RegisterPage.Row run(RegisterPage.Row last, RegisterPage.Row first, int count) {
    return count == 1
        ? last
        : last.called(
            texts.text(
                "console.papers.run", first.number(), last.number(), Integer.toString(count)));
  }

  private RegisterPage.Row row(
      Paper of,
      String number,
      String in,
      boolean wrong,
      PaperRecord on,
      String device,
      String reason) {
    return new RegisterPage.Row(
        number,
        of.label(),
        on.date().getYear(),
        name(in),
        wrong,
        on.contents().text(PaperContents.Part.SITE),
        Days.text(on.date(), texts),
        device(device),
        reason,
        signed(on),
        "/papers/" + on.id());
  }

  private String signed(PaperRecord paper) {
    boolean copy = Json.TRUE.equals(paper.fields().raw("signed_copy"));
    boolean refused = paper.fields().is(PaperIssued.REFUSED_TO_SIGN);
    boolean onScreen = paper.signatures().stream().anyMatch(one -> one.who() == Signature.Who.SITE);
    String how = copy ? "copy" : refused ? "refused" : onScreen ? "screen" : "no";
    return paper.state() == PaperState.VOID ? "" : texts.text("console.papers.signed." + how);
  }

  private boolean fits(Paper of, String in, String at) {
    return (paper.isEmpty() || paper.equals(of.key()))
        && (year.isEmpty() || year.equals(in))
        && (state.isEmpty() || state.equals(at));
  }

  private String name(String in) {
    return texts.text("console.papers.state." + in.toLowerCase(Locale.ROOT));
  }

  private String device(String id) {
    return devices.getOrDefault(id, id);
  }

  /** What somebody must look at: the first of it in sentences, then how much more there is. */
  List<String> wrong() {
    List<RegisterLine> lines = register.listWrong();
    List<String> sentences = new ArrayList<>();
    for (RegisterLine line : lines.subList(0, Math.min(lines.size(), MOST_WRONG))) {
      sentences.add(
          texts.text(
              "console.papers.wrong." + line.state().name().toLowerCase(Locale.ROOT),
              line.paper().label(),
              line.number()));
    }
    if (lines.size() > MOST_WRONG) {
      sentences.add(texts.text("console.papers.wrong.more", lines.size() - MOST_WRONG));
    }
    return sentences;
  }

  List<RegisterPage.Option> papers() {
    List<RegisterPage.Option> options = new ArrayList<>();
    for (Paper one : Paper.values()) {
      options.add(new RegisterPage.Option(one.key(), one.label(), one.key().equals(paper)));
    }
    return options;
  }

  List<RegisterPage.Option> years() {
    TreeSet<Integer> years = new TreeSet<>();
    register.lines().forEach(line -> years.add(line.year()));
    register.waiting().forEach(waiting -> years.add(waiting.date().getYear()));
    return years.descendingSet().stream()
        .map(Object::toString)
        .map(one -> new RegisterPage.Option(one, one, one.equals(year)))
        .toList();
  }

  List<RegisterPage.Option> states() {
    List<RegisterPage.Option> options = new ArrayList<>();
    options.add(new RegisterPage.Option(WAITING, name(WAITING), WAITING.equals(state)));
    for (RegisterLine.State one : RegisterLine.State.values()) {
      options.add(new RegisterPage.Option(one.name(), name(one.name()), one.name().equals(state)));
    }
    return options;
  }

  String words() {
    return words;
  }

  /** Consecutive unused numbers by device. */
  List<RegisterPage.Unused> unused() {
    List<RegisterPage.Unused> runs = new ArrayList<>();
    for (RegisterLine line : register.lines()) {
      if (line.state() == RegisterLine.State.RESERVED) {
        int last = runs.size() - 1;
        boolean goesOn = last >= 0 && follows(line, runs.get(last));
        long first = goesOn ? runs.remove(last).first() : line.serial();
        runs.add(
            new RegisterPage.Unused(
                line.paper().label(),
                line.year(),
                first,
                line.serial(),
                line.device(),
                device(line.device())));
      }
    }
    return runs;
  }

  private static boolean follows(RegisterLine line, RegisterPage.Unused run) {
    return run.paper().equals(line.paper().label())
        && run.year() == line.year()
        && run.device().equals(line.device())
        && run.last() + 1 == line.serial();
  }
}
