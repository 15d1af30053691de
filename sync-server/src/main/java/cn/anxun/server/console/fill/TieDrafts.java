package cn.anxun.server.console.fill;

import cn.anxun.server.auth.Principal;
import cn.anxun.server.auth.Tokens;
import cn.anxun.server.report.fill.Tie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that people are tying at this moment, in memory: no file of others is kept. Each is its
 * owner's alone and goes some hours after it was last looked at, or when there are too many. Safe
 * for several threads.
 */
final class TieDrafts {
  private static final Duration KEPT = Duration.ofHours(4);
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_OF_ONE = 5;

  /**
   * A file and its ties so far.
   *
   * @param ties by the place of their cells
   */
  record Draft(
      String token,
      String owner,
      TemplateFile file,
      String layout,
      Map<String, Tie> ties,
      Instant used) {

    Draft with(Map<String, Tie> others) {
      return new Draft(token, owner, file, layout, others, used);
    }

    private Draft usedAt(Instant at) {
      return new Draft(token, owner, file, layout, ties, at);
    }
  }

  private final Tokens tokens;
  private final Clock clock;
  private final Map<String, Draft> drafts = new LinkedHashMap<>();

  TieDrafts(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Keeps a new one. */
  synchronized Draft open(Principal person, TemplateFile file, String layout) {
    Draft draft = new Draft(tokens.token(), owner(person), file, layout, Map.of(), clock.instant());
    drafts.put(draft.token(), draft);
    tidy(draft);
    return draft;
  }

  /** The person's own draft of this token. */
  synchronized Optional<Draft> find(Principal person, String token) {
    Draft draft = drafts.remove(token);
    if (draft == null) {
      return Optional.empty();
    }
    boolean isOwn = draft.owner().equals(owner(person));
    Instant now = clock.instant();
    boolean isOver = draft.used().plus(KEPT).isBefore(now);
    if (!isOver) {
      drafts.put(token, isOwn ? draft.usedAt(now) : draft);
    }
    return isOwn && !isOver ? Optional.of(draft) : Optional.empty();
  }

  synchronized void keep(Draft draft) {
    if (drafts.containsKey(draft.token())) {
      drafts.put(draft.token(), draft.usedAt(clock.instant()));
    }
  }

  /** The longest unused go first; the new one stays. */
  private void tidy(Draft newest) {
    Instant over = clock.instant().minus(KEPT);
    long bytes = drafts.values().stream().mapToLong(draft -> draft.file().bytes().length).sum();
    long own = drafts.values().stream().filter(one -> one.owner().equals(newest.owner())).count();
    Iterator<Draft> oldest = drafts.values().iterator();
    while (oldest.hasNext()) {
      Draft draft = oldest.next();
      boolean isOwn = draft.owner().equals(newest.owner());
      boolean isTooMuch = bytes > MOST_BYTES || (isOwn && own > MOST_OF_ONE);
      if (!draft.token().equals(newest.token()) && (isTooMuch || draft.used().isBefore(over))) {
        bytes -= draft.file().bytes().length;
        own -= isOwn ? 1 : 0;
        oldest.remove();
      }
    }
  }

  private static String owner(Principal person) {
    return person.account() + '@' + person.bureau();
  }
}
