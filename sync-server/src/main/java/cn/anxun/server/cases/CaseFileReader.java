package cn.anxun.server.cases;

import cn.anxun.core.form.FormJson;
import cn.anxun.core.form.FormRejectedException;
import cn.anxun.core.json.Json;
import cn.anxun.core.json.JsonSyntaxException;
import cn.anxun.core.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads case files and checks them. Members that no case knows are ignored at the outermost level
 * alone.
 */
public final class CaseFileReader {
  private static final int MAX_STREETS = 99;
  private static final int MAX_COMMUNITIES = 2_000;
  private static final int MAX_TITLE = 120;
  private static final int MAX_NAME = 200;
  private static final Pattern DIVISION = Pattern.compile("\\d{6}");
  private static final List<String> OURS =
      List.of(
          "execution_rate",
          "execution_score",
          "execution_score_on_initial_budget",
          "weights",
          "total");

  private CaseFileReader() {}

  /**
   * Reads a file.
   *
   * @throws CaseFileException where it cannot be read or is not a case
   */
  public static CaseFile read(Path file) throws CaseFileException {
    try {
      return read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CaseFileException("", "unreadable", file, String.valueOf(e.getMessage()));
    }
  }

  /** As {@link #read(Path)}, from its bytes. */
  public static CaseFile read(byte[] utf8) throws CaseFileException {
    Json json;
    try {
      json = JsonText.read(utf8);
    } catch (JsonSyntaxException e) {
      throw new CaseFileException("", "not-json", String.valueOf(e.getMessage()));
    }
    JsonAt file = new JsonAt("", json);
    if (!(json instanceof Json.Members)) {
      throw new CaseFileException("", "not-a-case");
    }
    CaseFile.Bureau bureau = bureau(file.member("bureau"));
    List<CaseFile.Group> groups = new ArrayList<>();
    for (JsonAt group : file.member("records").items()) {
      groups.add(GroupReader.read(group, groups.size()));
    }
    List<Expected> expected = new ArrayList<>();
    for (JsonAt item : file.member("expected").items()) {
      expected.add(expected(item));
    }
    List<CaseForm> forms = new ArrayList<>();
    for (JsonAt item : file.member("forms").items()) {
      forms.add(form(item, bureau.year(), forms.size()));
    }
    return new CaseFile(bureau, groups, expected, forms);
  }

  private static CaseFile.Bureau bureau(JsonAt bureau) throws CaseFileException {
    JsonAt division = bureau.member("division");
    if (!DIVISION.matcher(division.text(MAX_NAME)).matches()) {
      throw new CaseFileException(division.path(), "division");
    }
    JsonAt streets = bureau.member("streets");
    int streetCount = streets.isAbsent() ? 0 : streets.integer(1, MAX_STREETS);
    JsonAt communities = bureau.member("communities");
    return new CaseFile.Bureau(
        bureau.member("name").text(MAX_TITLE),
        division.text(MAX_NAME),
        bureau.member("year").integer(2000, 2099),
        streetCount,
        communities.isAbsent() ? 0 : communities.integer(1, MAX_COMMUNITIES));
  }

  private static Expected expected(JsonAt item) throws CaseFileException {
    JsonAt value = item.member("value");
    if (!(value.value() instanceof Json.Num) && !(value.value() instanceof Json.Text)) {
      throw new CaseFileException(value.path(), "number-or-text");
    }
    JsonAt unit = item.member("unit");
    return new Expected(
        item.member("indicator").text(MAX_NAME),
        MeasureAt.read(item.member("measure")),
        value.value(),
        unit.isAbsent() ? "" : unit.text(20));
  }

  private static CaseForm form(JsonAt form, int year, int index) throws CaseFileException {
    String title = form.member("title").text(MAX_TITLE);
    List<CaseForm.MustFlag> mustFlags = new ArrayList<>();
    for (JsonAt flag : form.member("must_flag").items()) {
      JsonAt row = flag.member("row");
      JsonAt says = flag.member("says");
      mustFlags.add(
          new CaseForm.MustFlag(
              row.isAbsent() ? "" : row.text(MAX_NAME),
              flag.member("flag").text(MAX_NAME),
              says.isAbsent() ? Optional.empty() : Optional.ofNullable(scalar(says))));
    }
    JsonAt ours = form.member("ours");
    Json.Members source = new Json.Members(form.members());
    try {
      FormJson.read(source, year, FormDocuments.key(index));
    } catch (FormRejectedException e) {
      throw new CaseFileException(form.path(), "rejected", String.valueOf(e.getMessage()));
    }
    return new CaseForm(
        index, title, source, mustFlags, ours.isAbsent() ? CaseForm.Ours.NONE : ours(ours));
  }

  private static CaseForm.Ours ours(JsonAt ours) throws CaseFileException {
    Map<String, Map<String, Json>> rows = new LinkedHashMap<>();
    Map<String, Json> whole = new LinkedHashMap<>();
    for (String name : ours.members().keySet()) {
      JsonAt member = ours.member(name);
      if (name.equals("rows")) {
        for (String row : member.members().keySet()) {
          rows.put(row, scalars(member.member(row), List.of("actual", "score")));
        }
      } else {
        require(member, name, OURS);
        whole.put(name, scalar(member));
      }
    }
    return new CaseForm.Ours(rows, whole);
  }

  private static Map<String, Json> scalars(JsonAt object, List<String> known)
      throws CaseFileException {
    Map<String, Json> values = new LinkedHashMap<>();
    for (String name : object.members().keySet()) {
      JsonAt member = object.member(name);
      require(member, name, known);
      values.put(name, scalar(member));
    }
    return values;
  }

  private static void require(JsonAt member, String name, List<String> known)
      throws CaseFileException {
    if (!known.contains(name)) {
      throw new CaseFileException(member.path(), "unknown-member", String.join("、", known));
    }
  }

  private static Json scalar(JsonAt at) throws CaseFileException {
    Json value = at.value();
    if (value instanceof Json.Num || value instanceof Json.Text) {
      return value;
    }
    throw new CaseFileException(at.path(), "number-or-text");
  }
}
