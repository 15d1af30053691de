package cn.anxun.app.feature.review;

import cn.anxun.app.paper.OpenOrders.OpenOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A row of the round's list. */
sealed interface ReviewItem {

  /** Tells the same row from another. */
  String key();

  /** What the round is, and what there is to say where it is empty. */
  record Heading(ReviewState.Status status, Horizon horizon, int hazards, int sites, int done)
      implements ReviewItem {
    @Override
    public String key() {
      return "heading";
    }
  }

  /** An order that was reviewed, to be answered. */
  record Order(OpenOrder order) implements ReviewItem {
    @Override
    public String key() {
      return "order/" + order.subject();
    }
  }

  /**
   * A site.
   *
   * @param choosing whether 全部 asks which photos
   * @param shoot the photos that are being taken of all its hazards
   * @param next the hazard that the next photo is of; "" where one is for all
   */
  record Site(SiteRound round, boolean choosing, Optional<Shoot> shoot, String next)
      implements ReviewItem {
    @Override
    public String key() {
      return ReviewDraft.panelOf(round.site());
    }
  }

  /**
   * A hazard.
   *
   * @param opinion what was typed when the panel was shown last; not compared, since the field that
   *     is typed into shows it already
   */
  record Hazard(
      DueHazard due,
      LocalDate today,
      boolean isOpen,
      Optional<Shoot> shoot,
      String opinion,
      String body)
      implements ReviewItem {
    @Override
    public String key() {
      return due.subject();
    }

    /** Whether both look alike on the screen. */
    boolean looksLike(Hazard other) {
      return due.equals(other.due)
          && today.equals(other.today)
          && isOpen == other.isOpen
          && shoot.equals(other.shoot);
    }
  }

  /** The rows of a state, from the top. */
  static List<ReviewItem> list(ReviewState state) {
    ReviewDraft draft = state.draft();
    List<ReviewItem> items = new ArrayList<>();
    items.add(
        new Heading(
            state.status(),
            draft.horizon(),
            state.hazards(),
            state.sites().size(),
            draft.done().size()));
    state.orders().forEach(order -> items.add(new Order(order)));
    for (SiteRound round : state.sites()) {
      String panel = ReviewDraft.panelOf(round.site());
      Optional<Shoot> shootOfAll = draft.shoot().filter(shoot -> isOf(round, shoot));
      items.add(
          new Site(
              round,
              draft.panel().filter(panel::equals).isPresent(),
              shootOfAll,
              shootOfAll.map(shoot -> next(round, shoot)).orElse("")));
      for (DueHazard due : round.hazards()) {
        items.add(hazard(state, due));
      }
    }
    return items;
  }

  private static Hazard hazard(ReviewState state, DueHazard due) {
    ReviewDraft draft = state.draft();
    String subject = due.subject();
    return new Hazard(
        due,
        state.today(),
        draft.panel().filter(subject::equals).isPresent(),
        draft.shoot().filter(shoot -> shoot.hazards().equals(List.of(subject))),
        draft.opinion(subject),
        draft.body(subject));
  }

  private static boolean isOf(SiteRound round, Shoot shoot) {
    Set<String> hazards = new HashSet<>();
    round.hazards().forEach(due -> hazards.add(due.subject()));
    return shoot.hazards().size() > 1 && hazards.containsAll(shoot.hazards());
  }

  private static String next(SiteRound round, Shoot shoot) {
    for (DueHazard due : round.hazards()) {
      if (shoot.each() && due.subject().equals(shoot.next())) {
        return due.description();
      }
    }
    return "";
  }
}
