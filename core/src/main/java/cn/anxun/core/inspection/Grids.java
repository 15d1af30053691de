package cn.anxun.core.inspection;

import cn.anxun.core.document.DocumentProblem;
import cn.anxun.core.document.DocumentProblem.Code;
import cn.anxun.core.document.DocumentReader;
import cn.anxun.core.entry.GridsRevised;
import cn.anxun.core.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The grids 网格 of a bureau ({@link GridsRevised}). */
public final class Grids {
  private static final int MAX_GRIDS = 5000;
  private static final Pattern CODE = Pattern.compile("[0-9]{12}[0-9A-Za-z]{0,8}");

  private Grids() {}

  /**
   * One grid.
   *
   * @param code the division code of its community, 12 digits, with up to 8 characters of the
   *     bureau's own
   */
  public record Grid(String code, String name) {}

  /** The grids of a document, or of a part of it, without what is wrong in it. */
  public static List<Grid> list(Json document) {
    return read(document, new ArrayList<>());
  }

  /** Everything that is wrong with a revision; empty where it may be saved. */
  public static List<DocumentProblem> check(Json document) {
    List<DocumentProblem> problems = new ArrayList<>();
    read(document, problems);
    return problems;
  }

  private static List<Grid> read(Json document, List<DocumentProblem> problems) {
    List<Grid> grids = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (DocumentReader reader :
        DocumentReader.of(document, problems).objects("grids", MAX_GRIDS)) {
      String code = reader.required("code", 20).orElse("");
      String name = reader.required("name", 120).orElse("");
      if (!code.isEmpty() && !CODE.matcher(code).matches()) {
        reader.reject(Code.BAD_NAME, "code", code);
      } else if (!code.isEmpty() && !codes.add(code)) {
        reader.reject(Code.DUPLICATE, "code", code);
      } else if (!code.isEmpty() && !name.isEmpty()) {
        grids.add(new Grid(code, name));
      }
    }
    return grids;
  }
}
