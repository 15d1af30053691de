package cn.anxun.app.feature.review;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is begun and not recorded yet in a round; kept at every change.
 *
 * @param horizon how far ahead the round looks
 * @param day the day of the round
 * @param done the hazards that were reviewed on that day
 * @param panel the hazard whose 未整改 is open, or {@link #panelOf} the site whose 全部 is
 * @param opinions what was typed of hazards, by subject
 * @param bodies whom a hazard is to be transferred to, as typed so far, by subject
 * @param shoot the photos that are being taken
 */
record ReviewDraft(
    Horizon horizon,
    LocalDate day,
    Set<String> done,
    Optional<String> panel,
    Map<String, String> opinions,
    Map<String, String> bodies,
    Optional<Shoot> shoot) {

  ReviewDraft {
    done = Collections.unmodifiableSet(new LinkedHashSet<>(done));
    opinions = Collections.unmodifiableMap(new LinkedHashMap<>(opinions));
    bodies = Collections.unmodifiableMap(new LinkedHashMap<>(bodies));
  }

  /** Nothing is begun on this day. */
  static ReviewDraft none(LocalDate day) {
    return new ReviewDraft(
        Horizon.WEEK, day, Set.of(), Optional.empty(), Map.of(), Map.of(), Optional.empty());
  }

  /** The name of the panel of a site. */
  static String panelOf(String site) {
    return "site/" + site;
  }

  /** The same on this day: what was reviewed on another day is none of today's. */
  ReviewDraft on(LocalDate today) {
    return today.equals(day)
        ? this
        : new ReviewDraft(horizon, today, Set.of(), panel, opinions, bodies, shoot);
  }

  String opinion(String subject) {
    return opinions.getOrDefault(subject, "");
  }

  String body(String subject) {
    return bodies.getOrDefault(subject, "");
  }

  ReviewDraft with(Horizon next) {
    return new ReviewDraft(next, day, done, panel, opinions, bodies, shoot);
  }

  /** Opens the panel of this hazard, or closes it where it is open. */
  ReviewDraft toggled(String subject) {
    Optional<String> next =
        panel.filter(subject::equals).isPresent() ? Optional.empty() : Optional.of(subject);
    return new ReviewDraft(horizon, day, done, next, opinions, bodies, shoot);
  }

  ReviewDraft withOpinion(String subject, String text) {
    return new ReviewDraft(horizon, day, done, panel, put(opinions, subject, text), bodies, shoot);
  }

  ReviewDraft withBody(String subject, String text) {
    return new ReviewDraft(horizon, day, done, panel, opinions, put(bodies, subject, text), shoot);
  }

  ReviewDraft with(Optional<Shoot> next) {
    return new ReviewDraft(horizon, day, done, panel, opinions, bodies, next);
  }

  /** These hazards were reviewed: nothing of them is begun any more. */
  ReviewDraft reviewed(Set<String> hazards) {
    Set<String> more = new LinkedHashSet<>(done);
    more.addAll(hazards);
    return settled(more, hazards);
  }

  /** These were recorded, and are still to be reviewed. */
  ReviewDraft reported(Set<String> hazards) {
    return settled(done, hazards);
  }

  /** These are to be reviewed after all. */
  ReviewDraft undone(Set<String> hazards) {
    Set<String> fewer = new LinkedHashSet<>(done);
    fewer.removeAll(hazards);
    return new ReviewDraft(horizon, day, fewer, panel, opinions, bodies, shoot);
  }

  private ReviewDraft settled(Set<String> reviewed, Set<String> hazards) {
    Map<String, String> otherOpinions = new LinkedHashMap<>(opinions);
    otherOpinions.keySet().removeAll(hazards);
    Map<String, String> otherBodies = new LinkedHashMap<>(bodies);
    otherBodies.keySet().removeAll(hazards);
    return new ReviewDraft(
        horizon,
        day,
        reviewed,
        Optional.empty(),
        otherOpinions,
        otherBodies,
        shoot.filter(begun -> !hazards.containsAll(begun.hazards())));
  }

  private static Map<String, String> put(Map<String, String> texts, String subject, String text) {
    Map<String, String> changed = new LinkedHashMap<>(texts);
    if (text.isEmpty()) {
      changed.remove(subject);
    } else {
      changed.put(subject, text);
    }
    return changed;
  }
}
