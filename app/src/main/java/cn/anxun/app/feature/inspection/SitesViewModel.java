package cn.anxun.app.feature.inspection;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MediatorLiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.feature.inspection.ListedSite.Position;
import cn.anxun.app.feature.inspection.SiteSearch.Order;
import cn.anxun.app.ui.Dates;
import cn.anxun.core.checklist.Checklist;
import cn.anxun.core.codelist.CreditCode;
import cn.anxun.core.entry.EntryIds;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** The choice of a site, and the day's round. */
@HiltViewModel
public final class SitesViewModel extends ViewModel {
  private final CurrentVisit current;
  private final SiteDirectory directory;
  private final ReferenceSource references;
  private final EntryIds ids;
  private final Clock clock;
  private final Whereabouts whereabouts;
  private final Executor background;
  private final MutableLiveData<Known> known = new MutableLiveData<>();
  private final MediatorLiveData<SitesState> state = new MediatorLiveData<>();
  private String query = "";
  private Order order = Order.PLAN;

  /** What was read. */
  private record Known(List<ListedSite> sites, Reference reference) {}

  /**
   * What the screen shows.
   *
   * @param round the day's, or the one it inherits
   * @param found the sites that the search finds, in their order
   * @param here where the phone is, where it is known
   * @param site the new one that is filled in
   * @param any whether the phone knows any site at all
   */
  record SitesState(
      Unfinished unfinished,
      Round round,
      boolean inherited,
      Reference reference,
      List<ListedSite> found,
      String query,
      Order order,
      Optional<Position> here,
      Optional<VisitSite> site,
      boolean any) {
    SitesState {
      found = Collections.unmodifiableList(new ArrayList<>(found));
    }
  }

  @Inject
  SitesViewModel(
      CurrentVisit current,
      SiteDirectory directory,
      ReferenceSource references,
      EntryIds ids,
      Clock clock,
      Whereabouts whereabouts,
      @Background Executor background) {
    this.current = current;
    this.directory = directory;
    this.references = references;
    this.ids = ids;
    this.clock = clock;
    this.whereabouts = whereabouts;
    this.background = background;
    state.addSource(current.state(), now -> show());
    state.addSource(known, now -> show());
    refresh();
  }

  /** Has no value while the phone still reads. */
  LiveData<SitesState> state() {
    return state;
  }

  LocalDate today() {
    return LocalDate.now(clock.withZone(Dates.ZONE));
  }

  /** Reads the sites again, such as after a visit. */
  void refresh() {
    LocalDate today = today();
    background.execute(() -> known.postValue(new Known(directory.list(today), references.load())));
  }

  void search(String typed) {
    query = typed;
    show();
  }

  void sort(Order by) {
    order = by;
    show();
  }

  private void show() {
    CurrentVisit.State now = current.state().getValue();
    Known read = known.getValue();
    if (now == null || read == null) {
      return;
    }
    LocalDate today = today();
    Round round = now.round().orElse(Round.initial(today));
    Optional<Position> here = order == Order.NEAREST ? whereabouts.find() : Optional.empty();
    state.setValue(
        new SitesState(
            now.unfinished(),
            round,
            !round.day().equals(today),
            read.reference(),
            SiteSearch.list(read.sites(), query, order, here, today.getYear()),
            query,
            order,
            here,
            now.site(),
            !read.sites().isEmpty()));
  }

  void set(Round round) {
    current.set(round.on(today()));
  }

  void resume(String visit) {
    current.resume(visit);
  }

  void discard(String visit) {
    current.remove(visit);
  }

  /** Takes a discarded visit back. */
  void restore(VisitDraft visit) {
    current.begin(visit);
  }

  /** Begins a visit there; the day's round is inherited from now on. */
  void begin(VisitSite site) {
    SitesState now = state.getValue();
    if (now == null) {
      return;
    }
    Optional<VisitDraft> begun =
        now.unfinished().visits().stream()
            .filter(visit -> visit.site().subject().equals(site.subject()))
            .findFirst();
    if (begun.isPresent()) {
      current.resume(begun.get().id());
      return;
    }
    LocalDate today = today();
    Round round = now.round().on(today);
    current.set(round);
    Checklist checklist = now.reference().checklists().getFor(site.kind(), site.industry());
    current.begin(VisitDraft.begin(ids.next(), today, round, site, checklist));
  }

  /** Begins to fill in a new site, with what was searched for; goes on with one that was begun. */
  void beginSite(String searched) {
    current.whenRead(
        () -> {
          CurrentVisit.State now = current.state().getValue();
          if (now == null || now.site().filter(site -> same(site, searched)).isPresent()) {
            return;
          }
          String code = CreditCode.normalized(searched);
          boolean isCode = CreditCode.check(code) != CreditCode.Verdict.MALFORMED;
          current.set(
              Optional.of(
                  new VisitSite(
                      ids.next(),
                      true,
                      isCode ? "" : searched.trim(),
                      "",
                      "",
                      "",
                      "",
                      isCode ? code : "",
                      "",
                      false)));
        });
  }

  private static boolean same(VisitSite site, String searched) {
    return searched.trim().isEmpty() || site.name().startsWith(searched.trim());
  }

  void setSite(Optional<VisitSite> site) {
    current.set(site);
  }

  /** The site that has this code, or else this very name. */
  Optional<VisitSite> findSame(String name, String creditCode) {
    Known read = known.getValue();
    if (read == null) {
      return Optional.empty();
    }
    Optional<VisitSite> named = Optional.empty();
    for (ListedSite listed : read.sites()) {
      VisitSite site = listed.site();
      if (!creditCode.isEmpty() && site.creditCode().equals(creditCode)) {
        return Optional.of(site);
      }
      if (!name.trim().isEmpty() && site.name().equals(name.trim())) {
        named = Optional.of(site);
      }
    }
    return named;
  }
}
