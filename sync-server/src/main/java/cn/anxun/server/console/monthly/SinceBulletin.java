package cn.anxun.server.console.monthly;

import cn.anxun.core.indicator.Figure;
import cn.anxun.core.state.LedgerState;
import cn.anxun.core.text.Texts;
import cn.anxun.server.console.ledger.Listing;
import cn.anxun.server.console.page.Days;
import cn.anxun.server.console.page.Paging;
import cn.anxun.server.console.page.PeriodBar;
import cn.anxun.server.console.page.Viewed;
import cn.anxun.server.storage.BureauLedger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What has changed of one figure since the last bulletin: its value then and now, and the records
 * that entered or left one of its sides.
 *
 * @param said of which bulletin and as of when
 * @param changes the address of everything that changed since that bulletin
 * @param then the value as of the bulletin, {@code thenQuery} the parameters that show it
 * @param entered how many records there are now that were not; {@code listed} the first of them
 * @param left how many there are no more; {@code gone} the first of them, as they were
 */
public record SinceBulletin(
    String said,
    String changes,
    String then,
    String thenQuery,
    String now,
    int entered,
    List<Listing> listed,
    int left,
    List<Listing> gone) {

  public SinceBulletin {
    listed = List.copyOf(listed);
    gone = List.copyOf(gone);
  }

  /** Whether the value or the records are others. */
  public boolean isChanged() {
    return !then.equals(now) || entered > 0 || left > 0;
  }

  /** What is asked of a figure. */
  public interface Question {
    /** The figure in a state of the ledger; empty where there is none such. */
    Optional<Figure> figure(LedgerState state);
  }

  /**
   * Compares with the last bulletin of the page's period, or else with the last that was published
   * before what the page shows; empty where there is none.
   *
   * @param side the records of a figure that are looked at
   * @param value how a figure is said
   */
  public static Optional<SinceBulletin> of(
      BureauLedger ledger,
      Viewed viewed,
      LedgerState latest,
      Question question,
      Function<Figure, List<String>> side,
      Function<Figure, String> value,
      Texts texts) {
    return last(viewed, latest)
        .flatMap(
            bulletin -> {
              LedgerState then = ledger.state(bulletin.cutoff());
              LedgerState now = viewed.state(ledger);
              Optional<Figure> before = question.figure(then);
              return question
                  .figure(now)
                  .map(
                      after ->
                          compare(
                              bulletin,
                              viewed,
                              new Sides(
                                  before.map(value).orElse("/"),
                                  value.apply(after),
                                  before.map(side).orElse(List.of()),
                                  side.apply(after)),
                              then,
                              now,
                              texts));
            });
  }

  /** The value and the records of a figure then and now. */
  private record Sides(String then, String now, List<String> before, List<String> after) {}

  private static Optional<Bulletin> last(Viewed viewed, LedgerState latest) {
    Comparator<Bulletin> published = Comparator.comparing(bulletin -> bulletin.cutoff().seq());
    List<Bulletin> before =
        Bulletin.list(latest).stream()
            .filter(one -> one.cutoff().seq() <= viewed.cutoff().seq())
            .filter(one -> !one.cutoff().date().isAfter(viewed.cutoff().date()))
            .filter(one -> !one.cutoff().date().isBefore(viewed.period().from()))
            .toList();
    return before.stream()
        .filter(one -> one.period().equals(viewed.period()))
        .max(published)
        .or(() -> before.stream().max(published));
  }

  private static SinceBulletin compare(
      Bulletin bulletin,
      Viewed viewed,
      Sides sides,
      LedgerState then,
      LedgerState now,
      Texts texts) {
    List<String> entered = without(sides.after(), sides.before());
    List<String> left = without(sides.before(), sides.after());
    return new SinceBulletin(
        texts.text(
            "console.since.said",
            PeriodBar.name(bulletin.period(), texts),
            Long.toString(bulletin.edition()),
            Days.text(bulletin.cutoff().date(), texts),
            Long.toString(bulletin.cutoff().seq())),
        bulletin.link(),
        sides.then(),
        viewed.periodQuery() + "&asOf=" + bulletin.cutoff().seq() + ':' + bulletin.cutoff().date(),
        sides.now(),
        entered.size(),
        Listing.of(now, Paging.cut(entered, 0), texts),
        left.size(),
        Listing.of(then, Paging.cut(left, 0), texts));
  }

  private static List<String> without(List<String> ids, List<String> others) {
    Set<String> left = new LinkedHashSet<>(ids);
    others.forEach(left::remove);
    return new ArrayList<>(left);
  }
}
