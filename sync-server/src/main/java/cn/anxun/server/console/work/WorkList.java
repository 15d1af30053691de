package cn.anxun.server.console.work;

import java.util.List;

/**
 * What waits for a decision.
 *
 * @param doubles sites and visits that look the same
 * @param others conflicts, proposals and the like, by what they are
 * @param inbox what revoked phones handed over; empty for who may not decide it
 */
public record WorkList(List<WorkList.Alike> doubles, List<Group> others, List<Waiting> inbox) {
  public WorkList {
    doubles = List.copyOf(doubles);
    others = List.copyOf(others);
    inbox = List.copyOf(inbox);
  }

  public boolean isEmpty() {
    return doubles.isEmpty() && others.isEmpty() && inbox.isEmpty();
  }

  /**
   * Records that look like one.
   *
   * @param type in words
   */
  public record Alike(String type, List<Same> records) {}

  /**
   * One of them.
   *
   * @param action the form that makes the others stand for it
   * @param others the subjects that would be merged into it, joined by spaces
   */
  public record Same(String subject, String link, String text, String action, String others) {}

  /** Notices of one kind. */
  public record Group(String name, String help, List<Item> items) {}

  /** A notice. */
  public record Item(String link, String text) {}

  /** An entry of a revoked phone. */
  public record Waiting(long id, String kind, String by, String device, String at, String text) {}
}
