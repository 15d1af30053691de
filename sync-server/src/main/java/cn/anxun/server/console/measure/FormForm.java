package cn.anxun.server.console.measure;

import java.util.List;
import java.util.Optional;

/**
 * A form to define or to change, with what was typed and what comes of it.
 *
 * @param base what the rows come from
 * @param known what level-1 and level-2 headings are usually called
 * @param levels the level-1 blocks with the sum of their weights
 * @param weights the sum of all weights, or ""
 * @param flags what the form's check finds
 * @param preview the form as it prints; empty while it cannot be read
 * @param note that the targets are frozen or the year is closed; "" for neither
 */
public record FormForm(
    int year,
    String key,
    boolean isNew,
    String title,
    String template,
    List<String> templates,
    String execution,
    String seen,
    String base,
    List<Row> rows,
    List<String> known,
    List<Level> levels,
    String weights,
    List<String> flags,
    Optional<PrintedSheet> preview,
    String note,
    List<String> problems) {

  /**
   * One row.
   *
   * @param isTyped whether the office types its actual in, so that the page asks for the direction
   * @param words how it is scored, what it is now and what it gets
   */
  public record Row(
      FormDraft.Row typed,
      List<Option> operators,
      List<Option> indicators,
      List<Option> directions,
      List<Option> rules,
      boolean isTyped,
      String words) {}

  /** A level-1 block. */
  public record Level(String name, String sum, String declared) {}

  /** What is replaced on the page when something is typed: all but the inputs. */
  public String replaced() {
    StringBuilder ids = new StringBuilder("#preview,#problems");
    for (int i = 0; i < rows.size(); i++) {
      ids.append(",#words-").append(i);
    }
    return ids.toString();
  }
}
