package cn.anxun.app.feature.paper;

import androidx.lifecycle.LiveData;
import androidx.lifecycle.MutableLiveData;
import androidx.lifecycle.ViewModel;
import cn.anxun.app.device.Background;
import cn.anxun.app.paper.PaperBook;
import cn.anxun.app.record.RecordChanges;
import cn.anxun.core.entry.HazardFound;
import cn.anxun.core.paper.Paper;
import cn.anxun.core.paper.PaperFacts;
import cn.anxun.core.paper.PaperRecord;
import cn.anxun.core.paper.PaperState;
import cn.anxun.core.paper.VisitPapers;
import dagger.hilt.android.lifecycle.HiltViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.inject.Inject;

/** The papers of a visit or of this phone, read anew whenever records change. */
@HiltViewModel
public final class PapersViewModel extends ViewModel {
  private static final int MOST = 200;

  private final PaperBook book;
  private final RecordChanges changes;
  private final Executor background;
  private final MutableLiveData<PapersState> state = new MutableLiveData<>();
  private final Runnable read = this::read;
  private volatile String inspection = "";
  private boolean opened;

  @Inject
  PapersViewModel(PaperBook book, RecordChanges changes, @Background Executor background) {
    this.book = book;
    this.changes = changes;
    this.background = background;
  }

  /** Of this visit; "" for all of this phone. */
  void open(String visit) {
    if (!opened) {
      opened = true;
      inspection = visit;
      changes.watch(read);
    }
    background.execute(read);
  }

  LiveData<PapersState> state() {
    return state;
  }

  @Override
  protected void onCleared() {
    changes.unwatch(read);
  }

  private void read() {
    String visit = inspection;
    if (visit.isEmpty()) {
      state.postValue(new PapersState("", List.of(), List.of(), 0, book.listIssued(MOST)));
      return;
    }
    List<PaperRecord> papers = book.listAbout(visit);
    PaperFacts facts = book.facts(Paper.ORDER, visit);
    int toOrder =
        (int)
            facts.hazards().stream()
                .filter(hazard -> !hazard.fields().is(HazardFound.FIXED_ON_THE_SPOT))
                .count();
    List<Paper> allowed = new ArrayList<>();
    for (Paper paper : book.listAllowed(visit)) {
      boolean needed = paper != Paper.REVIEW && (paper != Paper.ORDER || toOrder > 0);
      boolean issued =
          papers.stream()
              .anyMatch(
                  other ->
                      other.state() != PaperState.VOID
                          && other.paper().filter(paper::equals).isPresent());
      if (needed && !issued) {
        allowed.add(paper);
      }
    }
    state.postValue(new PapersState(visit, allowed, typed(visit, papers), toOrder, papers));
  }

  private List<PapersState.Typed> typed(String visit, List<PaperRecord> papers) {
    VisitPapers held = new VisitPapers(papers);
    List<PapersState.Typed> typed = new ArrayList<>();
    book.typed(visit)
        .forEach(
            (paper, number) -> {
              Optional<PaperRecord> issued = held.find(visit, paper);
              if (!number.isEmpty()
                  && !issued.filter(one -> one.number().equals(number)).isPresent()) {
                typed.add(new PapersState.Typed(paper, number, issued.isPresent()));
              }
            });
    return typed;
  }
}
