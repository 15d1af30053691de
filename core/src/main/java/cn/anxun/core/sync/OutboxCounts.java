package cn.anxun.core.sync;

import cn.anxun.core.text.Texts;
import java.util.Map;

/**
 * How many of one's own entries stand where; together with {@link #line} what the screen says of
 * sync at any time.
 *
 * @param pending to be sent, deferred ones included
 * @param deferred those of the pending that wait for the server to learn their kind
 * @param quarantined to be mended by a person
 * @param differing the server holds other bytes than ours
 */
public record OutboxCounts(
    int pending,
    int deferred,
    int quarantined,
    int withdrawn,
    int held,
    int accepted,
    int differing) {

  /** From the numbers of the states, of which none means 0. */
  public static OutboxCounts of(Map<OutboxState, Integer> counts, int deferred) {
    return new OutboxCounts(
        counts.getOrDefault(OutboxState.PENDING, 0),
        deferred,
        counts.getOrDefault(OutboxState.QUARANTINED, 0),
        counts.getOrDefault(OutboxState.WITHDRAWN, 0),
        counts.getOrDefault(OutboxState.HELD, 0),
        counts.getOrDefault(OutboxState.ACCEPTED, 0),
        counts.getOrDefault(OutboxState.DIFFERS, 0));
  }

  /** One sentence: how many are sent, and everything that is not. */
  public String line(Texts texts) {
    StringBuilder line = new StringBuilder(texts.text("sync.line.accepted", accepted));
    append(line, texts, "sync.line.pending", pending - deferred);
    append(line, texts, "sync.line.deferred", deferred);
    append(line, texts, "sync.line.quarantined", quarantined);
    append(line, texts, "sync.line.withdrawn", withdrawn);
    append(line, texts, "sync.line.held", held);
    append(line, texts, "sync.line.differing", differing);
    return line.append(texts.text("sync.line.end")).toString();
  }

  private static void append(StringBuilder line, Texts texts, String key, int count) {
    if (count > 0) {
      line.append(texts.text("sync.line.comma")).append(texts.text(key, count));
    }
  }
}
