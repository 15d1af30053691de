package cn.anxun.server.console.importing;

import java.util.List;

/**
 * Where an import begins.
 *
 * @param kinds what can be imported
 * @param kind what was chosen, or ""
 * @param open what the person brought before
 * @param problem why the file was not taken, or ""
 */
public record ImportStart(List<String> kinds, String kind, List<Open> open, String problem) {

  /** An import that is not over. */
  public record Open(String link, String label) {}
}
