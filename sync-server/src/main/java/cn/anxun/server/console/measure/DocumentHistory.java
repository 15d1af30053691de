package cn.anxun.server.console.measure;

import java.util.List;

/**
 * The revisions of a document, the last first.
 *
 * @param action where putting one back is sent
 * @param seen what its reader saw
 * @param forms whether it is a form's
 */
public record DocumentHistory(
    String action,
    String back,
    String seen,
    boolean forms,
    List<Revision> revisions,
    List<String> problems) {

  /**
   * One revision.
   *
   * @param changes what it changed, in words
   * @param holds whether it is the one that holds
   */
  public record Revision(String id, String at, String by, String changes, boolean holds) {}
}
