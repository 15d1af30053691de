package cn.anxun.server.console.paper;

import java.util.List;

/**
 * The form of the bureau's wording.
 *
 * @param seen the revision that the editor saw, "" for none
 * @param problems why it was not saved, in sentences
 * @param bureau names of the bureau
 * @param previews the papers as they would be printed; none before they are asked for
 */
public record WordingPage(
    String seen,
    List<String> problems,
    List<Input> bureau,
    List<OfPaper> papers,
    List<List<Piece>> previews) {

  /**
   * One input.
   *
   * @param help which placeholders it may have, or ""
   */
  public record Input(
      String name, String label, String value, int most, String help, boolean isLong) {}

  /** One paper's inputs. */
  public record OfPaper(String name, String externalName, boolean external, List<Input> inputs) {
    public OfPaper {
      inputs = List.copyOf(inputs);
    }
  }

  public WordingPage {
    problems = List.copyOf(problems);
    bureau = List.copyOf(bureau);
    papers = List.copyOf(papers);
    previews = List.copyOf(previews);
  }
}
