package cn.anxun.server.console.paper;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.json.Json;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperTemplate;
import cn.anxun.core.paper.PaperTemplates;
import cn.anxun.core.paper.PaperText;
import cn.anxun.core.text.Texts;
import cn.anxun.server.http.Requests;
import cn.anxun.server.text.ServerTexts;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes the document of the wording of what was typed, and the inputs of a document. */
final class WordingForm {
  private static final List<String> BUREAU =
      List.of(
          PaperTemplates.NAME,
          PaperTemplates.SHORT,
          PaperTemplates.GOVERNMENT,
          PaperTemplates.COURT);
  private static final List<String> IN_NUMBER = List.of("short", "year", "n");
  private static final String SEPARATOR = " · ";
  private static final List<String> NUMBERS = List.of("deadline_days", "first_year", "first");

  private WordingForm() {}

  /** The document as typed. */
  static Json document(Context context) {
    Json.MembersBuilder bureau = Json.members();
    BUREAU.forEach(name -> bureau.put(name, Requests.typed(context, "bureau." + name)));
    List<Json> papers = new ArrayList<>();
    for (Paper paper : Paper.values()) {
      papers.add(paper(context, paper));
    }
    return Json.members().put("bureau", bureau.build()).put("papers", Json.items(papers)).build();
  }

  private static Json paper(Context context, Paper paper) {
    String prefix = paper.key() + '.';
    Json.MembersBuilder one =
        Json.members()
            .put("paper", paper.label())
            .put("external", !Requests.typed(context, prefix + "external").isEmpty())
            .put("number", Requests.typed(context, prefix + "number"));
    for (String name : NUMBERS) {
      String typed = Requests.typed(context, prefix + name);
      if (typed.matches("\\d{1,9}")) {
        one.put(name, Integer.parseInt(typed));
      } else if (!typed.isEmpty()) {
        one.put(name, typed);
      }
    }
    for (PaperText text : PaperText.values()) {
      if (isUsed(paper, text)) {
        String typed = Requests.typed(context, prefix + text.wire()).replace("\r\n", "\n");
        one.put(text.wire(), typed);
      }
    }
    return one.build();
  }

  /** What is wrong with it, each in a sentence that names the input. */
  static List<String> problems(Json document, Texts texts) {
    List<String> problems = new ArrayList<>();
    for (DocumentProblem problem : PaperTemplates.check(document)) {
      problems.add(problem.sentence(ServerTexts.core(texts), place(problem.path(), texts)));
    }
    return problems;
  }

  private static String place(String path, Texts texts) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    String key = "console.papers.text." + name;
    String label = texts.has(key) ? texts.text(key) : name;
    int index = 0;
    for (Paper paper : Paper.values()) {
      if (path.startsWith("papers[" + index + ']')) {
        return paper.label() + ' ' + label;
      }
      index++;
    }
    return label;
  }

  static List<WordingPage.Input> bureau(PaperTemplates templates, Texts texts) {
    return BUREAU.stream()
        .map(
            name ->
                new WordingPage.Input(
                    "bureau." + name,
                    texts.text("console.papers.text." + name),
                    templates.bureau(name),
                    60,
                    "",
                    false))
        .toList();
  }

  static List<WordingPage.OfPaper> papers(PaperTemplates templates, Texts texts) {
    List<WordingPage.OfPaper> papers = new ArrayList<>();
    for (Paper paper : Paper.values()) {
      PaperTemplate template = templates.get(paper);
      List<WordingPage.Input> inputs = new ArrayList<>();
      Map<String, String> values = new HashMap<>();
      values.put("deadline_days", Integer.toString(template.deadlineDays()));
      values.put(
          "first_year", template.firstYear() == 0 ? "" : Integer.toString(template.firstYear()));
      values.put("first", template.firstYear() == 0 ? "" : Long.toString(template.firstSerial()));
      inputs.add(
          input(paper, "number", template.number(), 50, help(IN_NUMBER, texts), false, texts));
      for (String name : NUMBERS) {
        inputs.add(input(paper, name, values.getOrDefault(name, ""), 9, "", false, texts));
      }
      for (PaperText text : PaperText.values()) {
        if (isUsed(paper, text)) {
          String help = help(text.placeholders(), texts);
          boolean isLong = text.maxLength() > 60;
          inputs.add(
              input(
                  paper, text.wire(), template.text(text), text.maxLength(), help, isLong, texts));
        }
      }
      papers.add(
          new WordingPage.OfPaper(
              paper.label(), paper.key() + ".external", template.external(), inputs));
    }
    return papers;
  }

  /** Which placeholders a text may have, and what each stands for. */
  private static String help(List<String> placeholders, Texts texts) {
    return placeholders.stream()
        .map(name -> '{' + name + "} " + texts.text("console.papers.placeholder." + name))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static WordingPage.Input input(
      Paper paper, String name, String value, int most, String help, boolean isLong, Texts texts) {
    return new WordingPage.Input(
        paper.key() + '.' + name,
        texts.text("console.papers.text." + name),
        value,
        most,
        help,
        isLong);
  }

  private static boolean isUsed(Paper paper, PaperText text) {
    return !PaperTemplates.standard().get(paper).text(text).isEmpty();
  }
}
